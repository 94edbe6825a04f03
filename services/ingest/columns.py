"""The cells of one column, read one by one; the same cell twice is read once."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from services.errors import Level, Problem
from services.ingest.cells import BLANK, ERRORS, Reading, Unreadable, quoted, written
from services.ingest.grid import Cell, Sheet, address
from services.ingest.kinds import Reader, reader
from services.ingest.merges import Covered
from services.ingest.numbers import masked
from services.ingest.shape import Shape
from services.ledger import Column, Kind

DITTO = frozenset({"同上", "同前", "〃", "″", '"', '""', "“", "”", "''"})
# What is no word although it looks like one.
ODD = DITTO | ERRORS | {""}
WORDS = (Kind.TEXT, Kind.REF)
# True, 1 and 1.0 are one key.
ALIKE = frozenset({bool, int, float})
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
    cells = [sheet.rows[r][c] for r in shape.data]
    hidden = _fill_from_merges(cells, shape.data, c, covered) if covered else {}
    keys = _keys(sheet, shape.data, c, cells)
    sound, odd = _results(dict.fromkeys(keys), column, reader(column, sheet, targets))
    if not odd and not hidden:
        found.readings[column.id] = list(map(sound.__getitem__, keys))
        return
    readings = found.readings[column.id] = []
    above: Cell = None
    for i, (r, cell, key) in enumerate(zip(shape.data, cells, keys, strict=True)):
        result = hidden.get(i) or odd.get(key) or sound[key]
        if isinstance(result, Unreadable):
            fault = _ditto(column, above) if result is ABOVE else result
            readings.append(None)
            found.problems.append(_problem("error", fault.code, column, r, c, cell, fault.message, fault.fix))
        else:
            readings.append(result)
            if result.note:
                found.problems.append(_problem("warning", "value_converted", column, r, c, cell, *result.note))
        if i not in hidden and result is not ABOVE and result is not BLANK:
            above = cell


def _fill_from_merges(cells: list[Cell], data: list[int], c: int, covered: Covered) -> dict[int, Unreadable]:
    """Put what merges show in the cells they cover; give, by index, the fault of those that hide something else."""
    hidden = {}
    for i, r in enumerate(data):
        held = covered.get((r, c))
        if held and held.conflict:
            hidden[i] = _under_a_merge(held.value, cells[i])
        elif held:
            cells[i] = held.value
    return hidden


def _keys(sheet: Sheet, data: list[int], c: int, cells: list[Cell]) -> list[Any]:
    """Give for each cell what it is known again by: itself, or (type, cell, number format) where that is not enough."""
    if not sheet.formats and len(ALIKE.intersection(map(type, cells))) < 2:
        return cells
    return [
        cell if isinstance(cell, str) else (type(cell), cell, sheet.formats.get((r, c), ""))
        for r, cell in zip(data, cells, strict=True)
    ]


def _results(
    keys: Iterable[Any], column: Column, read: Reader
) -> tuple[dict[Any, Reading], dict[Any, Reading | Unreadable]]:
    """Give what each different cell reads as: those without a word to be said of them, and the others."""
    sound: dict[Any, Reading] = {}
    odd: dict[Any, Reading | Unreadable] = {}
    words = column.kind in WORDS
    for key in keys:
        # Most cells are words that read as they stand.
        if words and isinstance(key, str) and key not in ODD and key.isprintable() and key == key.strip():
            sound[key] = Reading(key)
            continue
        cell, code = key[1:] if isinstance(key, tuple) else (key, "")
        ditto = isinstance(cell, str) and cell.strip() in DITTO
        result = ABOVE if ditto else attempt(read, cell, code)
        if isinstance(result, Unreadable) or result.note:
            odd[key] = result
        else:
            sound[key] = result
    return sound, odd


def attempt(read: Reader, cell: Cell, code: str) -> Reading | Unreadable:
    """Give what a cell reads as, or what is wrong with it."""
    try:
        return read(cell, code)
    except Unreadable as fault:
        return fault


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
