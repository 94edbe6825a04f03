"""Read .xls and .et (BIFF) with xlrd: values, merges, hidden rows and sheets, dates, error cells."""

import io
import struct
import zipfile
from datetime import datetime
from typing import Any

import xlrd
from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetVisibleEnum

from services.errors import Refused
from services.ingest.classified import classified
from services.ingest.formats import two_decimals, year_month
from services.ingest.grid import Cell, CellError, Sheet, Workbook

# What xlrd raises on damaged bytes; it checks little before it reads.
FAULTS = (
    xlrd.XLRDError, xlrd.compdoc.CompDocError, ArithmeticError, AssertionError, AttributeError, LookupError,
    NameError, OSError, RecursionError, TypeError, ValueError, struct.error, zipfile.BadZipFile,
)  # fmt: skip
MARKS = ("绝密★", "机密★", "秘密★")


def parse(content: bytes) -> Workbook:
    """Give all sheets of a BIFF workbook; raises Refused."""
    if _starred(content):
        raise classified()
    try:
        # xlrd chats on standard output, which is ours.
        book = xlrd.open_workbook(file_contents=content, formatting_info=True, ragged_rows=True, logfile=io.StringIO())
        return Workbook(tuple(_sheet(book, sheet) for sheet in book.sheets()))
    except (xlrd.compdoc.CompDocError, xlrd.formula.FormulaError, AssertionError):
        return _by_calamine(content)
    except FAULTS as error:
        if "encrypted" in str(error):
            raise Refused("encrypted", "文件有打开密码，请去掉密码后再传。") from error
        raise unreadable() from error


def _starred(content: bytes) -> bool:
    """Say whether a mark stands in page headers, comments or text boxes, which xlrd passes over."""
    for form in ("utf-16-le", "gb18030"):
        bare = content.replace(" ".encode(form), b"").replace("\u3000".encode(form), b"")
        if any(mark.encode(form) in bare for mark in MARKS):
            return True
    return False


def unreadable() -> Refused:
    """The refusal of a damaged .xls."""
    return Refused("damaged", "文件已损坏，读不出来，请用 Excel 打开后另存为 .xlsx 再传。")


def _sheet(book: xlrd.Book, sheet: xlrd.sheet.Sheet) -> Sheet:
    rows: list[list[Cell]] = []
    formats = {}
    for r in range(sheet.nrows):
        kinds, values = sheet.row_types(r), sheet.row_values(r)
        row = [_cell(kind, value, book.datemode) for kind, value in zip(kinds, values, strict=True)]
        # Many a sheet is formatted down to its last row, and out to its last column.
        while row and row[-1] is None:
            row.pop()
        rows.append(row)
        for c, value in enumerate(row):
            if year_month(value):
                style = book.xf_list[sheet.cell_xf_index(r, c)].format_key
                if two_decimals(book.format_map[style].format_str):
                    formats[r, c] = "0.00"
    while rows and not rows[-1]:
        rows.pop()
    width = max(map(len, rows), default=0)
    return Sheet(
        name=sheet.name,
        visible=sheet.visibility == 0,
        rows=[row + [None] * (width - len(row)) for row in rows],
        merges=tuple((r1, c1, r2 - 1, c2 - 1) for r1, r2, c1, c2 in sheet.merged_cells),
        hidden_rows=frozenset(r for r, info in sheet.rowinfo_map.items() if info.hidden),
        formats=formats,
        date1904=book.datemode == 1,
    )


def _cell(kind: int, value: object, datemode: int) -> Cell:
    if kind == xlrd.XL_CELL_TEXT:
        return str(value) or None
    if kind == xlrd.XL_CELL_NUMBER and isinstance(value, float):
        return value
    if kind == xlrd.XL_CELL_DATE and isinstance(value, float):
        return _moment(value, datemode)
    if kind == xlrd.XL_CELL_BOOLEAN:
        return bool(value)
    if kind == xlrd.XL_CELL_ERROR:
        return CellError(xlrd.error_text_from_code.get(value, "#ERR!"))
    return None


def _moment(value: float, datemode: int) -> float | datetime:
    try:
        moment: datetime = xlrd.xldate_as_datetime(value, datemode)
    except (ValueError, OverflowError):
        return value
    return moment


def _by_calamine(content: bytes) -> Workbook:
    """Read what xlrd finds inconsistent and Excel does not mind, as long as the texts that come out are texts."""
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        found = [(about, book.get_sheet_by_name(about.name)) for about in book.sheets_metadata]
    except CalamineError as error:
        raise unreadable() from error
    return Workbook(tuple(_calamine_sheet(sheet, about.visible == SheetVisibleEnum.Visible) for about, sheet in found))


def _calamine_sheet(sheet: CalamineSheet, visible: bool) -> Sheet:
    rows: list[list[Any]] = [*sheet.to_python(skip_empty_area=False)]
    if any(isinstance(cell, str) and "\0" in cell for row in rows for cell in row):
        raise unreadable()
    merges = tuple((r1, c1, r2, c2) for (r1, c1), (r2, c2) in sheet.merged_cell_ranges or ())
    return Sheet(sheet.name, visible, rows, merges)
