"""Two dimensions against each other: a share or a count in every cell, darker for more."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from urllib.parse import urlencode

from services.figures.html.look import leading
from services.share import percent, written

# From which percent on, and from which part of the largest count on, a cell is drawn in which step of the ramp.
PERCENTS, PARTS = (50, 70, 80, 90, 100), (0.2, 0.4, 0.6, 0.8, 1.0)


@dataclass(frozen=True)
class Cell:
    """One cell: `n` of `of`; a count has no `of`."""

    n: float
    of: int | None = None

    @property
    def said(self) -> str:
        """Give the cell in words."""
        return written(self.n) if self.of is None else percent(int(self.n), self.of)

    @property
    def full(self) -> str:
        """Give the cell in full, for the pointer."""
        return written(self.n) if self.of is None else f"{written(self.n)}/{self.of}（{self.said}）"


def crosstab(
    rows: Sequence[str],
    columns: Sequence[str],
    cells: Mapping[tuple[str, str], Cell],
    alt: str,
    names: tuple[str, str],
    corner: str = "",
) -> str:
    """Give the table; a place without a cell stays free. `corner` says what its rows and its columns are.

    What a cell leads to is a query string: its row under `names[0]`, its column under `names[1]`.
    """
    most = max((cell.n for cell in cells.values()), default=0)
    head = "".join(f'<th scope="col">{escape(column)}</th>' for column in columns)
    lines = []
    for row in rows:
        drawn = (_cell(row, column, cells.get((row, column)), most, names) for column in columns)
        lines.append(f'<tr><th scope="row">{escape(row)}</th>{"".join(drawn)}</tr>')
    table = f"<table><thead><tr><td>{escape(corner)}</td>{head}</tr></thead><tbody>{''.join(lines)}</tbody></table>"
    return f'<div class="words grid" role="group" aria-label="{escape(alt, quote=True)}">{table}</div>'


def _cell(row: str, column: str, cell: Cell | None, most: float, names: tuple[str, str]) -> str:
    if cell is None or (cell.of == 0 if cell.of is not None else not cell.n):
        return "<td></td>"
    if cell.of is None:
        level = sum(cell.n >= part * most for part in PARTS)
    else:
        level = sum(cell.n * 100 >= cell.of * step for step in PERCENTS)
    target = urlencode({names[0]: row, names[1]: column})
    return f"<td>{leading(target, f'{row} {column}：{cell.full}', f'ramp{level}', (escape(cell.said),), 'i')}</td>"
