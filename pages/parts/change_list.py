"""Every thing that moved a figure, class by class: the unit, why, and the cell that says so."""

from collections.abc import Sequence
from html import escape

import pandas as pd
import streamlit as st

from pages.parts.asked import asked
from pages.parts.change_block import chip
from pages.parts.menu import link
from services.changes import Change, Split, amounts
from services.figures.palette import CHANGES

LINKED = 30  # with links; the rest stands in a table


def change_list(found: Split) -> None:
    """Show them."""
    for state in CHANGES:
        own = [change for change in found.changes if change.kind == state.word]
        if own:
            with st.container(border=True, key=f"class_{state.role}", gap=None):
                st.html(f'<div class="changed"><p>{chip(state)}<b>{amounts(own)}</b>共{len(own)}项</p></div>')
                for place, change in enumerate(own[:LINKED]):
                    _row(change, f"{state.role}_{place}")
                if rest := own[LINKED:]:
                    with st.expander(f"其余{len(rest)}项"):
                        st.dataframe(table(rest), hide_index=True, alt=f"{state.word}的其余{len(rest)}项")


def _row(change: Change, key: str) -> None:
    view, now = asked()
    with st.container(key=f"change_{key}", horizontal=True, vertical_alignment="center", gap="small"):
        with st.container(width=250):
            if change.unit:
                link(change.unit, "unit", view.only(), now, unit=change.unit)
            else:
                st.html(f"<b>{escape(change.name)}</b>")
        what = f"<b>{escape(change.name)}</b>　" if change.unit and change.name else ""
        st.html(f"<div>{what}{escape(change.reason)}</div>", width="stretch")
        st.html(f'<div class="days">{effect(change)}</div>', width=110)
        with st.container(width=110):
            if place := change.place:
                link(
                    f"第{place.batch}批 {place.cell or ''}",
                    "source",
                    view,
                    now,
                    ledger=place.ledger,
                    row=str(place.row),
                )


def effect(change: Change) -> str:
    """Give what one thing did to the figure."""
    return amounts([change])


def table(changes: Sequence[Change]) -> pd.DataFrame:
    """Give changes as a table, one line each."""
    rows = [
        (each.unit or "", each.name, effect(each), each.reason, each.place and each.place.file,
         each.place and each.place.cell)
        for each in changes
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=["单位", "事项", "影响", "原因", "文件", "单元格"]).fillna("")
