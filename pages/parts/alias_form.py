"""A further name of a unit, written down by hand."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from pages.parts import data
from pages.parts.person import acting
from services import aliases
from services.aliases import KINDS
from services.errors import DashboardError

# Takes the look of a sentence (done, late) and the sentence.
Say = Callable[[str, str], None]


def alias_form(units: list[str], say: Say) -> None:
    """Ask for a name, the unit of the register it means, and its kind; `say` is told what came of it."""
    with st.form("alias form", border=True), st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        st.text_input("表里的写法", key="new alias", max_chars=60, placeholder="如：市市场局", width=300)
        st.selectbox("是哪个单位", units, None, key="new alias unit", placeholder="从名册里选，可以输入几个字查找")
        st.selectbox("这个写法是", KINDS, key="new alias kind", width=130)
        st.form_submit_button("登记", type="primary", on_click=partial(_add, say))


def _add(say: Say) -> None:
    state = st.session_state
    if state["new alias unit"] is None:
        say("late", "▲ 请选择是哪个单位。")
        return
    try:
        added = aliases.add(
            data.store(), state["new alias"], state["new alias unit"], state["new alias kind"], acting()
        )
    except DashboardError as error:
        say("late", f"▲ {error}")
        return
    say("done", f"✓ 已登记：以后“{added.alias}”就是“{added.unit}”。")
    state["new alias"], state["new alias unit"] = "", None
