"""A findings ledger of any size, with all fifteen columns filled as an office fills them."""

import io
from datetime import date, timedelta

import xlsxwriter

from services.ledgers.findings import CATEGORIES
from services.ledgers.findings import LEDGER as FINDINGS

UNITS = 112
UNIT_TITLES = ["单位名称", "领域", "是否涉改", "是否新组建"]


def units() -> bytes:
    """Give the roster the findings refer to."""
    return _xlsx([UNIT_TITLES, *([f"市第{number}单位", "机关", "否", "否"] for number in range(1, UNITS + 1))])


def findings(rows: int) -> bytes:
    """Give a workbook of `rows` used rows, header included: 15 columns, dates as date cells."""
    categories = list(CATEGORIES)
    start = date(2023, 3, 1)
    titles = [column.title for column in FINDINGS.columns]
    body = (
        [
            "2023年第一轮党建督查", f"{number:06}", f"市第{number % UNITS + 1}单位", "实地督查",
            categories[number % len(categories)], f"第{number}项：组织生活记录不完整，个别支部没有按时召开会议",
            start, f"第{number}项已制定整改方案，明确责任人", "书记甲", "委员乙",
            start + timedelta(days=60 + number % 90), "已销号", start + timedelta(days=40),
            start + timedelta(days=50 + number % 90), "已复查",
        ]
        for number in range(1, rows)
    )  # fmt: skip
    return _xlsx([titles, *body])


def _xlsx(rows: list[list[str | date]]) -> bytes:
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, {"default_date_format": "yyyy-mm-dd"}) as book:
        sheet = book.add_worksheet("Sheet1")
        for line, row in enumerate(rows):
            sheet.write_row(line, 0, row)
    return target.getvalue()
