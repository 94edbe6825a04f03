"""The matrix of ledgers and 领域: which share of the cells that ought to be filled is."""

from collections.abc import Mapping, Sequence

from services.figures.svg.draw import box, clip, picture, rule, words
from services.share import percent

NAME, CELL, ROW, HEAD = 210, 118, 26, 28
# From which percent on a cell is drawn in which step of the ramp.
STEPS = (60, 80, 90, 97, 100)
UNREPORTED = "未报"


def completeness(
    rows: Sequence[tuple[str, str]],
    columns: Sequence[str],
    cells: Mapping[tuple[str, str], tuple[int, int]],
    unreported: frozenset[str],
    alt: str,
) -> str:
    """Give the matrix; `rows` are (id, shown name), `cells` (filled, all) by (id, column).

    A row in `unreported` holds nothing at all; a place that has no cells otherwise is left free.
    """
    width, height = NAME + CELL * len(columns), HEAD + ROW * len(rows) + 2
    parts = [words(NAME + CELL * (i + 0.5), 18, name, "muted small", "middle") for i, name in enumerate(columns)]
    for index, (row, name) in enumerate(rows):
        y = HEAD + ROW * index
        parts += [rule(0, y, width, y), words(0, y + 17, clip(name, 16), "strong" if index == 0 else "")]
        for place, column in enumerate(columns):
            x = NAME + CELL * place
            if row in unreported and place == 0:
                parts += [box(x + 2, y + 3, CELL - 4, ROW - 6, "unknown"), _said(x, y, UNREPORTED, "muted small")]
            elif (row, column) in cells:
                parts += _cell(x, y, *cells[row, column])
    return picture(width, height, alt, parts, grow=1.2, least=640)


def _cell(x: float, y: float, n: int, of: int) -> list[str]:
    level = sum(n * 100 >= of * step for step in STEPS)
    filled = f'<rect x="{x + 2:g}" y="{y + 3:g}" width="{CELL - 4}" height="{ROW - 6}" rx="2" class="ramp{level}"/>'
    return [f"<g><title>{n}/{of}</title>", filled, _said(x, y, percent(n, of), f"on-ramp{level}"), "</g>"]


def _said(x: float, y: float, text: str, style: str) -> str:
    return words(x + CELL / 2, y + 17, text, style, "middle")
