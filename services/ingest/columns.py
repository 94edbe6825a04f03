"""The cells of one column, read one by one; the same cell twice is read once."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from services.errors import Level, Problem
from services.ingest.cells import BLANK, ERRORS, Reading, Unreadable, quoted, written
from services.ingest.coded import BLANK_CELL, CodedRows
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
ABOVE = Unreadable("ditto", "", "")


@dataclass
class Contents:
    """What a column gave: one value per data row, None where the cell is blank or `faulty`.

    By index of the row, `kinds` says what a deadline is besides a day, `marks` "month", "quarter" or "year" precision.
    """

    values: list[Any]
    kinds: dict[int, str] = field(default_factory=dict)
    marks: dict[int, str] = field(default_factory=dict)
    faulty: set[int] = field(default_factory=set)

    def blanks(self) -> list[int]:
        """Give the indices of the cells that say nothing."""
        empty = [i for i, value in enumerate(self.values) if value is None]
        return [i for i in empty if i not in self.kinds and i not in self.faulty]

    def fill(self, i: int, reading: Reading) -> None:
        """Put a reading in a blank."""
        self.values[i] = reading.value
        if reading.kind:
            self.kinds[i] = reading.kind
        if reading.mark:
            self.marks[i] = reading.mark

    def spoil(self, i: int) -> None:
        """Take out what stands in a faulty cell."""
        self.values[i] = None
        self.kinds.pop(i, None)
        self.marks.pop(i, None)
        self.faulty.add(i)


@dataclass
class Found:
    """What the columns gave, by field; and the problems."""

    columns: dict[str, Contents] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def read_column(
    found: Found, sheet: Sheet, shape: Shape, column: Column, c: int, covered: Covered, targets: Mapping[str, str]
) -> None:
    """Add what the data rows hold in column `c`, which is `column` of the ledger, and what is wrong with it."""
    rows = CodedRows.of(sheet.rows)
    numbers = rows.column(c, shape.data)
    hidden = _fill_from_merges(rows, numbers, shape.data, c, covered) if covered else {}
    cells = list(map(rows.cells.__getitem__, numbers))
    if column.kind in WORDS and not hidden and _plain(list(map(rows.cells.__getitem__, dict.fromkeys(numbers)))):
        found.columns[column.id] = Contents(cells)
        return
    keys = _keys(sheet, shape.data, c, numbers)
    results = _results(dict.fromkeys(keys), rows.cells, reader(column, sheet, targets))
    own = found.columns[column.id] = _contents(keys, results)
    if not hidden and not any(isinstance(result, Unreadable) or result.note for result in results.values()):
        return
    above: Cell = None
    for i, (r, cell, key) in enumerate(zip(shape.data, cells, keys, strict=True)):
        result = hidden.get(i) or results[key]
        if isinstance(result, Unreadable):
            fault = _ditto(column, above) if result is ABOVE else result
            own.spoil(i)
            found.problems.append(_problem("error", fault.code, column, r, c, cell, fault.message, fault.fix))
        elif result.note:
            found.problems.append(_problem("warning", "value_converted", column, r, c, cell, *result.note))
        if i not in hidden and result is not ABOVE and result is not BLANK:
            above = cell


def _plain(cells: list[Cell]) -> bool:
    """Say whether all cells are blank or words that read as they stand, as nearly all columns of words are."""
    if not {str, type(None)}.issuperset(map(type, cells)) or not ODD.isdisjoint(cells):
        return False
    # All at once: whether a character does not print, or a blank stands before or after one of them.
    line = f"|{'|'.join([cell for cell in cells if isinstance(cell, str)])}|"
    return line.isprintable() and "| " not in line and " |" not in line


def _contents(keys: list[Any], results: Mapping[Any, Reading | Unreadable]) -> Contents:
    readings = {key: BLANK if isinstance(result, Unreadable) else result for key, result in results.items()}
    values = {key: reading.value for key, reading in readings.items()}
    kinds = {key: reading.kind for key, reading in readings.items() if reading.kind}
    marks = {key: reading.mark for key, reading in readings.items() if reading.mark}
    return Contents(list(map(values.__getitem__, keys)), _by_index(keys, kinds), _by_index(keys, marks))


def _by_index(keys: list[Any], words: Mapping[Any, str]) -> dict[int, str]:
    return {i: words[key] for i, key in enumerate(keys) if key in words} if words else {}


def _fill_from_merges(
    rows: CodedRows, numbers: list[int], data: list[int], c: int, covered: Covered
) -> dict[int, Unreadable]:
    """Put what merges show in the cells they cover; give, by index, the fault of those that hide something else."""
    hidden = {}
    for i, r in enumerate(data):
        held = covered.get((r, c))
        if held and held.conflict:
            hidden[i] = _under_a_merge(rows[held.at[0]][held.at[1]], rows[r][c])
        elif held:
            numbers[i] = int(rows.numbers[held.at]) if held.at[1] == c else BLANK_CELL
    return hidden


def _keys(sheet: Sheet, data: list[int], c: int, numbers: list[int]) -> list[Any]:
    """Give for each cell what it is known again by: its number, with the number format where that says more."""
    if not sheet.formats:
        return numbers
    codes = (sheet.formats.get((r, c)) for r in data)
    return [(number, code) if code else number for number, code in zip(numbers, codes, strict=True)]


def _results(keys: Iterable[Any], cells: Sequence[Cell], read: Reader) -> dict[Any, Reading | Unreadable]:
    """Give what each different cell reads as."""
    results: dict[Any, Reading | Unreadable] = {}
    for key in keys:
        number, code = key if isinstance(key, tuple) else (key, "")
        cell = cells[number]
        ditto = isinstance(cell, str) and cell.strip() in DITTO
        results[key] = ABOVE if ditto else attempt(read, cell, code)
    return results


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
