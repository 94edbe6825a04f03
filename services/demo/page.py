"""A sheet laid out by hand: banners, two-level headers, merged cells, totals and notes."""

from collections.abc import Sequence
from datetime import date
from io import BytesIO
from typing import Any

import xlsxwriter

from services.demo.file import CREATED

# The office's own words for the five 领域.
DOMAINS = {
    "机关": "党政机关",
    "事业单位": "事业",
    "国有企业": "国企",
    "非公经济组织": "非公企业",
    "社会组织": "行业协会",
}
# How offices write a day; the last is a real date cell.
SPELLINGS = ("{0.year}.{0.month}.{0.day}", "{0.year}年{0.month}月{0.day}日", "{0.year}/{0.month}/{0.day}", None)


def odd(day: date | None, turn: int) -> Any:
    """Give a day as one of several analysts would type it, by `turn`; None stays blank."""
    spelling = SPELLINGS[turn % len(SPELLINGS)]
    return day if day is None or spelling is None else spelling.format(day)


class Page:
    """One sheet of `width` columns, written from the top down; `content` closes it and gives the .xlsx bytes."""

    def __init__(self, name: str, width: int) -> None:
        self.stream = BytesIO()
        self.book = xlsxwriter.Workbook(self.stream, {"in_memory": True})
        self.book.set_properties({"created": CREATED})
        self.sheet = self.book.add_worksheet(name)
        self.sheet.set_column(0, 0, 6)
        self.sheet.set_column(1, width - 1, 15)
        self.width, self.line = width, 0
        self.big = self.book.add_format({"bold": True, "font_size": 18, "align": "center"})
        self.head = self.book.add_format({"bold": True, "align": "center", "text_wrap": True, "border": 1})
        self.plain = self.book.add_format({"border": 1, "valign": "vcenter", "text_wrap": True})
        self.day = self.book.add_format({"border": 1, "num_format": "yyyy/m/d"})

    def label(self, text: str) -> None:
        """Write one cell at the left, such as 附件1 or a note."""
        self.sheet.write_string(self.line, 0, text)
        self.line += 1

    def banner(self, text: str, big: bool = False) -> None:
        """Write a line merged over the whole width: a title, a fill-in line or a section."""
        self.sheet.merge_range(self.line, 0, self.line, self.width - 1, text, self.big if big else self.plain)
        self.line += 1

    def headings(self, names: str) -> None:
        """Write one header row from names parted by blanks."""
        self.sheet.write_row(self.line, 0, names.split(" "), self.head)
        self.line += 1

    def two_levels(self, names: Sequence[str | tuple[str, Sequence[str]]]) -> None:
        """Write a header of two rows; a group is (name, its columns) and everything else is merged downwards."""
        place = 0
        for name in names:
            if isinstance(name, str):
                self.sheet.merge_range(self.line, place, self.line + 1, place, name, self.head)
                place += 1
                continue
            group, inner = name
            self.sheet.merge_range(self.line, place, self.line, place + len(inner) - 1, group, self.head)
            self.sheet.write_row(self.line + 1, place, inner, self.head)
            place += len(inner)
        self.line += 2

    def table(self, rows: Sequence[Sequence[Any]], merged: Sequence[int] = ()) -> None:
        """Write data rows; in the `merged` columns a run of equal values becomes one merged cell."""
        for row in rows:
            for place, value in enumerate(row):
                if isinstance(value, date):
                    self.sheet.write_datetime(self.line, place, value, self.day)
                elif value is None:
                    self.sheet.write_blank(self.line, place, None, self.plain)
                else:
                    self.sheet.write(self.line, place, value, self.plain)
            self.line += 1
        for place in merged:
            first = 0
            for index in range(1, len(rows) + 1):
                if index == len(rows) or rows[index][place] != rows[first][place]:
                    if index - first > 1 and rows[first][place] is not None:
                        top = self.line - len(rows)
                        self.sheet.merge_range(
                            top + first, place, top + index - 1, place, rows[first][place], self.plain
                        )
                    first = index

    def content(self) -> bytes:
        """Close the sheet and give the file."""
        self.book.close()
        return self.stream.getvalue()
