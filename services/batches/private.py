"""Which cells of a file are never kept as they stand: under 身份证号 and its like nothing, telephone numbers masked."""

from collections.abc import Collection, Mapping
from typing import Literal

from services.ingest.cells import written
from services.ingest.coded import CodedRows
from services.ingest.grid import Cell, Sheet
from services.ingest.match import NEVER_STORED
from services.ingest.numbers import masked
from services.ledgers.units import Unit
from services.text import header

PHONES = {header(text) for text in Unit.__table__.c.phone.info["column"].headers}  # type: ignore[attr-defined]
# No header is longer.
LONGEST = 20

How = Literal["drop", "mask"]
# By 0-based column: what becomes of what stands below such a title, and the row of the first one.
Private = Mapping[int, Mapping[How, int]]


def private(sheet: Sheet, headings: Collection[int] | None = None) -> Private:
    """Give the columns with something to hide; `headings`: the 0-based rows that can hold titles (default: all)."""
    lines = range(len(sheet.rows)) if headings is None else sorted(headings)
    # Every different cell once: a large sheet repeats itself. None of the titles is in Latin letters.
    cells = CodedRows.of(sheet.rows).cells
    words = [cell for cell in cells if type(cell) is str and len(cell) <= LONGEST and not cell.isascii()]
    titles = {word: how for word in words if (how := _how(header(word)))}
    found: dict[int, dict[How, int]] = {}
    for r in lines if titles else ():
        for c, cell in enumerate(sheet.rows[r]):
            if type(cell) is str and cell in titles:
                found.setdefault(c, {}).setdefault(titles[cell], r)
    return found


def _how(title: str) -> How | None:
    return "drop" if title in NEVER_STORED else "mask" if title in PHONES else None


def shown(cell: Cell, r: int, c: int, hidden: Private) -> Cell:
    """Give a cell as it may be kept and shown."""
    if cell is None or c not in hidden:
        return cell
    titles = hidden[c]
    if titles.get("drop", r) < r:
        return None
    return masked(written(cell)) if titles.get("mask", r) < r else cell
