"""编号: the short code beside each figure. All of a page are looked up, and new ones written, once at its end."""

from collections.abc import Mapping
from html import escape

import streamlit as st

from pages.parts.asked import asked
from pages.parts.data import store
from pages.parts.measured import measure
from pages.parts.reported import unreported
from services.codes import Figure, codes
from services.indicators import Part

HINT = "数字编号：在“口径”页输入它，就回到同一个数字的名单"


def begin() -> None:
    """Begin a run without places: those of a run that was cut short are gone."""
    st.session_state["coded"] = []


def figure_code(*indicators: str, part: Part = "n", where: Mapping[str, str] | None = None) -> None:
    """Keep a place for the codes of those figures that there are at the view, narrowed by `where`."""
    view, now = asked()
    own = view.sliced(**(where or {}))
    measured = {each: measure(now.stamp, own, each) for each in indicators}
    figures = [
        Figure(indicator, part, view.as_of, view.batch, dict(own.where))
        for indicator, found in measured.items()
        if found and found.of != 0 and not unreported(indicator)
    ]
    if figures:
        st.session_state["coded"].append((st.empty(), figures))


def show() -> None:
    """Fill the places kept in this run; one whose code cannot be written now stays blank."""
    places = st.session_state.pop("coded")
    if not places:
        return
    known = codes(store(), [figure for _, figures in places for figure in figures])
    for place, figures in places:
        found = [known[figure.named()] for figure in figures if figure.named() in known]
        if found:
            place.html(f'<div class="code" title="{HINT}">{escape(" ".join(found))}</div>', width="content")
