"""Where a row was read: the file, the sheet, the row, its digest, who uploaded it, and its cells."""

from collections.abc import Mapping
from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from pages.parts.listing import about_persons, said
from pages.parts.moment import said as when
from services.ledgers import ledger

MARK = "◀ 计数依据"


def source(row: Mapping[str, Any], decided: str | None = None) -> None:
    """Show a row's source (a SourcedRow's fields); `decided` is the address of the cell that decided the count."""
    lines = {
        "文件": row["file"], "工作表": row["sheet"], "行": f"第{row['line']}行",
        "上传": f"第{row['batch']}批 · {row['made_by']} · {when(row['made_at'])}",
        "文件摘要": f"{row['sha256'][:16]}…",
    }  # fmt: skip
    shown = "".join(f"<span><i>{escape(title)}</i>{escape(str(text))}</span>" for title, text in lines.items())
    with st.container(border=True, key="source"):
        st.html(f'<h3 class="finding">这一行的出处</h3><div class="facts">{shown}</div>')
        st.dataframe(cells(row, decided), hide_index=True, alt="这一行的各个单元格", height="content")


def cells(row: Mapping[str, Any], decided: str | None) -> pd.DataFrame:
    """Give the row's cells in the order of the sheet: address, column title, value, the mark on the deciding one."""
    declared = ledger(row["ledger"])
    found = []
    for column in declared.columns:
        if column.person and not about_persons(declared):
            continue
        place, value = row["columns"].get(column.id), row["values"].get(column.id)
        if value is None and column.id in row["values"] and row["values"].get("due_kind") and column.id == "due_on":
            value = row["values"]["due_kind"]
        earlier = row["kept"].get(column.id)
        if place is None and value is None:
            continue
        address = "" if place is None or earlier else place if place[-1].isdigit() else f"{place}{row['line']}"
        note = "沿用以前上传的值" if earlier else "" if address else "由其他内容得出"
        mark = MARK if address and address == decided else note
        found.append((address, column.title, "" if value is None else said(value), mark))
    found.sort(key=lambda cell: (len(_letters(cell[0])) or 9, _letters(cell[0])))
    return pd.DataFrame(found, columns=["单元格", "栏目", "内容", "说明"])


def _letters(address: str) -> str:
    return address.rstrip("0123456789")
