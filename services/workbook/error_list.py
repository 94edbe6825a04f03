"""The sheet 错误清单: every problem of a file, each with a link to its cell."""

from xlsxwriter import Workbook as NewBook

from services.batches.sheet_copy import Pen
from services.errors import Problem
from services.ingest.annotation import LIST, LIST_TITLES

LEVELS = {"error": "错误", "warning": "提醒"}
WIDTHS = (20, 10, 8, 30, 46, 60)
# Excel keeps only so many links on a sheet; nobody mends more by hand.
MOST = 5_000

# The name of the problem's sheet in the copy, and the problem.
Listed = tuple[str, Problem]


def add_list(book: NewBook, listed: list[Listed], pen: Pen) -> None:
    """Add the list to a workbook, errors before warnings; a name that is taken gets a number."""
    taken = {sheet.get_name() for sheet in book.worksheets()}
    page = book.add_worksheet(next(name for name in (LIST, *(f"{LIST}{n}" for n in range(2, 60))) if name not in taken))
    page.set_tab_color("#C00000" if listed else "#A9B0B8")
    for column, (title, width) in enumerate(zip(LIST_TITLES, WIDTHS, strict=True)):
        page.set_column(column, column, width)
        page.write_string(0, column, title, pen.format(bold=True, bg_color="#E8F1F8", border=1))
    page.freeze_panes(1, 0)
    ordered = sorted(listed, key=lambda each: each[1].level != "error")
    text, link = pen.format(text_wrap=True, valign="top"), pen.format(font_color="#1F5F8B", underline=1, valign="top")
    for row, (name, problem) in enumerate(ordered[:MOST], 1):
        page.write_string(row, 0, name, text)
        if problem.cell:
            quoted = name.replace("'", "''")
            page.write_url(row, 1, f"internal:'{quoted}'!{problem.cell}", link, problem.cell)
        for column, words in enumerate((LEVELS[problem.level], problem.value, problem.message, problem.fix), 2):
            page.write_string(row, column, words, text)
    last = min(len(ordered), MOST)
    if len(ordered) > MOST:
        page.write_string(MOST + 1, 0, f"共{len(ordered)}处，这里列出前{MOST}处，其余见各表的错误说明一列。", None)
    elif not ordered:
        page.write_string(1, 0, "没有发现错误。", None)
    page.autofilter(0, 0, max(last, 1), len(LIST_TITLES) - 1)
