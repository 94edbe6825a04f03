"""One unit's figures: its people's training and its findings."""

import streamlit as st

from pages.parts.asked import asked, note
from pages.parts.card import card
from pages.parts.measured import against, measures

SHOWN = (("K08", "看未参训"), ("K10", "看未达标"), ("K17", "看未销号"), ("K19", ""))


def unit_figures(unit: str) -> None:
    """Show the cards of the unit, sliced to it."""
    view, now = asked()
    own = view.only().sliced(unit=unit)
    note(own, now)
    wanted = [indicator for indicator, _ in SHOWN]
    found, before = measures(now.stamp, own, *wanted), against(now, own, *wanted)
    for column, (indicator, rest) in zip(st.columns(len(SHOWN)), SHOWN, strict=True):
        with column:
            card(indicator, found[indicator], before=before.get(indicator), rest=rest, key="unit_")
    note(view, now)
