"""The box that takes the short code of a figure and leads to its list, at the same moment and over the same slice."""

from html import escape

import streamlit as st

from pages.parts.asked import asked
from pages.parts.data import store
from pages.parts.menu import go
from pages.parts.view import View
from services.codes import find


def code_box() -> None:
    """Show the box; a code that is known turns to its list at once."""
    typed = st.text_input(
        "数字编号", key="code", width=260, max_chars=30, label_visibility="collapsed",
        icon=":material/tag:", placeholder="输入数字编号，如：覆盖-3A7C",
    )  # fmt: skip
    if not typed:
        return
    _, now = asked()
    figure = find(store(), typed)
    if figure is None:
        st.html(f'<div class="note">没有编号“{escape(typed)}”。请照数字旁边的小字再输一遍。</div>', width="content")
        return
    view = View(figure.as_of, figure.batch, figure.where, pinned=figure.batch != now.batch)
    go("rows", view, now, k=figure.indicator, part=figure.part)
