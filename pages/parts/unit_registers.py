"""各台账: one line per ledger that speaks of the unit or awaits it: its one figure for this unit."""

from html import escape
from urllib.parse import urlencode

import streamlit as st

from pages.parts.asked import asked
from pages.parts.chart import block
from pages.parts.data import rows, without_a_row
from pages.parts.measured import measure
from services.ledger import Kind, Ledger
from services.ledgers import ledgers
from services.share import written

ACROSS, HEAD = 4, 3  # on paper so many stand side by side, under a head as high as so many lines


def unit_registers(unit: str) -> int:
    """Show the lines, each leading to the ledger's page; give how many rows of the paper they take."""
    view, now = asked()
    silent = without_a_row(now.stamp, view.as_of, view.batch)
    known = {each.id: _rows(each, unit) for each in ledgers().values() if _about_units(each)}
    shown = [id for id, n in known.items() if n or unit in silent.get(id, ())]
    missing = sum(not known[id] for id in shown)
    title = f"{len(shown) - missing}种台账有这个单位的记录" + (f"，{missing}种还没有" if missing else "")
    with block(title, "点台账看全貌", key="registers"):
        lines = (_line(ledgers()[id], unit, known[id]) for id in shown)
        st.html(f'<div class="registers">{"".join(lines)}</div>')
    return -(-len(shown) // ACROSS) + HEAD


def _about_units(ledger: Ledger) -> bool:
    column = ledger.by_id.get("unit")
    return column is not None and column.kind is Kind.REF


def _rows(ledger: Ledger, unit: str) -> int:
    view, now = asked()
    return len(rows(now.stamp, view.batch, ledger.id, (("unit", unit),)))


def _line(ledger: Ledger, unit: str, n: int) -> str:
    view, now = asked()
    query = escape(urlencode(view.only().params(now.day, ledger=ledger.id)))
    name, said, share = _said(ledger, unit, n)
    return (
        f'<p class="{"" if n else "none"}"><a href="ledger?{query}" target="_self">{escape(ledger.title)}</a>'
        f"<span><small>{escape(name)} </small>{escape(said)}</span><em>{escape(share)}</em></p>"
    )


def _said(ledger: Ledger, unit: str, n: int) -> tuple[str, str, str]:
    """Give the name of the ledger's one figure, the figure for the unit and its percent; else its rows."""
    view, now = asked()
    if not n:
        return "", "没有记录", ""
    first = ledger.indicators[0] if ledger.indicators else None
    measured = measure(now.stamp, view.only().sliced(unit=unit), first.id) if first else None
    if not first or measured is None or not (measured.of or (measured.of is None and measured.n)):
        return "", f"{n}{ledger.unit_word}", ""
    of = "" if measured.of is None else f"/{written(measured.of)}"
    return first.name, f"{written(measured.n)}{of}{first.unit_word}", measured.percent or ""
