"""A file's sheets written into a new workbook as they were read: same names, addresses, text, numbers and days."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import Any

from xlsxwriter import Workbook as NewBook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from services.batches.private import Private, shown
from services.ingest.cells import NO_RESULT
from services.ingest.grid import Cell, CellError, Sheet, Uncached

Fills = Mapping[tuple[int, int], str]
FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
LONGEST_NAME = 31
FIRST_YEAR = 1904
# A merge of a whole column reaches a million empty rows down; so many are enough.
BEYOND = 100


class Exact(float):
    """A number that XlsxWriter writes with all its digits rather than sixteen."""

    def __format__(self, spec: str) -> str:
        return repr(float(self))


class Pen:
    """The formats of a new workbook, each made once."""

    def __init__(self, book: NewBook) -> None:
        self._book = book
        self._made: dict[tuple[tuple[str, Any], ...], Format] = {}

    def format(self, **look: Any) -> Format | None:
        """Give the format that looks so, None for a plain one."""
        key = tuple(sorted(look.items()))
        if key and key not in self._made:
            self._made[key] = self._book.add_format(look)
        return self._made.get(key)


def pages(book: NewBook, sheets: Iterable[Sheet]) -> Iterator[tuple[Worksheet, Sheet]]:
    """Add a page for each sheet, hidden where it was, under its own name unless Excel cannot bear that."""
    taken: set[str] = set()
    shown_first = False
    for sheet in sheets:
        plain = bearable(sheet.name)
        name, number = plain, 1
        while name.lower() in taken:
            number += 1
            name = f"{plain[: LONGEST_NAME - 4]}_{number}"
        taken.add(name.lower())
        page = book.add_worksheet(name)
        if not sheet.visible:
            page.hide()
        elif not shown_first:
            page.activate()
            page.set_first_sheet()
            shown_first = True
        yield page, sheet


def bearable(name: str) -> str:
    """Give a sheet's name as Excel can bear it."""
    return FORBIDDEN.sub("_", name).strip("'")[:LONGEST_NAME] or "工作表"


def lay(page: Worksheet, sheet: Sheet, hidden: Private, pen: Pen, fills: Fills | None = None) -> None:
    """Write a sheet's cells, merges and hidden rows; `fills` colours cells by 0-based row and column."""
    fills = fills or {}
    _merge(page, sheet)
    for r, row in enumerate(sheet.rows):
        for c, cell in enumerate(row):
            if cell is not None:
                _write(page, r, c, shown(cell, r, c, hidden), _look(sheet, r, c, cell, fills), pen)
    for r, c in fills:
        if r >= len(sheet.rows) or c >= len(sheet.rows[r]) or sheet.rows[r][c] is None:
            page.write_blank(r, c, None, pen.format(bg_color=fills[r, c]))
    for r in (row for row in sheet.hidden_rows if row < len(sheet.rows)):
        page.set_row(r, None, None, {"hidden": True})


def _merge(page: Worksheet, sheet: Sheet) -> None:
    bottom, right = len(sheet.rows) + BEYOND, (len(sheet.rows[0]) if sheet.rows else 0) + BEYOND
    taken: set[tuple[int, int]] = set()
    for merge in sheet.merges:
        r1, c1, r2, c2 = *merge[:2], min(merge[2], bottom), min(merge[3], right)
        places = {(r, c) for r in range(r1, r2 + 1) for c in range(c1, c2 + 1)}
        # Excel knows neither a merge of one cell nor two that overlap.
        if len(places) > 1 and not places & taken:
            taken |= places
            page.merge_range(r1, c1, r2, c2, "")


def _look(sheet: Sheet, r: int, c: int, cell: Cell, fills: Fills) -> dict[str, Any]:
    look: dict[str, Any] = {}
    if (r, c) in fills:
        look["bg_color"] = fills[r, c]
    if isinstance(cell, datetime) and (cell.hour, cell.minute, cell.second, cell.microsecond) != (0, 0, 0, 0):
        look["num_format"] = "yyyy-mm-dd hh:mm:ss"
    elif isinstance(cell, date):
        look["num_format"] = "yyyy-mm-dd"
    elif (r, c) in sheet.formats:
        look["num_format"] = sheet.formats[r, c]
    return look


def _write(page: Worksheet, r: int, c: int, cell: Cell, look: dict[str, Any], pen: Pen) -> None:
    form = pen.format(**look)
    match cell:
        case None:
            page.write_blank(r, c, None, form)
        case bool():
            page.write_boolean(r, c, cell, form)
        case int() | float():
            page.write_number(r, c, Exact(cell), form)
        case date() if cell.year >= FIRST_YEAR:
            page.write_datetime(r, c, cell, form)
        case date():
            page.write_string(r, c, cell.isoformat(), form)
        case CellError():
            page.write_string(r, c, cell.text, form)
        case Uncached():
            page.write_string(r, c, NO_RESULT, form)
        case _:
            page.write_string(r, c, cell, form)
