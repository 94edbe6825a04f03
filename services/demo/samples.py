"""Write the sample spreadsheets: `python -m services.demo.samples` fills data/samples/."""

from collections.abc import Callable, Iterator
from pathlib import Path

from services.demo import office_registers as office
from services.demo import office_work as work
from services.demo.excerpt import Rows, excerpt
from services.demo.file import workbook
from services.demo.registers import registers
from services.ledgers import ledgers

LAYOUTS: dict[str, Callable[[Rows], bytes]] = {
    "units": office.units,
    "reform": office.reform,
    "orgs": office.orgs,
    "elections": office.elections,
    "posts": office.posts,
    "sessions": work.sessions,
    "attendance": work.attendance,
    "weak_orgs": work.weak_orgs,
    "findings": work.findings,
    "targets": work.targets,
}
FOLDER = Path(__file__).parents[2] / "data" / "samples"


def samples() -> Iterator[tuple[str, str, bytes]]:
    """Give (file name, ledger, bytes): of each ledger a tidy file, and one as the office would really send it."""
    layouts = LAYOUTS | {name: told.messy for name, told in registers().items()}
    for number, (name, rows) in enumerate(excerpt().items(), 1):
        ledger = ledgers()[name]
        ending = "csv" if name == "posts" else "xlsx"
        yield f"{number:02d}-{ledger.title}-规范.xlsx", name, workbook(ledger, ledger.title, rows)
        yield f"{number:02d}-{ledger.title}-实际.{ending}", name, layouts[name](rows)


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    for file, _, content in samples():
        (FOLDER / file).write_bytes(content)
        print(f"已生成 {file}")
