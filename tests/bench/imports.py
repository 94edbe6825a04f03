"""Import of small, large and very large ledgers, between an ordinary import, row by row, and the bare floor.

(a) is pandas and openpyxl with one SQLModel object per row, in both of the ways `rowwise` explains. The goal is set
against the one with a lookup, which leaves what our import leaves: the same rows by their keys, and no second ones
when the file comes again. The one without is printed beside it. (b) reads the cells and inserts them, no more.

Wall time is what people wait for, processor time (with the reading process's) what can be compared on a busy machine.
"""

import io
import sqlite3
import sys
from operator import attrgetter
from pathlib import Path
from typing import Any
from unittest.mock import patch

from python_calamine import CalamineWorkbook

from services.batches import Options, Preview, commit, preview
from services.ingest.grid import Workbook
from services.ingest.read import read
from services.store import Store
from tests.bench import workbook
from tests.bench.clock import Spent, spent
from tests.bench.rowwise import rowwise

SIZES = (1_500, 20_000, 100_000)
FASTER, FLOORS = 5, 3  # the goals at the largest size
TIMES = 3


def bench(scratch: Path) -> None:
    print("Import of findings × 15 columns, seconds (every tenth row is filled to the last column: 100 000 rows")
    print("filled throughout would pass the limit of 1 000 000 cells). Beside it, on the same file:")
    print("(a) pandas and openpyxl with one SQLModel object per row, looked up by its key, for a file may come again;")
    print("(a') the same without the lookup, so that a second upload would bring every row a second time;")
    print(f"(b) a bare calamine read and executemany. Ours and (b): best of {TIMES}; (a) and (a'): once.")
    print("   rows      read   check, compare   commit    total        (a)            (a')           (b)")
    for rows in SIZES:
        content = workbook.findings(rows)
        runs = [ours(content, scratch / f"{rows}-{run}.db") for run in range(TIMES)]
        floors = [spent(lambda: floor(content, scratch / "floor.db")) for _ in range(TIMES)]
        keyed = spent(lambda: rowwise(content, scratch / f"keyed-{rows}.db", lookup=True))
        added = spent(lambda: rowwise(content, scratch / f"added-{rows}.db", lookup=False))
        for name in Spent._fields:
            of = attrgetter(name)
            stages = min(([of(stage) for stage in run] for run in runs), key=sum)
            total, lowest = sum(stages), min(map(of, floors))
            faster, than_adding, times = of(keyed) / total, of(added) / total, total / lowest
            print(
                f"{rows:7} {name:4} {stages[0]:5.2f} {stages[1]:16.2f} {stages[2]:8.2f} {total:8.2f}"
                f" {of(keyed):8.2f} {faster:5.1f}× {of(added):7.2f} {than_adding:5.1f}× {lowest:6.2f} {times:5.1f}×"
            )
            if rows == SIZES[-1]:
                print(f"Goals, {name}: at least {FASTER}× faster than (a): {said(faster >= FASTER)}", end=" ")
                print(f"(than (a'): {said(than_adding >= FASTER)}); at most {FLOORS}× (b): {said(times <= FLOORS)}.")


def said(met: bool) -> str:
    return "met" if met else "not met"


def ours(content: bytes, path: Path) -> tuple[Spent, Spent, Spent]:
    """Give what reading took, checking and comparing, and the commit, into a new store with a roster."""
    store = Store.open(f"sqlite:///{path}")
    commit(store, preview(store, "名册.xlsx", workbook.units(), Options(ledger="units")), "业务员甲")
    seen: list[Preview] = []
    read_in: list[Spent] = []

    def timed(*asked: Any) -> Workbook:
        books: list[Workbook] = []
        read_in.append(spent(lambda: books.append(read(*asked))))
        return books[0]

    with patch.object(sys.modules["services.batches.preview"], "read", timed):
        looking = spent(lambda: seen.append(preview(store, "台账.xlsx", content, Options(ledger="findings"))))
    reading = read_in[0]
    checking = Spent(looking.wall - reading.wall, looking.cpu - reading.cpu)
    return reading, checking, spent(lambda: commit(store, seen[0], "业务员甲"))


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
