"""A chart as a block: the finding as its title, n and N, 截至, 口径, alt text, and its rows one click away."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from html import escape
from typing import Any, NamedTuple

import streamlit as st

from pages.parts.asked import asked
from pages.parts.figure_codes import figure_code
from pages.parts.meaning import meaning
from pages.parts.menu import link
from pages.parts.numbers import Table, numbers
from services.indicators import Part
from services.share import written

CONFIG = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False, "showTips": False}


@contextmanager
def block(finding: str, counted: str, *ids: str, key: str) -> Iterator[None]:
    """Frame a picture: `finding` is its title, `counted` says n and N, `ids` are the indicators it shows."""
    view, _ = asked()
    st.session_state["block"] = {"key": key, "ids": ids}
    with st.container(border=True, height="stretch", key=f"block_{key}", gap="small"):
        with st.container(horizontal=True, horizontal_alignment="distribute", wrap=False):
            slice_words = "、".join(view.where.values())
            said = "".join(f"{escape(part)} · " for part in (slice_words, counted) if part)
            day = f'<span class="days">截至{view.as_of:%Y-%m-%d}</span>'
            title = f'<h3 class="finding">{escape(finding)}</h3>'
            st.html(f'{title}<div class="note">{said}{day}</div>', width="stretch")
            if ids:
                meaning(*ids)
        yield
        if coded := st.session_state["block"]["ids"]:
            figure_code(*coded)


def chart(figure: Any, alt: str, key: str) -> None:
    """Show a plotly figure; what it shows stands in `alt`."""
    st.plotly_chart(figure, theme=None, config=CONFIG, alt=alt, key=key)


def pick(figure: Any, alt: str, key: str) -> list[str]:
    """Show a plotly figure; give the customdata of the point that was clicked, nothing where none was."""
    event = st.plotly_chart(
        figure, theme=None, config=CONFIG, alt=alt, key=key, on_select="rerun", selection_mode="points"
    )
    points = event.selection.points
    data = points[0].get("customdata") if points else None
    return [str(each) for each in (data if isinstance(data, list) else [data])] if data else []


class Listed(NamedTuple):
    """A link to the rows behind a figure: `n` of them where it is known, none where it is 0; `where` narrows them."""

    label: str
    indicator: str
    part: Part = "n"
    n: float | None = None
    where: Mapping[str, str] = {}


def lists(*links: Listed | tuple[str, str, Part], table: Table | None = None) -> None:
    """Show links to the rows behind a picture, and the picture's numbers as a table."""
    view, now = asked()
    here = st.session_state["block"]
    st.space("stretch")
    with st.container(key=f"links_{here['key']}", horizontal=True, gap="small", vertical_alignment="center"):
        for each in (Listed(*each) for each in links):
            if each.n != 0:
                label = each.label if each.n is None else f"{each.label}（{written(each.n)}）"
                link(label, "rows", view, now, k=each.indicator, part=each.part, **each.where)
        if table is not None:
            numbers(table)
        st.space("stretch")
        figure_code(*here["ids"])
        here["ids"] = ()  # stand in this line, so the block need not add them


def empty(sentence: str) -> None:
    """Say in a friendly word that there is nothing to draw yet, and what to upload."""
    st.html(f'<div class="empty">{escape(sentence)}</div>')
