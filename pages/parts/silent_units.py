"""没有记录: the units that a ledger awaits a row from and that have none; each name leads to its page."""

from collections.abc import Sequence
from html import escape
from urllib.parse import urlencode

import streamlit as st

from pages.parts.asked import asked
from pages.parts.chart import block
from pages.parts.data import rows, without_a_row
from pages.parts.names import short_names
from services.ledger import Ledger


def silent_units(ledger: Ledger) -> None:
    """Show them where the ledger awaits every unit; with a filter by 领域 only those of it."""
    if not ledger.awaited:
        return
    found = silent_here(ledger.id)
    title = f"{len(found)}家在管单位还没有记录" if found else "在管单位都有记录"
    with block(title, "点单位看它的全部记录" if found else "", key=f"silent_{ledger.id}"):
        if found:
            st.html(names(found))


def silent_here(ledger: str) -> list[str]:
    """Give the silent units of a ledger within the 领域 of the view."""
    view, now = asked()
    found = without_a_row(now.stamp, view.as_of, view.batch).get(ledger, [])
    domain = view.where.get("domain")
    if not domain:
        return found
    own = {row["values"]["name"] for row in rows(now.stamp, view.batch, "units", (("domain", domain),))}
    return [unit for unit in found if unit in own]


def names(units: Sequence[str]) -> str:
    """Give the units by their short names as links to their pages."""
    view, now = asked()
    short = short_names()
    links = (
        f'<a href="unit?{escape(urlencode(view.only().params(now.day, unit=unit)))}" target="_self" '
        f'title="{escape(unit, quote=True)}">{escape(short.get(unit, unit))}</a>'
        for unit in units
    )
    return f'<div class="chips units">{"".join(f"<span>{link}</span>" for link in links)}</div>'
