"""One figure then and now: how far it moved, the waterfall of the four classes, and who is behind each."""

from collections.abc import Callable
from html import escape

import streamlit as st

from pages.parts.asked import asked
from pages.parts.compared import Compared
from pages.parts.meaning import meaning
from pages.parts.menu import link
from pages.parts.names import short_names
from pages.parts.picture import picture
from services.changes import Change, Split, amounts, figure, names, sentence
from services.figures.palette import CHANGES, State
from services.figures.svg.waterfall import End, Step, waterfall
from services.indicators import Indicator
from services.share import points, written

NAMED = 6
Short = Callable[[str], str]


def change_block(indicator: Indicator, found: Split, pair: Compared, *, more: bool) -> None:
    """Show the figure; `more`: with a link to every single thing that moved it."""
    view, now = asked()
    known = short_names()
    with st.container(border=True, key=f"block_change_{indicator.id}", gap="small"):
        with st.container(horizontal=True, horizontal_alignment="distribute", wrap=False):
            st.html(f'<h3 class="finding">{escape(title(indicator, found))}</h3>', width="stretch")
            meaning(indicator.id)
        left, right = st.columns([5, 7], gap="medium", vertical_alignment="center")
        with left:
            picture(drawn(indicator, found, pair), f"waterfall_{indicator.id}")
        with right:
            st.html(f'<div class="changed">{_classes(indicator, found, lambda unit: known.get(unit, unit))}</div>')
            if more:
                with st.container(key=f"links_change_{indicator.id}"):
                    link(f"逐个看（{len(found.changes)}）", "changes", view, now, k=indicator.id)


def title(indicator: Indicator, found: Split) -> str:
    """Give the finding: the figure then and now, and the difference in things and in 个百分点."""
    moved, word = found.difference.n, indicator.unit_word
    more = f"增{written(moved)}{word}" if moved > 0 else f"减{written(-moved)}{word}" if moved else "总数没有增减"
    share = points((int(found.now[0]), found.now[1]), (int(found.then[0]), found.then[1]))
    by = f"，{share}个百分点" if share else ""
    return f"{indicator.name} {figure(found.then)} → {figure(found.now)}{word}，{more}{by}"


def drawn(indicator: Indicator, found: Split, pair: Compared) -> str:
    """Give the waterfall of the numerator: per class what it added, then what it took away."""
    steps = []
    for state in CHANGES:
        for sign in (1, -1):
            by = sum(change.amount.n for change in _of(found, state) if change.amount.n * sign > 0)
            steps += [Step(state, by)] if by else []
    then, until = (End(name, each[0], figure(each)) for name, each in (
        (pair.then_name, found.then), (pair.until_name, found.now),
    ))  # fmt: skip
    return waterfall(then, steps, until, sentence(found, indicator, pair.then_name))


def chip(state: State) -> str:
    """Give a class's glyph and word as HTML."""
    return f'<span class="class {state.role}"><i>{state.glyph}</i>{state.word}</span>'


def _classes(indicator: Indicator, found: Split, short: Short) -> str:
    word = "" if indicator.sums else indicator.unit_word
    lines = [
        f"<p>{chip(state)}<b>{amounts(own)}</b>{escape(names(own, word, short, NAMED))}</p>"
        for state in CHANGES
        if (own := _of(found, state))
    ]
    return "".join(lines)


def _of(found: Split, state: State) -> list[Change]:
    return [change for change in found.changes if change.kind == state.word]
