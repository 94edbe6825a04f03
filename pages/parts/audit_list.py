"""The rows of the audit, a page at a time, the newest first."""

from html import escape

import streamlit as st

from pages.parts import data
from pages.parts.audit_filters import PAGE
from pages.parts.moment import local
from services import trail
from services.access.audit import OUTCOMES
from services.trail import Entry, Wanted

HEADS = ("序号", "时间", "操作人", "地址", "事项", "对象", "结果", "说明")
HERE = "本机"


def audit_list(by: str, wanted: Wanted) -> None:
    """Show one page of rows, and the way to the others."""
    page = st.session_state.setdefault(PAGE, 0)
    entries, total = trail.listed(data.store(), by, wanted, page)
    pages = -(-total // trail.PAGE)
    if not entries:
        st.html('<div class="empty">没有符合条件的记录。</div>')
        return
    heads = "".join(f"<th>{head}</th>" for head in HEADS)
    body = "".join(map(_row, entries))
    st.html(f'<div class="note">共 {total} 条，第 {page + 1} 页，共 {pages} 页。</div>')
    st.html(f'<table class="plain audit"><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>')
    if pages > 1:
        with st.container(horizontal=True, gap="small"):
            st.button("较新的", disabled=page == 0, on_click=_turn, args=(-1,), icon=":material/chevron_left:")
            st.button("较早的", disabled=page + 1 >= pages, on_click=_turn, args=(1,), icon=":material/chevron_right:")


def _turn(by: int) -> None:
    st.session_state[PAGE] += by


def _row(entry: Entry) -> str:
    refused = entry.outcome == OUTCOMES["refused"]
    cells = (
        str(entry.id), f"{local(entry.at):%Y-%m-%d %H:%M:%S}", entry.actor, entry.address or HERE, entry.operation,
        entry.thing, f"{'▲' if refused else '✓'} {entry.outcome}", entry.detail,
    )  # fmt: skip
    shown = "".join(f"<td>{escape(cell)}</td>" for cell in cells)
    return f"<tr class='refused'>{shown}</tr>" if refused else f"<tr>{shown}</tr>"
