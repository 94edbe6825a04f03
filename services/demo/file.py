"""One spreadsheet of the demonstration, and how its bytes are made."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from typing import Any

import xlsxwriter

from services.ledger import Column, Kind, Ledger, Values

# A workbook states when it was made; a fixed day keeps the bytes the same.
CREATED = datetime(2022, 1, 1)
WIDE = {"text", "measures", "remark"}


@dataclass(frozen=True)
class DemoFile:
    """A file as an office would send it: for which ledger, sent when and by whom, with what reason."""

    name: str
    ledger: str
    content: bytes
    made_at: datetime
    by: str
    reason: str | None = None


def cell(column: Column, value: Any) -> Any:
    """Give a value the way an office writes it: 是/否, 1/1, several words joined by 、."""
    if column.kind is Kind.ATTENDED:
        return f"1/{value}"
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, list | tuple):
        return "、".join(value)
    return value


def workbook(ledger: Ledger, title: str, rows: Sequence[Values]) -> bytes:
    """Give the .xlsx bytes of one sheet: title line, header, rows with 序号; columns nobody filled are left out.

    `rows` hold values by column id. The same input gives the same bytes.
    """
    columns = [each for each in ledger.columns if each.required or any(row.get(each.id) is not None for row in rows)]
    stream = BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    book.set_properties({"created": CREATED})
    head = book.add_format({"bold": True, "align": "center", "valign": "vcenter", "text_wrap": True, "border": 1})
    big = book.add_format({"bold": True, "font_size": 16, "align": "center"})
    day = book.add_format({"num_format": "yyyy-mm-dd", "align": "center"})
    sheet = book.add_worksheet(ledger.title)
    sheet.merge_range(0, 0, 0, len(columns), title, big)
    sheet.write_row(1, 0, ["序号", *(column.title for column in columns)], head)
    sheet.freeze_panes(2, 2)
    sheet.set_column(0, 0, 6)
    for place, column in enumerate(columns, 1):
        sheet.set_column(place, place, 40 if column.id in WIDE else 16)
    for index, row in enumerate(rows, 1):
        line = index + 1
        sheet.write_number(line, 0, index)
        for place, column in enumerate(columns, 1):
            value = cell(column, row.get(column.id))
            if isinstance(value, date):
                sheet.write_datetime(line, place, value, day)
            elif isinstance(value, int | float):
                sheet.write_number(line, place, value)
            elif value is not None:
                sheet.write_string(line, place, value)
    book.close()
    return stream.getvalue()
