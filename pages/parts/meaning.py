"""口径: what a figure counts, out of what, why, and which settings are in force."""

from html import escape

import streamlit as st

from pages.parts.asked import asked
from pages.parts.data import targets
from pages.parts.definition_tables import in_force
from services.indicators import Indicator
from services.ledgers import indicators


def meaning(*ids: str) -> None:
    """Show a small button that opens the definitions of these indicators."""
    view, now = asked()
    with st.popover("口径", type="tertiary", icon=":material/info:"):
        known = indicators()
        settings = targets(now.stamp, view.as_of, view.batch)
        st.html("".join(_said(known[each], settings) for each in ids), width=420)


def _said(indicator: Indicator, settings: dict[str, str]) -> str:
    lines = [
        ("数的是" if not indicator.share else "分子", indicator.numerator),
        ("分母", indicator.denominator),
        ("说明", indicator.note),
        ("来源", indicator.source.text),
        *((f"现行值：{item}", value) for item, value in in_force(indicator, settings).items()),
    ]
    rows = "".join(f"<p><i>{escape(title)}</i>{escape(words)}</p>" for title, words in lines if words)
    return f'<div class="meaning"><h4>{escape(indicator.id)} {escape(indicator.name)}</h4>{rows}</div>'
