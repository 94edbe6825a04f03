"""建议看一看: every kind of prompt with its rows; an opened one lists them, a chosen row shows its cells."""

from collections.abc import Mapping
from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from pages.parts.asked import asked
from pages.parts.data import Rows, targets, version
from pages.parts.menu import link
from pages.parts.source import source
from services.ledgers.prompts import PROMPTS, Prompt

CELL = "单元格"


def prompt_list(looks: Mapping[str, Rows]) -> None:
    """Show the prompts that have rows (`looks`: prompt → its Looks as plain data), kind by kind; name the others."""
    view, _ = asked()
    st.html(
        '<h3 class="finding">建议看一看</h3><div class="note">下面只是提示，不是结论：请对照原表和实际情况核对，'
        f"属实的不用改。 · 截至{view.as_of:%Y-%m-%d}</div>"
    )
    for kind in dict.fromkeys(prompt.kind for prompt in PROMPTS.values()):
        own = [prompt for prompt in PROMPTS.values() if prompt.kind == kind]
        with st.container(border=True, key=f"kind_{own[0].id}", gap="xsmall"):
            st.html(f'<h3 class="finding">{escape(kind)}</h3>')
            for prompt in own:
                if looks[prompt.id]:
                    _prompt(prompt, looks[prompt.id])
            clear = [prompt.name for prompt in own if not looks[prompt.id]]
            if clear:
                st.html(f'<div class="note">没有发现：{escape("；".join(clear))}</div>')


def _prompt(prompt: Prompt, found: Rows) -> None:
    label = f"**{len(found)}** {prompt.unit_word}　{prompt.name}"
    opened = st.expander(label, key=f"prompt_{prompt.id}", on_change="rerun")
    if not opened.open:
        return
    view, now = asked()
    with opened:
        looked_for = prompt.looked_for(targets(now.stamp, view.as_of, view.batch))
        st.html(f'<div class="note">找的是：{escape(looked_for)}。{escape(prompt.note)}请核对。</div>')
        chosen = st.dataframe(
            table(found), hide_index=True, on_select="rerun", selection_mode="single-row", key=f"looks_{prompt.id}",
            alt=f"{prompt.name}，共{len(found)}行",
        )  # fmt: skip
        if picked := chosen.selection.rows:
            _source(found[picked[0]])


def _source(look: Mapping[str, Any]) -> None:
    view, now = asked()
    row = look["row"]
    if found := version(now.stamp, row["ledger"], row["row"]):
        source(found, row)
    if look["unit"]:
        link(f"看{look['unit']}的全部记录", "unit", view.only(), now, unit=look["unit"])


def table(found: Rows) -> pd.DataFrame:
    """Give the rows to look at: unit, what stands there, file, sheet, cell (else the row), batch."""
    lines = [
        (
            look["unit"] or "", look["says"], look["row"]["file"], look["row"]["sheet"],
            look["row"]["cell"] or f"第{look['row']['line']}行", str(look["row"]["batch"]),
        )
        for look in found
    ]  # fmt: skip
    return pd.DataFrame(lines, columns=["单位", "写着什么", "文件", "工作表", CELL, "批次"])
