"""What came of a click: done or refused, said by the page that is drawn next."""

from collections.abc import Callable
from html import escape

import streamlit as st

from services.errors import DashboardError

SAID = "said of a click"


def tried(work: Callable[[], str]) -> None:
    """Do what a click asks for and keep the sentence it gives, or the one that refuses it."""
    try:
        keep("done", f"✓ {work()}")
    except DashboardError as error:
        keep("late", f"▲ {error}")


def keep(look: str, sentence: str) -> None:
    """Keep a sentence in one of the looks of an outcome (done, soon, late)."""
    st.session_state[SAID] = (look, sentence)


def told() -> None:
    """Show what came of the last click, once."""
    if kept := st.session_state.pop(SAID, None):
        st.html(f'<div class="outcome {kept[0]}">{escape(kept[1])}</div>')
