"""The filters of a page. A choice is written into the URL at once, so it goes along to the next page.

The snapshot compared with keeps its own day and batch and takes the same slice, so a filter never breaks a comparison.
"""

from html import escape

import streamlit as st

from pages.parts.asked import asked, note
from pages.parts.band import label
from pages.parts.data import Now
from pages.parts.view import View, title, words

ALL = "全部"
WIDTH = 128


def filters(*dimensions: str) -> tuple[View, Now]:
    """Show one box per dimension in the strip; give the view sliced by these alone, which the page's parts use."""
    view, now = asked()
    view = view.only(*dimensions)
    with st.session_state["room"]:
        for dimension in dimensions:
            st.session_state[dimension] = view.where.get(dimension, ALL)
            with label(title(dimension)):
                st.selectbox(
                    title(dimension), [ALL, *words(dimension)], key=dimension, width=WIDTH,
                    label_visibility="collapsed", on_change=_put, args=(dimension,),
                )  # fmt: skip
        if view.where:
            st.button("清除筛选", type="tertiary", icon=":material/close:", on_click=_clear, args=(dimensions,))
    note(view, now)
    return view, now


def headline(sentence: str) -> None:
    """Show the page's sentence, and before it what the page is filtered by."""
    view, _ = asked()
    said = f'<span class="slice">{escape(" · ".join(view.where.values()))}</span>' if view.where else ""
    st.html(f'<div class="headline">{said}{escape(sentence)}</div>')


def choose(dimension: str, word: str) -> None:
    """Filter the page by what was clicked in a picture; a second click on the same takes the filter off again."""
    if st.query_params.get(dimension) == word:
        del st.query_params[dimension]
    elif word in words(dimension):
        st.query_params[dimension] = word
    st.rerun()


def _put(dimension: str) -> None:
    chosen = st.session_state[dimension]
    if chosen == ALL:
        st.query_params.pop(dimension, None)
    else:
        st.query_params[dimension] = chosen


def _clear(dimensions: tuple[str, ...]) -> None:
    for dimension in dimensions:
        st.query_params.pop(dimension, None)
