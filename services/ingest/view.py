"""A sheet as rows of what stands in them: blanks and places covered by a merge left out."""

from collections import defaultdict
from collections.abc import Iterable

import numpy as np

from services.ingest.coded import CodedRows
from services.ingest.grid import Cell, Merge, Sheet
from services.text import outer


def filled(cell: Cell) -> bool:
    """Say whether a cell holds anything to be seen."""
    # Most texts begin with a letter or a digit; only the others are worth a closer look.
    return cell is not None and (not isinstance(cell, str) or cell[:1].isalnum() or bool(outer(cell)))


def _anchors(there: np.ndarray) -> list[tuple[int, ...]]:
    """Give the columns filled in each row. Most rows of a table fill the same columns, and share them here."""
    found: dict[bytes, tuple[int, ...]] = {}
    anchors = []
    for row, key in zip(there, map(bytes, np.packbits(there, axis=1)), strict=True):
        if key not in found:
            found[key] = tuple(np.flatnonzero(row).tolist())
        anchors.append(found[key])
    return anchors


class View:
    """Rows 0 to the last one with content; `anchors[r]` are the columns filled there, merged places counted once."""

    def __init__(self, sheet: Sheet) -> None:
        """Find what is filled, and what merges cover."""
        self.rows = sheet.rows
        self.covered: dict[int, dict[int, Merge]] = defaultdict(dict)
        self.merges: dict[tuple[int, int], Merge] = {}
        there = CodedRows.of(sheet.rows).where(filled)
        height, width = there.shape
        for merge in sheet.merges:
            r1, c1, r2, c2 = merge
            self.merges[r1, c1] = merge
            for r in range(r1, min(r2 + 1, height)):
                covered = self.covered[r]
                for c in range(c1, min(c2 + 1, width)):
                    if (r, c) != (r1, c1):
                        covered[c] = merge
                        there[r, c] = False
        self.anchors = _anchors(there)
        while self.anchors and not self.anchors[-1]:
            self.anchors.pop()
        self.columns = sorted(self.used(range(len(self.anchors))))

    def used(self, rows: Iterable[int]) -> set[int]:
        """Give the columns filled in any of these rows."""
        # Most rows of a table fill the same columns.
        return set().union(*{self.anchors[r] for r in rows})

    def __len__(self) -> int:
        """The number of used rows."""
        return len(self.anchors)

    def has(self, r: int, c: int) -> bool:
        """Say whether a place is filled and not covered."""
        return c not in self.covered.get(r, ()) and filled(self.rows[r][c])

    def text(self, r: int, c: int) -> str:
        """Give a cell's text, "" for one that is no text."""
        cell = self.rows[r][c]
        return cell if isinstance(cell, str) else ""

    def texts(self, r: int) -> list[str] | None:
        """Give the texts of a row, None where something else than text stands in it."""
        cells = [self.rows[r][c] for c in self.anchors[r]]
        return (
            [cell for cell in cells if isinstance(cell, str)] if all(isinstance(cell, str) for cell in cells) else None
        )

    def across(self, r: int, c: int) -> int:
        """Give the last column of the place that begins here."""
        merge = self.merges.get((r, c))
        return merge[3] if merge else c

    def joined_below(self, r: int) -> bool:
        """Say whether a merge ties row r to row r + 1."""
        return any(merge[0] <= r < merge[2] for merge in self.covered.get(r + 1, {}).values())
