"""Shows a picture of our own drawing (st.html would strip it) and says which part of it was clicked."""

import streamlit as st

from services.figures.html import look
from services.figures.svg import draw

SCRIPT = """
export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".root");
  const colour = getComputedStyle(root).getPropertyValue("--st-background-color").trim();
  root.classList.toggle("dark", /^#[0-7]/.test(colour));
  root.innerHTML = data.svg;
  for (const part of root.querySelectorAll("[data-go]")) {
    part.onclick = () => setTriggerValue("go", part.dataset.go);
    part.onkeydown = (event) => { if (event.key === "Enter") part.onclick(); };
  }
}
"""

_mount = st.components.v2.component(
    "picture", html='<div class="root"></div>', css=draw.stylesheet() + look.stylesheet(), js=SCRIPT
)


def picture(svg: str, key: str) -> str | None:
    """Show the picture; give what the clicked part leads to, None where nothing was clicked."""
    clicked = _mount(key=key, data={"svg": svg}, on_go_change=lambda: None)
    target: str | None = clicked.go
    return target
