"""Lay cells with spans (HTML, XML-2003) into a grid, each span becoming a merge."""

from services.ingest import limits
from services.ingest.grid import Cell, Merge

# Some programs write rowspan="65536" to mean "to the end".
LONGEST = 1_000


class Spread:
    """A sheet in the making: rows from the top, cells from the left, places under a span left free."""

    def __init__(self) -> None:
        """Start with no rows."""
        self.rows: list[list[Cell]] = []
        self.merges: list[Merge] = []
        self._taken: set[tuple[int, int]] = set()

    def row(self, at: int | None = None) -> None:
        """Begin the next row, or the 0-based row `at` below it; raises Refused past the limits."""
        missing = 1 if at is None else max(at + 1 - len(self.rows), 1)
        if len(self.rows) + missing > limits.ROWS:
            raise limits.too_many_rows()
        self.rows.extend([] for _ in range(missing))

    def cell(self, value: Cell, across: int = 1, down: int = 1, at: int | None = None) -> None:
        """Put a value in the next free place of the row, or in column `at`, `across` × `down` places large."""
        if not self.rows:
            self.row()
        r, row = len(self.rows) - 1, self.rows[-1]
        c = len(row) if at is None else max(at, len(row))
        while (r, c) in self._taken:
            c += 1
        across, down = min(max(across, 1), LONGEST), min(max(down, 1), LONGEST)
        if c + across > limits.COLUMNS:
            raise limits.too_many_columns()
        row.extend([None] * (c + across - len(row)))
        row[c] = value
        if across * down > 1:
            self.merges.append((r, c, r + down - 1, c + across - 1))
            self._taken.update((r + i, c + j) for i in range(1, down) for j in range(across))
            if len(self._taken) > limits.CELLS:
                raise limits.too_many_cells()

    def padded(self) -> list[list[Cell]]:
        """Give the rows at one width."""
        width = max((len(row) for row in self.rows), default=0)
        return [row + [None] * (width - len(row)) for row in self.rows]
