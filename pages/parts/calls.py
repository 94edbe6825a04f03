"""需要领导出面: gathered from four ledgers, shown as a short list."""

from html import escape

import streamlit as st

from pages.parts.asked import asked
from pages.parts.chart import block, empty
from pages.parts.data import Now, rows, things
from pages.parts.menu import link
from pages.parts.view import View
from services import attention
from services.attention import Call


def calls(view: View, now: Now) -> list[Call]:
    """Give what a leader should take up at the view, at most seven."""
    reform, elections, weak = (_values(view, now, name) for name in ("reform", "elections", "weak_orgs"))
    return attention.chosen(
        attention.late_findings(things(now.stamp, view, "K19")),
        attention.late_reforms(reform, view.as_of),
        attention.waiting_elections(elections, view.as_of),
        attention.late_weak_orgs(weak, view.as_of),
    )


def _values(view: View, now: Now, name: str) -> list[dict[str, object]]:
    found = [row["values"] for row in rows(now.stamp, view.batch, name)]
    domain = view.where.get("domain")
    if not domain:
        return found
    units = {row["values"]["name"] for row in rows(now.stamp, view.batch, "units", (("domain", domain),))}
    return [values for values in found if values["unit"] in units]


def call_list(found: list[Call]) -> None:
    """Show who, why and how many days; each name leads to the unit."""
    view, now = asked()
    if not now.batch:
        title, nothing = "需要领导出面的事", "上传台账后，超过时限的事项列在这里。"
    else:
        title = f"{len(found)}件事需要领导出面" if found else "目前没有需要领导出面的事"
        nothing = "没有超过时限的事项。"
    with block(title, "超过时限的督查问题、处置计划、首次选举、软弱涣散整顿，各取最久的", key="calls"):
        if not found:
            empty(nothing)
        for place, call in enumerate(found):
            with st.container(key=f"call_{place}", horizontal=True, vertical_alignment="center", gap="small"):
                with st.container(width=210):
                    link(call.unit, "unit", view, now, unit=call.unit)
                st.html(f"<div>{escape(call.reason)}</div>", width="stretch")
                st.html(f'<div class="days"><b>{call.days}</b> 天</div>', width="content")
