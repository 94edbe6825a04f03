"""Brings what was just said into sight: a page that changes under a scrolled window keeps its place."""

import streamlit as st

# Once for each thing said, however often the page runs again.
SCRIPT = """
let told;
export default function ({ data, parentElement }) {
  if (told === data.what) return;
  told = data.what;
  parentElement.querySelector("i").scrollIntoView({ block: "center" });
}
"""

_mount = st.components.v2.component("in_sight", html="<i></i>", js=SCRIPT)


def in_sight(what: str) -> None:
    """Scroll to this place when `what` is said for the first time."""
    with st.container(key="in_sight"):
        _mount(key=f"in_sight {what}", data={"what": what})
