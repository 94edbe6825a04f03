"""The cells of one column, read one by one; the same cell twice is read once."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from services.errors import Level, Problem
from services.ingest.cells import BLANK, Reading, Unreadable, quoted, written
from services.ingest.grid import Cell, Sheet, address
from services.ingest.kinds import Reader, reader
from services.ingest.merges import Covered
from services.ingest.numbers import masked
from services.ingest.shape import Shape
from services.ledger import Column, Kind

DITTO = frozenset({"同上", "同前", "〃", "″", '"', '""', "“", "”", "''"})
ABOVE = Unreadable("ditto", "", "")


@dataclass
class Found:
    """What the columns gave: by field one reading per data row, None where the cell is at fault; and the problems."""

    readings: dict[str, list[Reading | None]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def read_column(
    found: Found, sheet: Sheet, shape: Shape, column: Column, c: int, covered: Covered, targets: Mapping[str, str]
) -> None:
    """Add what the data rows hold in column `c`, which is `column` of the ledger, and what is wrong with it."""
    read = reader(column, sheet, targets)
    readings = found.readings[column.id] = []
    # Text is most of a sheet: it is its own key. Numbers and days are told apart by type, numbers also by format.
    seen: dict[Any, Reading | Unreadable] = {}
    above: Cell = None
    for r in shape.data:
        cell = sheet.rows[r][c]
        if covered and (r, c) in covered:
            held = covered[r, c]
            if held.conflict:
                _fault(found, column, r, c, cell, _under_a_merge(held.value, cell))
                continue
            cell = held.value
        if cell is None:
            readings.append(BLANK)
            continue
        code = sheet.formats.get((r, c), "") if sheet.formats else ""
        key = cell if type(cell) is str else (type(cell), cell, code)
        result = seen.get(key)
        if result is None:
            is_ditto = isinstance(cell, str) and cell.strip() in DITTO
            result = seen[key] = ABOVE if is_ditto else attempt(read, cell, code)
        if isinstance(result, Unreadable):
            _fault(found, column, r, c, cell, _ditto(column, above) if result is ABOVE else result)
        else:
            readings.append(result)
            if result.note:
                found.problems.append(_problem("warning", "value_converted", column, r, c, cell, *result.note))
        if result is not ABOVE and result is not BLANK:
            above = cell


def attempt(read: Reader, cell: Cell, code: str) -> Reading | Unreadable:
    """Give what a cell reads as, or what is wrong with it."""
    try:
        return read(cell, code)
    except Unreadable as fault:
        return fault


def _fault(found: Found, column: Column, r: int, c: int, cell: Cell, fault: Unreadable) -> None:
    found.readings[column.id].append(None)
    found.problems.append(_problem("error", fault.code, column, r, c, cell, fault.message, fault.fix))


def _problem(level: Level, code: str, column: Column, r: int, c: int, cell: Cell, message: str, fix: str) -> Problem:
    return Problem(code, level, address(r, c), _shown(column, cell), message, fix, r + 1, column.id)


def _shown(column: Column, cell: Cell) -> str:
    return quoted(masked(written(cell))) if column.kind is Kind.PHONE else quoted(cell)


def _ditto(column: Column, above: Cell) -> Unreadable:
    shown = _shown(column, above)
    if not shown:
        return Unreadable("ditto", "“同上”不会自动照填，上面也没有内容", "请写出完整内容")
    return Unreadable("ditto", f"“同上”不会自动照填，上面一行是“{shown}”", f"请写成“{shown}”")


def _under_a_merge(shown: Cell, hidden: Cell) -> Unreadable:
    message = f"合并单元格显示“{quoted(shown)}”，下面还藏着另一个内容"
    return Unreadable("merge_conflict", message, "请取消合并，把每一行的内容写清楚")
