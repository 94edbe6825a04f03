"""The named tile grid: one tile per unit, in the order given, so that it also reads as a share of the whole."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from itertools import islice

from services.figures.html.look import leading
from services.figures.palette import State
from services.figures.svg.draw import width_of

TWO_LINES = 10  # em: what a tile holds; a longer name takes three lines of smaller type


@dataclass(frozen=True)
class Tile:
    """One unit: the name as shown, the full name it leads to, its state."""

    name: str
    target: str | None
    state: State


def tiles(units: Sequence[Tile], alt: str, heads: Sequence[tuple[str, int]] = ()) -> str:
    """Give the grid under a legend that counts each state; a tile with a target can be clicked.

    `heads`: (heading, how many of the tiles stand under it) where the grid falls into parts.
    """
    legend = "".join(
        f'<span><i class="{state.role}">{state.glyph}</i>{escape(state.word)} {count}</span>'
        for state, count in Counter(unit.state for unit in units).items()
    )
    rest = iter(units)
    grids = "".join(_grid(islice(rest, size), head) for head, size in heads) + _grid(rest)
    label = escape(alt, quote=True)
    return f'<div class="words" role="group" aria-label="{label}"><div class="legend">{legend}</div>{grids}</div>'


def _grid(units: Iterable[Tile], head: str = "") -> str:
    drawn = "".join(_tile(unit) for unit in units)
    title = f"<h4>{escape(head)}</h4>" if head else ""
    return f'{title}<div class="tiles">{drawn}</div>' if drawn else ""


def _tile(unit: Tile) -> str:
    drawn = (f"<i>{unit.state.glyph}</i>", f"<b>{escape(unit.name)}</b>")
    style = f"tile {unit.state.role}" + " long" * (width_of(unit.name) > TWO_LINES)
    return leading(unit.target, f"{unit.target or unit.name}：{unit.state.word}", style, drawn)
