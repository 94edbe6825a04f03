"""Bars in pieces one under another: how each part falls into the same states, under one legend."""

from collections import Counter
from collections.abc import Mapping, Sequence
from html import escape
from urllib.parse import urlencode

from services.figures.html.bars import bars
from services.figures.html.look import leading
from services.figures.palette import State


def stacks(
    rows: Sequence[tuple[str, Mapping[str, int]]],
    states: Sequence[State],
    unit_word: str,
    alt: str,
    names: tuple[str, str],
) -> str:
    """Give one bar per row (label, how many by the word of the state), all of the same length, its sum beside it.

    What a piece leads to is a query string: the row's label under `names[0]`, the state's word under `names[1]`.
    """
    sums = Counter[str]()
    for _, counts in rows:
        sums.update(counts)
    legend = "".join(
        f'<span><i class="{state.role}">{state.glyph}</i>{escape(state.word)} {sums[state.word]}</span>'
        for state in states
    )
    drawn = [_row(label, counts, states, unit_word, names) for label, counts in rows]
    return f'<div class="words"><div class="legend">{legend}</div></div>' + bars(
        "stacks", [label for label, _ in rows], drawn, alt
    )


def _row(label: str, counts: Mapping[str, int], states: Sequence[State], unit_word: str, names: tuple[str, str]) -> str:
    whole = sum(counts.values())
    pieces = "".join(
        f'<u class="{state.role}" style="flex-grow:{n}">{_piece(label, state.word, n, unit_word, names)}</u>'
        for state in states
        if (n := counts.get(state.word, 0))
    )
    return f"<li><b>{escape(label)}</b><i>{pieces}</i><em>{whole}</em></li>"


def _piece(label: str, word: str, n: int, unit_word: str, names: tuple[str, str]) -> str:
    target = urlencode({names[0]: label, names[1]: word})
    return leading(target, f"{label} {word}：{n}{unit_word}", "", (str(n),), "span")
