"""The figures and charts of a ledger: cards, then what it draws, narrow pictures side by side."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

import streamlit as st

from pages.parts.asked import asked
from pages.parts.card import card
from pages.parts.figure_line import Further, figure_line
from pages.parts.ledger_chart import ledger_chart
from pages.parts.measured import against, measures
from services.indicators import Measure
from services.ledger import Ledger
from services.ledgers import indicators

CARDS = 4
Draw = Callable[[], None]


class Piece(NamedTuple):
    """One thing on the page; what is `wide` takes a line of its own."""

    draw: Draw
    wide: bool = False


def ledger_figures(ledger: Ledger) -> None:
    """Show every indicator of the ledger, its one figure first, and every chart."""
    view, now = asked()
    wanted = [each.id for each in ledger.indicators]
    found, before = measures(now.stamp, view, *wanted), against(now, view, *wanted)
    told = {id: _told(id, found[id]) for id in wanted}
    days = [id for id, each in found.items() if each and "mean" in each.values]
    cards = [id for id in wanted if id not in days][:CARDS]
    drawn: list[Draw] = [
        partial(card, id, found[id], before=before.get(id), beside=told[id], rest="看其余", key=f"{ledger.id}_")
        for id in cards
    ]
    if len(drawn) > 1:
        _side_by_side(drawn)
    rest = [id for id in wanted if id not in cards]
    for place in range(0, len(rest), CARDS):
        figure_line(found, before, *(Further(id, told[id], days=id in days) for id in rest[place : place + CARDS]))
    alone = [Piece(each) for each in drawn] if len(drawn) == 1 else []
    charts = [
        Piece(partial(ledger_chart, chart, f"chart_{ledger.id}_{place}"), wide=bool(chart.across))
        for place, chart in enumerate(ledger.charts)
    ]
    for line in lines([*alone, *charts]):
        _side_by_side([piece.draw for piece in line])


def lines(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Give the lines of a page: narrow pieces in pairs, three of them together, each wide one alone in its place."""
    narrow = [place for place, piece in enumerate(pieces) if not piece.wide]
    most = 3 if len(narrow) == 3 else 2
    together = [narrow[place : place + most] for place in range(0, len(narrow), most)]
    found = sorted([*together, *([place] for place, piece in enumerate(pieces) if piece.wide)])
    return [[pieces[place] for place in line] for line in found]


def _side_by_side(drawn: Sequence[Draw]) -> None:
    for column, draw in zip(st.columns(len(drawn)), drawn, strict=True):
        with column:
            draw()


def _told(id: str, measured: Measure | None) -> str:
    tells = indicators()[id].tells
    return tells(measured.values) if tells and measured else ""
