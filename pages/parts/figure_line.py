"""Further figures in one line: smaller than the cards, with the same words, 口径 and lists."""

from collections.abc import Mapping
from html import escape
from typing import NamedTuple

import streamlit as st

from pages.parts.asked import asked
from pages.parts.card import change, number, plain
from pages.parts.figure_codes import figure_code
from pages.parts.meaning import meaning
from pages.parts.menu import link
from pages.parts.reported import unreported
from services.indicators import Measure, Part
from services.ledgers import indicators
from services.share import written


class Further(NamedTuple):
    """One figure: what to know beside it, the link to those not in it, a number and its unit to show instead.

    `aside`: the link to those that are counted apart, and how many they are.
    """

    indicator: str
    beside: str = ""
    rest: str = ""
    instead: tuple[str, str] | None = None
    aside: tuple[str, int] = ("", 0)


def figure_line(found: Mapping[str, Measure | None], before: Mapping[str, Measure | None], *further: Further) -> None:
    """Show the figures side by side in one frame."""
    with st.container(border=True, key=f"line_{further[0].indicator}"):
        for column, each in zip(st.columns(len(further), gap="medium"), further, strict=True):
            with column, st.container(height="stretch", gap="xsmall"):
                _one(each, found[each.indicator], before.get(each.indicator))


def _one(each: Further, measured: Measure | None, before: Measure | None) -> None:
    view, _ = asked()
    declared = indicators()[each.indicator]
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute", wrap=False):
        st.html(f'<div class="card-name">{escape(declared.name)}</div>', width="content")
        meaning(each.indicator)
    missing = unreported(each.indicator)
    if measured is None or missing:
        st.html(f'<div class="figure"><b>—</b></div><div class="note">{_why(missing)}</div>')
        return
    st.html(number(measured, declared.unit_word) if each.instead is None else plain(*each.instead))
    words = [escape(said) for said in (each.beside, change(measured, before, view.against)) if said]
    if words:
        st.html(f'<div class="note">{"；".join(words)}</div>')
    st.space("stretch")
    with st.container(key=f"links_line_{each.indicator}", horizontal=True, gap="small"):
        _link("看名单", each.indicator, "n", measured.n)
        if each.rest and measured.of is not None:
            _link(each.rest, each.indicator, "rest", measured.of - measured.n)
        _link(each.aside[0], each.indicator, "beside", each.aside[1])
        st.space("stretch")
        figure_code(each.indicator)


def _link(label: str, indicator: str, part: Part, n: float) -> None:
    view, now = asked()
    if n:
        link(f"{label}（{written(n)}）", "rows", view, now, k=indicator, part=part)


def _why(missing: str | None) -> str:
    return f"还没有上传{escape(missing)}" if missing else "这个指标不能按当前筛选统计"
