"""The named tile grid: one square per unit, in the order given, so that it also reads as a share of the whole."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from services.figures.palette import State
from services.figures.svg.draw import box, button, clip, picture, width_of, words

COLUMNS = 12
WIDTH, HEIGHT, GAP, HEAD = 99, 42, 5, 34
LINE = 6.4  # em that fit beside the glyph at 12 px


@dataclass(frozen=True)
class Tile:
    """One unit: the name as shown, the full name it leads to, its state."""

    name: str
    target: str | None
    state: State


def tiles(units: Sequence[Tile], alt: str) -> str:
    """Give the grid under a legend that counts each state; a tile with a target can be clicked."""
    rows = max(1, -(-len(units) // COLUMNS))
    parts = _legend(units)
    for index, unit in enumerate(units):
        row, column = divmod(index, COLUMNS)
        drawn = _tile(column * (WIDTH + GAP) + 1, HEAD + row * (HEIGHT + GAP) + 1, unit)
        hint = f"{unit.target or unit.name}：{unit.state.word}"
        parts.append(button(unit.target, hint, drawn) if unit.target else "".join(drawn))
    return picture(COLUMNS * (WIDTH + GAP) - GAP + 2, HEAD + rows * (HEIGHT + GAP) - GAP + 2, alt, parts, grow=2)


def _legend(units: Sequence[Tile]) -> list[str]:
    counted = Counter(unit.state for unit in units)
    parts: list[str] = []
    x = 1.0
    for state, count in counted.items():
        said = f"{state.word} {count}"
        parts += [box(x, 3, 20, 20, state.role), words(x + 10, 17, state.glyph, f"on-{state.role}", "middle")]
        parts.append(words(x + 27, 17, said))
        x += 27 + 12 * width_of(said) + 26
    return parts


def _tile(x: float, y: float, unit: Tile) -> list[str]:
    ink = f"on-{unit.state.role}"
    lines = _lines(unit.name)
    first = y + HEIGHT / 2 + (4 if len(lines) == 1 else -3)
    texts = [words(x + 19, first + 14.5 * index, line, ink) for index, line in enumerate(lines)]
    return [box(x, y, WIDTH, HEIGHT, unit.state.role), words(x + 4, first, unit.state.glyph, ink), *texts]


def _lines(name: str) -> list[str]:
    """Give the name in at most two lines of about equal length."""
    if width_of(name) <= LINE:
        return [name]
    half = min(len(name) // 2 + len(name) % 2, int(LINE))
    return [name[:half], clip(name[half:], LINE)]
