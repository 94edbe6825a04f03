"""Import of small, large and very large ledgers, between an ordinary import, row by row, and the bare floor."""

import io
import sqlite3
import sys
import time
from pathlib import Path
from typing import Any
from unittest.mock import patch

from python_calamine import CalamineWorkbook

from services.batches import Options, Preview, commit, preview
from services.ingest.grid import Workbook
from services.ingest.read import read
from services.store import Store
from tests.bench import workbook
from tests.bench.clock import median, wall
from tests.bench.rowwise import rowwise

SIZES = (1_500, 20_000, 100_000)
FASTER, FLOORS = 5, 3  # the goals at the largest size
TIMES = 3


def bench(scratch: Path) -> None:
    print("Import of findings × 15 columns, wall seconds (every tenth row is filled to the last column: 100 000 rows")
    print("filled throughout would pass the limit of 1 000 000 cells). Beside it, on the same file: (a) pandas and")
    print(
        f"openpyxl with one SQLModel object per row, once; (b) a bare calamine read and executemany. Median of {TIMES}."
    )
    print("   rows    read   check, compare   commit    total      (a)   faster than (a)      (b)   times (b)")
    for rows in SIZES:
        content = workbook.findings(rows)
        lowest = median(wall, lambda: floor(content, scratch / "floor.db"), TIMES)
        runs = [ours(content, scratch / f"{rows}-{run}.db") for run in range(TIMES)]
        reading, checking, writing = sorted(runs, key=sum)[TIMES // 2]
        total = reading + checking + writing
        ordinary = wall(lambda: rowwise(content, scratch / f"rowwise-{rows}.db"))
        faster, floors = ordinary / total, total / lowest
        print(
            f"{rows:7} {reading:7.2f} {checking:16.2f} {writing:8.2f} {total:8.2f}"
            f" {ordinary:8.2f} {faster:17.1f} {lowest:8.2f} {floors:11.1f}"
        )
    print(f"Goals at {rows} rows: at least {FASTER} times faster than (a): {said(faster >= FASTER)};", end=" ")
    print(f"at most {FLOORS} times (b): {said(floors <= FLOORS)}.")


def said(met: bool) -> str:
    return "met" if met else "not met"


def ours(content: bytes, path: Path) -> tuple[float, float, float]:
    """Give the seconds of reading, of checking and comparing, and of the commit, into a new store with a roster."""
    store = Store.open(f"sqlite:///{path}")
    commit(store, preview(store, "名册.xlsx", workbook.units(), Options(ledger="units")), "业务员甲")
    seen: list[Preview] = []
    reading: list[float] = []

    def timed(*asked: Any) -> Workbook:
        start = time.perf_counter()
        book = read(*asked)
        reading.append(time.perf_counter() - start)
        return book

    with patch.object(sys.modules["services.batches.preview"], "read", timed):
        looking = wall(lambda: seen.append(preview(store, "台账.xlsx", content, Options(ledger="findings"))))
    return reading[0], looking - reading[0], wall(lambda: commit(store, seen[0], "业务员甲"))


def floor(content: bytes, path: Path) -> None:
    """Read the cells and insert them as they are, into a new file: what no import of these rows can undercut."""
    path.unlink(missing_ok=True)
    rows = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python(skip_empty_area=False)
    holes = ",".join("?" * len(rows[0]))
    with sqlite3.connect(path) as connection:
        connection.execute(f"CREATE TABLE floor ({','.join(f'c{index}' for index in range(len(rows[0])))})")
        values = ([str(cell) for cell in row] for row in rows)
        connection.executemany(f"INSERT INTO floor VALUES ({holes})", values)
    connection.close()
