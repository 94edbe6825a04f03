"""What a cell under a merge holds: the value shown, downward only, or a conflict with a value hidden beneath."""

from dataclasses import dataclass

from services.ingest.cells import written
from services.ingest.grid import Sheet
from services.text import normal


@dataclass(frozen=True)
class Held:
    """Where a merge begins, by 0-based row and column; `conflict`: something else is hidden at the place it covers."""

    at: tuple[int, int]
    conflict: bool


Covered = dict[tuple[int, int], Held]


def covered_cells(sheet: Sheet, data: list[int]) -> Covered:
    """Give what holds at every place of the data rows that a merge covers, by 0-based row and column."""
    held: Covered = {}
    rows = set(data)
    width = len(sheet.rows[0]) if sheet.rows else 0
    for r1, c1, r2, c2 in sheet.merges:
        if r1 >= len(sheet.rows) or c1 >= width:
            continue
        shown = sheet.rows[r1][c1]
        for r in range(r1, min(r2 + 1, len(sheet.rows))):
            for c in range(c1, min(c2 + 1, width)):
                if r in rows and (r, c) != (r1, c1):
                    hidden = written(sheet.rows[r][c])
                    conflict = bool(hidden) and normal(hidden) != normal(written(shown))
                    held[r, c] = Held((r1, c1), conflict)
    return held
