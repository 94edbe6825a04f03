"""The heading of an analysts' page, with the look of what stands under it."""

from html import escape
from pathlib import Path

import streamlit as st

LOOK = Path(__file__).parent / "desk.css"


def heading(title: str, sentence: str) -> None:
    """Show the page's title and what it is for."""
    st.html(LOOK)
    st.html(f'<div class="headline">{escape(title)}</div><div class="note">{escape(sentence)}</div>')
