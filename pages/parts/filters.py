"""The filters of a page. A choice is written into the URL at once, so it goes along to the next page."""

import streamlit as st

from pages.parts.asked import asked, note
from pages.parts.band import label
from pages.parts.data import Now
from pages.parts.view import View, title, words

ALL = "全部"
WIDTH = 150


def filters(*dimensions: str) -> tuple[View, Now]:
    """Show one box per dimension in the strip; give the view sliced by these alone, which the page's parts use."""
    view, now = asked()
    with st.session_state["room"]:
        for dimension in dimensions:
            st.session_state[dimension] = view.where.get(dimension, ALL)
            label(title(dimension))
            st.selectbox(
                title(dimension), [ALL, *words(dimension)], key=dimension, width=WIDTH, label_visibility="collapsed",
                on_change=_put, args=(dimension,),
            )  # fmt: skip
    view = view.only(*dimensions)
    note(view, now)
    return view, now


def _put(dimension: str) -> None:
    chosen = st.session_state[dimension]
    if chosen == ALL:
        st.query_params.pop(dimension, None)
    else:
        st.query_params[dimension] = chosen
