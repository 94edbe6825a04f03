"""Who a unit is, and where its reform and its election stand."""

from collections.abc import Mapping
from html import escape
from typing import Any

import streamlit as st

from pages.parts.asked import asked
from pages.parts.data import items

WORDS = (
    ("short_name", "简称"), ("former_names", "曾用名"), ("domain", "领域"), ("reform_type", "改革类型"),
    ("disposition", "处置方式"), ("members", "党员数"), ("full_members", "正式党员数"),
)  # fmt: skip


def identity(values: Mapping[str, Any]) -> None:
    """Show the register's facts and the unit's state in one line each."""
    view, now = asked()
    found = items(now.stamp, view.as_of, view.batch, "K01a", (("unit", values["name"]),)) if values["is_reform"] else []
    facts = [(title, values.get(name)) for name, title in WORDS]
    facts += [("涉改", f"是，{found[0]['state']}" if found else "否"), ("新组建", "是" if values["is_new"] else "否")]
    shown = "".join(
        f"<span><i>{title}</i>{escape('、'.join(value) if isinstance(value, list) else str(value))}</span>"
        for title, value in facts
        if value not in (None, "", [])
    )
    st.html(f'<div class="facts">{shown}</div>')
