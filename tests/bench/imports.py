"""Import of small, large and very large ledgers, beside the floor: a bare calamine read and a bare executemany."""

import io
import sqlite3
from pathlib import Path

from python_calamine import CalamineWorkbook

from services.batches import Options, Preview, commit, preview
from services.ingest.read import read
from services.store import Store
from tests.bench import workbook
from tests.bench.clock import wall

SIZES = (1_500, 20_000, 100_000)


def bench(scratch: Path) -> None:
    print("Import of findings × 15 columns, seconds")
    print("   rows    read   check and compare   commit    total    floor (read + insert)   times the floor")
    for rows in SIZES:
        content = workbook.findings(rows)
        store = Store.open(f"sqlite:///{scratch / f'{rows}.db'}")
        commit(store, preview(store, "名册.xlsx", workbook.units(), Options(ledger="units")), "业务员甲")
        seen: list[Preview] = []
        reading = wall(lambda: read("台账.xlsx", content))
        looking = wall(lambda: seen.append(preview(store, "台账.xlsx", content, Options(ledger="findings"))))
        writing = wall(lambda: commit(store, seen[0], "业务员甲"))
        lowest = wall(lambda: floor(content, scratch / f"floor-{rows}.db"))
        total = looking + writing
        print(
            f"{rows:7} {reading:7.2f} {looking - reading:19.2f} {writing:8.2f} {total:8.2f} {lowest:24.2f}"
            f" {total / lowest:17.1f}"
        )


def floor(content: bytes, path: Path) -> None:
    """Read the cells and insert them as they are: what no import of these rows can undercut."""
    rows = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python(skip_empty_area=False)
    holes = ",".join("?" * len(rows[0]))
    with sqlite3.connect(path) as connection:
        connection.execute(f"CREATE TABLE floor ({','.join(f'c{index}' for index in range(len(rows[0])))})")
        values = ([str(cell) for cell in row] for row in rows)
        connection.executemany(f"INSERT INTO floor VALUES ({holes})", values)
    connection.close()
