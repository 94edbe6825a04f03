"""Read .csv and .tsv: encoding by content, delimiter by count, quotes strictly."""

import csv
import io
import re

from services.errors import Refused
from services.ingest import limits
from services.ingest.encoding import decoded
from services.ingest.grid import Cell, Sheet, Workbook

DELIMITERS = ",\t;"
SAMPLE_LINES = 50
# ="001" is how some programs keep Excel from reading a code as a number.
AS_TEXT = re.compile('="(.*)"')
# An apostrophe keeps words from being run as a formula when the file is opened; our own exports write it.
HARMLESS = ("'=", "'+", "'-", "'@")


def parse(content: bytes) -> Workbook:
    """Give the one sheet of a text file, every cell text; raises Refused("broken_csv") for an unclosed quote."""
    # A cell that is too long is refused as such, not as an open quote.
    csv.field_size_limit(limits.FILE_BYTES)
    text = decoded(content).rstrip("\x1a")
    rows: list[list[Cell]] = []
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True):
            if len(row) > limits.COLUMNS and any(row[limits.COLUMNS :]):
                raise limits.too_many_columns()
            rows.append([_cell(value) for value in row[: limits.COLUMNS]])
            if len(rows) > limits.ROWS:
                raise limits.too_many_rows()
    except csv.Error as error:
        raise Refused("broken_csv", f"第{len(rows) + 1}行附近的引号没有成对，请改正，或另存为 .xlsx 再传。") from error
    width = max((len(row) for row in rows), default=0)
    return Workbook((Sheet("Sheet1", True, [row + [None] * (width - len(row)) for row in rows], typed=False),))


def _cell(value: str) -> Cell:
    if value.startswith('="') and (kept := AS_TEXT.fullmatch(value)):
        return kept[1]
    if value.startswith(HARMLESS):
        return value[1:]
    return value or None


def _delimiter(text: str) -> str:
    lines = [line for line in text[:100_000].splitlines()[:SAMPLE_LINES] if line.strip()]

    def used(mark: str) -> tuple[int, int]:
        return sum(mark in line for line in lines), sum(line.count(mark) for line in lines)

    return max(DELIMITERS, key=used)
