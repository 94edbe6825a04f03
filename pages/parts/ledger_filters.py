"""The filters of a ledger's page: 领域, and every dimension its charts draw."""

import streamlit as st

from pages.parts import own_slice
from pages.parts.asked import note
from pages.parts.band import label
from pages.parts.filters import ALL, WIDTH, filters
from pages.parts.measured import measure
from pages.parts.menu import link
from services.ledger import Ledger
from services.ledgers import indicators
from services.ledgers.dimensions import title


def ledger_filters(ledger: Ledger) -> None:
    """Show the boxes in the strip; the view of this run is sliced by what they say."""
    view, now = filters("domain")
    asked_for = own_slice.read(st.query_params)
    where = {}
    for dimension, indicator in _dimensions(ledger).items():
        whole = measure(now.stamp, view.only(), indicator, by=dimension)
        words = [group.key for group in whole.groups] if whole else []
        chosen = asked_for.get(dimension)
        if chosen in words:
            where[dimension] = chosen
        if len(words) > 1:
            _box(ledger, dimension, title(indicators()[indicator], dimension) or dimension, words, chosen)
    with st.session_state["room"]:
        link("全部台账", "registers", view, now, icon=":material/arrow_back:")
    note(view.sliced(**where), now)


def _dimensions(ledger: Ledger) -> dict[str, str]:
    """Give the dimensions with the indicator that has them, without 领域 and months."""
    found: dict[str, str] = {}
    for chart in ledger.charts:
        for dimension in (chart.by, chart.across):
            if dimension and dimension != "domain" and chart.kind != "months":
                found.setdefault(dimension, chart.indicator)
    return found


def _box(ledger: Ledger, dimension: str, named: str, words: list[str], chosen: str | None) -> None:
    key = f"{own_slice.MARK}{ledger.id} {dimension}"
    st.session_state[key] = chosen if chosen in words else ALL
    with st.session_state["room"], label(named):
        st.selectbox(
            named, [ALL, *words], key=key, width=WIDTH, label_visibility="collapsed", on_change=_put,
            args=(key, f"{own_slice.MARK}{dimension}"),
        )  # fmt: skip


def _put(key: str, name: str) -> None:
    if st.session_state[key] == ALL:
        st.query_params.pop(name, None)
    else:
        st.query_params[name] = st.session_state[key]
