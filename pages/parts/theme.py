"""Which theme the reader sees."""

import streamlit as st


def dark() -> bool:
    """Say whether the page is shown dark."""
    return st.context.theme.type == "dark"
