"""Which cells of a file are never kept as they stand: under 身份证号 and its like nothing, telephone numbers masked."""

from collections.abc import Collection, Mapping
from typing import Literal

from services.ingest.cells import written
from services.ingest.grid import Cell, Sheet
from services.ingest.match import NEVER_STORED
from services.ingest.numbers import masked
from services.ledgers.units import Unit
from services.text import header

PHONES = {header(text) for text in Unit.__table__.c.phone.info["column"].headers}  # type: ignore[attr-defined]
# No header is longer.
LONGEST = 20

How = Literal["drop", "mask"]
# By 0-based column: the rows of such titles, and what becomes of what stands below them.
Private = Mapping[int, list[tuple[int, How]]]


def private(sheet: Sheet, headings: Collection[int] | None = None) -> Private:
    """Give the columns with something to hide; `headings`: the 0-based rows that can hold titles (default: all)."""
    found: dict[int, list[tuple[int, How]]] = {}
    for r, row in enumerate(sheet.rows):
        if headings is not None and r not in headings:
            continue
        for c, cell in enumerate(row):
            if isinstance(cell, str) and len(cell) <= LONGEST:
                title = header(cell)
                if title in NEVER_STORED:
                    found.setdefault(c, []).append((r, "drop"))
                elif title in PHONES:
                    found.setdefault(c, []).append((r, "mask"))
    return found


def shown(cell: Cell, r: int, c: int, hidden: Private) -> Cell:
    """Give a cell as it may be kept and shown."""
    above = {how for row, how in hidden.get(c, ()) if row < r}
    if "drop" in above or cell is None:
        return None
    return masked(written(cell)) if "mask" in above else cell
