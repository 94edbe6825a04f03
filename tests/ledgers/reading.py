"""A register's sheet as an upload would read it, on a register in memory."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from services.batches.judge import judge
from services.batches.known import Known
from services.batches.plan import Layout, Options, SheetPreview
from services.batches.table import Table
from services.indicators.targets import DEFAULTS
from services.ingest.convert import convert
from services.ingest.grid import Merge
from services.ingest.match import match
from services.ingest.shape import shape
from services.ledgers import ledger
from tests.indicators.register import Register
from tests.ingest.grids import sheet

TODAY = date(2023, 10, 31)


def upload(register: Register, name: str, *rows: Sequence[Any], merges: Iterable[Merge] = ()) -> SheetPreview:
    """Give what an upload of these rows on 2023-10-31 would do."""
    declared, grid = ledger(name), sheet(*rows, merges=merges)
    form = shape(grid, [declared])
    found = match(form, declared)
    table = Table(grid, form, declared, found, convert(grid, form, found, declared, DEFAULTS), Layout())
    (seen,) = judge(declared, [table], Known(register.connection, "某市"), DEFAULTS, Options(), TODAY)
    return seen


def values(seen: SheetPreview, *fields: str) -> list[tuple[Any, ...]]:
    """Give these fields of every row that would be written, in order."""
    return [tuple((change.after or {}).get(field) for field in fields) for change in seen.changes]


def problems(seen: SheetPreview) -> list[tuple[str, str, str | None]]:
    """Give level, code and cell of every problem."""
    return [(problem.level, problem.code, problem.cell) for problem in seen.problems]
