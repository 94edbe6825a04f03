"""Sheets and files for the tests of reading, made in memory."""

import io
import zipfile
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from services.errors import Refused
from services.ingest import wire
from services.ingest.cells import Unreadable
from services.ingest.convert import Converted, convert
from services.ingest.grid import Merge, Sheet, Workbook
from services.ingest.match import match
from services.ingest.reader import packed
from services.ingest.shape import Shape, shape
from services.ingest.sniff import Format
from services.ledgers import ledger
from services.ledgers.targets import DEFAULTS

SHEET_PART = "xl/worksheets/sheet1.xml"


def sheet(*rows: Sequence[Any], merges: Iterable[Merge] = (), **more: Any) -> Sheet:
    """Give a sheet; rows are padded to one width and whole numbers become floats, as readers give them."""
    width = max((len(row) for row in rows), default=0)
    cells = [[float(cell) if type(cell) is int else cell for cell in row] for row in rows]
    return Sheet("表", True, [row + [None] * (width - len(row)) for row in cells], tuple(merges), **more)


def buckets(*rows: Sequence[Any], merges: Iterable[Merge] = (), **more: Any) -> list[str]:
    return shape(sheet(*rows, merges=merges, **more)).buckets


def header(*rows: Sequence[Any], merges: Iterable[Merge] = (), **more: Any) -> tuple[int, int] | None:
    return shape(sheet(*rows, merges=merges, **more)).header


def read_as(name: str, grid: Sheet, given: dict[str, str] | None = None) -> Converted:
    """Give the records of a sheet read as this ledger."""
    declared = ledger(name)
    form: Shape = shape(grid, [declared])
    return convert(grid, form, match(form, declared), declared, DEFAULTS, given or {})


def workbook(kind: Format, content: bytes) -> Workbook:
    """Give all sheets of a file as they arrive, read in this process; raises Refused."""
    return wire.loads(packed(kind, content))


def answer(call: Callable[[], Any]) -> Any:
    """Give what a call gives, or the plain fault it raises."""
    try:
        return call()
    except (Refused, Unreadable) as fault:
        return fault


def codes(converted: Converted, level: str = "error") -> dict[str | None, str]:
    """Give the problems of a level as cell → code."""
    return {problem.cell: problem.code for problem in converted.problems if problem.level == level}


def with_part(content: bytes, path: str, change: Callable[[bytes], bytes]) -> bytes:
    """Give a package with one part changed."""
    return repacked(content, lambda name, part: change(part) if name == path else part)


def repacked(
    content: bytes, change: Callable[[str, bytes], bytes | None], extra: Iterable[tuple[str, bytes]] = ()
) -> bytes:
    """Give a package with its parts changed (None leaves one out) and others added."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            part = change(info.filename, old.read(info))
            if part is not None:
                new.writestr(info.filename, part)
        for name, part in extra:
            new.writestr(name, part)
    return buffer.getvalue()


def of_cells(content: bytes, cells: bytes) -> bytes:
    """Give a workbook whose one sheet has nothing but this sheetData."""
    start = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    return with_part(content, SHEET_PART, lambda _: start + cells + b"</sheetData></worksheet>")
