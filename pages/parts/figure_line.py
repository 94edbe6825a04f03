"""Further figures in one line: smaller than the cards, with the same words, 口径 and lists."""

from collections.abc import Mapping
from html import escape
from typing import NamedTuple

import streamlit as st

from pages.parts.asked import asked
from pages.parts.card import change, change_link, number, plain
from pages.parts.figure_codes import figure_code
from pages.parts.meaning import meaning
from pages.parts.menu import link
from pages.parts.reported import unreported
from services.indicators import Measure, Part
from services.ledgers import indicators
from services.share import NONE, signed, written


class Further(NamedTuple):
    """One figure: what to know beside it, and the link to those not in it.

    `days`: not how many there are is shown but how many days they took on average. `aside`: the link to those that
    are counted apart, and how many they are.
    """

    indicator: str
    beside: str = ""
    rest: str = ""
    days: bool = False
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
    if each.days:
        shown, moved = plain(_days(measured), "天"), _moved(measured, before, view.against)
    else:
        shown = number(measured, declared.unit_word)
        moved = change(measured, before, view.against, declared.unit_word)
    st.html(shown)
    words = [escape(said) for said in (each.beside, moved) if said]
    if words:
        st.html(f'<div class="note">{"；".join(words)}</div>')
    st.space("stretch")
    with st.container(key=f"links_line_{each.indicator}", horizontal=True, gap="small"):
        _link("看名单", each.indicator, "n", measured.n)
        if each.rest and measured.of is not None:
            _link(each.rest, each.indicator, "rest", measured.of - measured.n)
        _link(each.aside[0], each.indicator, "beside", each.aside[1])
        change_link(each.indicator, measured, before)
        st.space("stretch")
        figure_code(each.indicator)


def _link(label: str, indicator: str, part: Part, n: float) -> None:
    view, now = asked()
    if n:
        link(f"{label}（{written(n)}）", "rows", view, now, k=indicator, part=part)


def _days(measured: Measure) -> str:
    mean = measured.values["mean"]
    return NONE if mean is None else written(mean)


def _moved(measured: Measure, before: Measure | None, snapshot: str | None) -> str:
    """Give the change of the mean number of days in words."""
    now, then = (each.values["mean"] if each else None for each in (measured, before))
    if now is None or then is None:
        return ""
    more = round(now - then, 1)
    return f"较“{snapshot}”{signed(more)}天" if more else f"较“{snapshot}”没有变化"


def _why(missing: str | None) -> str:
    return f"还没有上传{escape(missing)}" if missing else "这个指标不能按当前筛选统计"
