"""A button that prints the page: Streamlit has none of its own."""

import streamlit as st

SCRIPT = """
export default function ({ parentElement }) {
  parentElement.querySelector("button").onclick = () => window.print();
}
"""
LOOK = """
button { font: inherit; font-size: 0.875rem; color: inherit; background: none; cursor: pointer; border-radius: 4px;
         border: 1px solid var(--st-border-color); padding: 0.35rem 0.9rem; white-space: nowrap; }
button:hover, button:focus-visible { border-color: currentColor; }
"""

_mount = st.components.v2.component("print_button", html="<button>打印</button>", css=LOOK, js=SCRIPT)


def print_button() -> None:
    """Show the button."""
    _mount(key="print", width="content")
