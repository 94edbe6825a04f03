"""What this run was asked to show; frame.py notes it, every page reads it."""

import streamlit as st

from pages.parts.data import Now
from pages.parts.view import View


def note(view: View, now: Now) -> None:
    """Keep the view and the state of the store for what runs next."""
    st.session_state["asked"] = (view, now)


def asked() -> tuple[View, Now]:
    """Give the view and the state of the store of this run."""
    view, now = st.session_state["asked"]
    return view, now
