"""Who a unit is: its names, its place in the register, and whether its party organisation is still 在管."""

from collections.abc import Mapping
from html import escape
from typing import Any

import streamlit as st

from services.dossier import Record
from services.share import written

WORDS = (
    ("short_name", "简称"), ("former_names", "曾用名"), ("domain", "领域"), ("members", "党员"),
    ("full_members", "正式党员"), ("reform_type", "改革类型"),
)  # fmt: skip


def identity(row: Mapping[str, Any], record: Record) -> None:
    """Show the register's facts about the unit (a SourcedRow's fields) in one line."""
    values = row["values"]
    facts = [(title, values.get(name)) for name, title in WORDS]
    facts.insert(3, ("排序", f"第{written(row['position'])}位" if row["position"] is not None else None))
    moved = record.moved_on
    facts.append(("隶属", f"{moved:%Y-%m-%d}已移交，不再在管" if moved else "在管"))
    facts.append(("新组建", "是" if values["is_new"] else None))
    facts.append(("涉改", f"是，{record.stage}" if record.stage else "否"))
    shown = "".join(
        f"<span><i>{title}</i>{escape('、'.join(value) if isinstance(value, list) else str(value))}</span>"
        for title, value in facts
        if value not in (None, "", [])
    )
    st.html(f'<div class="facts">{shown}</div>')
