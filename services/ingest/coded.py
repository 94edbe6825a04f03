"""A sheet's rows that also know their cells by number: what depends on a cell alone is asked once for each."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Sequence
from itertools import chain, islice

import numpy as np

from services.ingest.grid import Cell

BLANK_CELL = 0


class CodedRows(list[list[Cell]]):
    """`cells` are the different ones, a blank first; `numbers` (rows × columns) say which of them stands where.

    Some of them may stand in the file's other sheets only.
    """

    def __init__(self, cells: Sequence[Cell], numbers: memoryview, height: int, width: int) -> None:
        """Lay the cells out. `numbers`: as many as there are places, row by row."""
        found = map(cells.__getitem__, numbers)
        super().__init__([list(islice(found, width)) for _ in range(height)])
        self.cells = cells
        self.numbers = np.frombuffer(numbers, np.uint32).reshape(height, width)

    @classmethod
    def of(cls, rows: list[list[Cell]]) -> CodedRows:
        """Give rows of one width with their cells numbered, these very ones where they are."""
        if isinstance(rows, cls):
            return rows
        # True, 1 and 1.0 are three cells, and one key.
        keys = [(type(cell), cell) for cell in chain.from_iterable(rows)]
        numbers = {key: number for number, key in enumerate(dict.fromkeys([(type(None), None), *keys]))}
        width = len(rows[0]) if rows else 0
        return cls(
            [cell for _, cell in numbers], memoryview(array("I", map(numbers.__getitem__, keys))), len(rows), width
        )

    def where(self, asked: Callable[[Cell], bool]) -> np.ndarray:
        """Say of each place whether its cell is one that is asked for: rows × columns of true and false."""
        return np.fromiter(map(asked, self.cells), bool, len(self.cells))[self.numbers]

    def column(self, column: int, rows: Iterable[int]) -> list[int]:
        """Give the numbers of the cells that stand in these rows of a column."""
        return list(map(self.numbers[:, column].tolist().__getitem__, rows))
