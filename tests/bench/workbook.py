"""A findings ledger of any size, filled as an office fills it."""

import io
from datetime import date, timedelta

import xlsxwriter

from services.ledgers.findings import CATEGORIES
from services.ledgers.findings import LEDGER as FINDINGS

Cell = str | date | None
UNITS = 112
UNIT_TITLES = ["单位名称", "领域", "是否涉改", "是否新组建"]


def units() -> bytes:
    """Give the roster the findings refer to."""
    return _xlsx([UNIT_TITLES, *([f"市第{number}单位", "机关", "否", "否"] for number in range(1, UNITS + 1))])


def findings(rows: int) -> bytes:
    """Give a workbook of `rows` used rows × 15 columns, header included, dates as date cells.

    Every tenth finding is closed and filled to the last column, the others stand open: 100 000 rows filled
    throughout would pass the limit of 1 000 000 cells.
    """
    titles = [column.title for column in FINDINGS.columns]
    return _xlsx([titles, *(_finding(number) for number in range(1, rows))])


def _finding(number: int) -> list[Cell]:
    start = date(2023, 3, 1)
    closed = number % 10 == 0
    return [
        "2023年第一轮党建督查", f"{number:06}", f"市第{number % UNITS + 1}单位", "实地督查",
        list(CATEGORIES)[number % len(CATEGORIES)], f"第{number}项：组织生活记录不完整，支部没有按时开会", start,
        *(["已制定整改方案，明确责任人", "书记甲", "委员乙"] if closed else [None, None, None]),
        start + timedelta(days=60 + number % 90), "已销号" if closed else "整改中",
        *([start + timedelta(days=40), start + timedelta(days=50), "已复查"] if closed else [None, None, None]),
    ]  # fmt: skip


def _xlsx(rows: list[list[Cell]]) -> bytes:
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, {"default_date_format": "yyyy-mm-dd"}) as book:
        sheet = book.add_worksheet("Sheet1")
        for line, row in enumerate(rows):
            sheet.write_row(line, 0, row)
    return target.getvalue()
