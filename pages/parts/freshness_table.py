"""最新数据: for every ledger how many rows, which batch changed it last, how far its rows reach."""

from collections.abc import Mapping
from html import escape
from typing import Any

import streamlit as st

from pages.parts.asked import asked
from pages.parts.data import Rows
from pages.parts.moment import local
from services.ledgers import ledgers
from services.share import NONE

HEADS = ("台账", "记录", "最近一次变化", "表里最新的日期")


def freshness_table(freshness: Rows) -> None:
    """Show one line per ledger (`freshness`: Freshness as plain data)."""
    view, _ = asked()
    known = [each for each in freshness if each["rows"]]
    st.html(
        f'<h3 class="finding">{len(freshness)}种台账中{len(known)}种有数据</h3><div class="note">最新的日期只数已经'
        f"发生的事，不数计划和时限，不晚于{view.as_of:%Y-%m-%d}；这张表不分领域</div>{table(freshness)}"
    )


def table(freshness: Rows) -> str:
    """Give the table as HTML."""
    lines = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in _line(each))}</tr>" for each in freshness)
    heads = "".join(f"<th>{head}</th>" for head in HEADS)
    return f'<table class="plain fresh"><thead><tr>{heads}</tr></thead><tbody>{lines}</tbody></table>'


def _line(each: Mapping[str, Any]) -> tuple[str, ...]:
    declared = ledgers()[each["ledger"]]
    title = escape(declared.title)
    if not each["rows"]:
        return title, "未报", NONE, NONE
    made = f"{local(each['made_at']):%Y-%m-%d} · 第{each['batch']}批 · {escape(each['made_by'])}"
    return title, f"{each['rows']}{declared.unit_word}", made, str(each["day"] or NONE)
