"""What an annotated copy (the `errors` command) adds to a file, and how it is taken off when the copy comes back.

The column 错误说明 is no data and the sheet 错误清单 no ledger; words that stand for an error cell or for a formula
without a result are those again. So a copy that comes back unrepaired has the same faults in the same cells.
"""

from dataclasses import replace

from services.ingest.cells import ERRORS, NO_RESULT
from services.ingest.coded import CodedRows
from services.ingest.grid import Cell, CellError, Sheet, Uncached, Workbook
from services.text import outer

COLUMN = "错误说明"
# In a copy of a file of texts (csv, HTML) a text is still no surer than it was there: 2023.1 may have been October.
COLUMN_OF_TEXTS = "错误说明（原文件只有文字）"
LIST = "错误清单"
LIST_TITLES = ("工作表", "单元格", "级别", "内容", "问题", "怎么改")
# The column's title stands in the header, and a header near the top.
TOP = 64


def is_list(sheet: Sheet) -> bool:
    """Say whether a sheet is the 错误清单 of an annotated copy."""
    return bool(sheet.rows) and tuple(sheet.rows[0][: len(LIST_TITLES)]) == LIST_TITLES


def unannotated(book: Workbook) -> Workbook:
    """Give a workbook as it is without annotations; the 错误清单 stays, for `is_list` to tell."""
    columns = [_column(sheet) for sheet in book.sheets]
    if not any(columns) and not any(is_list(sheet) for sheet in book.sheets):
        return book
    return Workbook(tuple(_plain(sheet, at) for sheet, at in zip(book.sheets, columns, strict=True)))


def _column(sheet: Sheet) -> tuple[int, int] | None:
    """Give where 错误说明 stands as the first thing in its column, by 0-based row and column."""
    for r, row in enumerate(sheet.rows[:TOP]):
        for c, cell in enumerate(row):
            if type(cell) is str and outer(cell) in (COLUMN, COLUMN_OF_TEXTS):
                return (r, c) if all(above[c] is None for above in sheet.rows[:r]) else None
    return None


def _plain(sheet: Sheet, at: tuple[int, int] | None) -> Sheet:
    rows = [[_meant(cell) if type(cell) is str else cell for cell in row] for row in sheet.rows]
    if at is None:
        return replace(sheet, rows=CodedRows.of(rows))
    title = rows[at[0]][at[1]]
    for row in rows[at[0] :]:
        row[at[1]] = None
    return replace(sheet, rows=CodedRows.of(rows), typed=sheet.typed and title == COLUMN)


def _meant(text: str) -> Cell:
    if text.startswith("#") and text in ERRORS:
        return CellError(text)
    return Uncached() if text == NO_RESULT else text
