"""A chart as a block: the finding as its title, n and N, 截至, 口径, alt text, and its rows one click away."""

from collections.abc import Iterator
from contextlib import contextmanager
from html import escape
from typing import Any

import streamlit as st

from pages.parts.asked import asked
from pages.parts.meaning import meaning
from pages.parts.menu import link

CONFIG = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False, "showTips": False}


@contextmanager
def block(finding: str, counted: str, *ids: str, key: str) -> Iterator[None]:
    """Frame a picture: `finding` is its title, `counted` says n and N, `ids` are the indicators it shows."""
    view, _ = asked()
    with st.container(border=True, height="stretch", key=f"block_{key}", gap="small"):
        with st.container(horizontal=True, vertical_alignment="top", horizontal_alignment="distribute"):
            said = " · ".join(part for part in (counted, f"截至{view.as_of:%Y-%m-%d}") if part)
            title = f'<h3 class="finding">{escape(finding)}</h3>'
            st.html(f'{title}<div class="note">{escape(said)}</div>', width="stretch")
            if ids:
                meaning(*ids)
        yield


def chart(figure: Any, alt: str, key: str) -> None:
    """Show a plotly figure; what it shows stands in `alt`."""
    st.plotly_chart(figure, theme=None, config=CONFIG, alt=alt, key=key)


def pick(figure: Any, alt: str, key: str) -> str | None:
    """Show a plotly figure; give the customdata of the point that was clicked, None where nothing was."""
    event = st.plotly_chart(
        figure, theme=None, config=CONFIG, alt=alt, key=key, on_select="rerun", selection_mode="points"
    )
    points = event.selection.points
    data = points[0].get("customdata") if points else None
    return str(data[0] if isinstance(data, list) else data) if data else None


def lists(*links: tuple[str, str, str]) -> None:
    """Show links to the rows behind a picture, each (label, indicator, part)."""
    view, now = asked()
    st.space("stretch")
    with st.container(key=f"links_{'_'.join(map('_'.join, links))}", horizontal=True, gap="small"):
        for label, indicator, part in links:
            link(label, "rows", view, now, k=indicator, part=part)


def empty(sentence: str) -> None:
    """Say in a friendly word that there is nothing to draw yet, and what to upload."""
    st.html(f'<div class="empty">{escape(sentence)}</div>')
