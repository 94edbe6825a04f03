"""The annotated copy of an uploaded file: a new workbook, each cell where it was, every fault where it is."""

import io
from collections.abc import Iterable

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from services.batches import Preview, SheetPreview
from services.batches.private import private
from services.batches.sheet_copy import Pen, lay, pages
from services.errors import Problem
from services.ingest import limits
from services.ingest.annotation import COLUMN, COLUMN_OF_TEXTS, is_list
from services.ingest.grid import Sheet, Workbook, place
from services.workbook.error_list import LEVELS, Listed, add_list

FILLS = {"error": "#FFC7CE", "warning": "#FFE8B3"}
TITLE = {"bold": True, "bg_color": "#FFC7CE", "border": 1}
# Beyond so many notes a spreadsheet program opens the file too slowly; 错误说明 still has every fault.
MOST_COMMENTS = 3_000
LONGEST = 4_000
# A header further down would take the whole screen if it stayed in sight.
DEEP = 12
AUTHOR = "机关党建看板"


def annotated(book: Workbook, preview: Preview) -> bytes:
    """Give the copy of `book`, which `preview` was made of, as .xlsx.

    Same sheets, addresses, text, numbers, days and merges; 身份证号 and its like are blank, telephone numbers masked.
    Faulty cells are red, doubtful ones amber, each with a note; 错误说明 stands right of each table, behind a filter;
    the sheet 错误清单 leads to every cell.
    """
    judged = {sheet.name: sheet for sheet in preview.sheets if sheet.ledger}
    listed: list[Listed] = []
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True, "date_1904": book.date1904}) as copy:
        pen = Pen(copy)
        for page, sheet in pages(copy, (sheet for sheet in book.sheets if not is_list(sheet))):
            seen = judged.get(sheet.name)
            if seen is None:
                lay(page, sheet, private(sheet), pen)
            else:
                _lay_judged(page, sheet, seen, pen)
                listed += [(page.get_name(), problem) for problem in seen.problems]
        if len(copy.worksheets()) < limits.SHEETS:
            add_list(copy, listed, pen)
    return buffer.getvalue()


def _lay_judged(page: Worksheet, sheet: Sheet, seen: SheetPreview, pen: Pen) -> None:
    at_fault: dict[tuple[int, int], list[Problem]] = {}
    covered = _covered(sheet)
    for problem in seen.problems:
        if problem.cell:
            at = place(problem.cell)
            at_fault.setdefault(covered.get(at, at), []).append(problem)
    fills = {at: FILLS[_worst(problems)] for at, problems in at_fault.items()}
    headings = {r for r, bucket in enumerate(seen.buckets) if bucket != "data"}
    lay(page, sheet, private(sheet, headings), pen, fills)
    for (r, c), problems in list(at_fault.items())[:MOST_COMMENTS]:
        page.write_comment(r, c, _said(problems), {"author": AUTHOR, "x_scale": 2, "y_scale": 0.9})
    if seen.header:
        _explain(page, sheet, seen, seen.header[1] - 1, pen)


def _covered(sheet: Sheet) -> dict[tuple[int, int], tuple[int, int]]:
    """Give, for every place under a merge, the place where the merge can be seen."""
    height, width = len(sheet.rows), len(sheet.rows[0]) if sheet.rows else 0
    return {
        (r, c): (r1, c1)
        for r1, c1, r2, c2 in sheet.merges
        for r in range(r1, min(r2 + 1, height))
        for c in range(c1, min(c2 + 1, width))
    }


def _explain(page: Worksheet, sheet: Sheet, seen: SheetPreview, header: int, pen: Pen) -> None:
    """Write 错误说明 right of the table, one text per faulty row, with a filter on the header."""
    column = _width(sheet, header)
    page.set_column(0, column - 1, 14)
    if header < DEEP:
        page.freeze_panes(header + 1, 0)
    if column >= limits.COLUMNS:
        return
    by_line: dict[int, list[Problem]] = {}
    for problem in seen.problems:
        if problem.line and problem.line > header + 1:
            by_line.setdefault(problem.line, []).append(problem)
    page.set_column(column, column, 60)
    page.write_string(header, column, COLUMN if sheet.typed else COLUMN_OF_TEXTS, pen.format(**TITLE))
    for line, problems in by_line.items():
        page.write_string(
            line - 1,
            column,
            _said(problems),
            pen.format(bg_color=FILLS[_worst(problems)], text_wrap=True, valign="top"),
        )
    page.autofilter(header, 0, max(len(seen.buckets) - 1, header), column)


def _width(sheet: Sheet, header: int) -> int:
    """Give the number of columns the table takes: filled ones, and those merged in the header or below."""
    filled = (next((c + 1 for c in range(len(row) - 1, -1, -1) if row[c] is not None), 0) for row in sheet.rows)
    return max([*filled, *(merge[3] + 1 for merge in sheet.merges if merge[2] >= header)], default=0)


def _worst(problems: Iterable[Problem]) -> str:
    return "error" if any(problem.level == "error" for problem in problems) else "warning"


def _said(problems: Iterable[Problem]) -> str:
    lines = [f"{LEVELS[p.level]} {p.cell or ''}：{p.message}。{p.fix}".replace(" ：", "：") for p in problems]
    text = "\n".join(dict.fromkeys(lines))
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
