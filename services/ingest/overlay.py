"""What calamine does not tell of a sheet: error cells, formulas without a stored result, hidden rows, formats."""

import re
from dataclasses import dataclass, field

from services.ingest.formats import year_month
from services.ingest.grid import Cell, CellError, Uncached, column_number
from services.ingest.limits import COLUMNS, ROWS
from services.ingest.package import holds

TAG = re.compile(rb"<(?:\w+:)?(?:row\b([^>]*)>|c((?:\s[^>]*)?)(?:(?<=/)>|>(.*?)</(?:\w+:)?c>))", re.DOTALL)
REFERENCE = re.compile(rb"\sr\s*=\s*[\"']([A-Za-z]{0,3})(\d{1,7})[\"']")
STYLE = re.compile(rb"\ss\s*=\s*[\"'](\d{1,9})[\"']")
KIND = re.compile(rb"\st\s*=\s*[\"'](\w+)[\"']")
HIDDEN = re.compile(rb"\shidden\s*=\s*[\"'](?:1|true)[\"']")
ERROR = re.compile(rb"\st\s*=\s*[\"']e[\"']")
# A formula that no result follows, and a row that does not show.
UNFINISHED = re.compile(rb"(?:<(?:\w+:)?f(?:\s[^>]*)?/>|</(?:\w+:)?f\s*>)(?!\s*<(?:\w+:)?v(?:\s[^>]*)?>[^<])")
HIDDEN_ROW = re.compile(rb"<(?:\w+:)?row\b[^>]*\shidden\s*=\s*[\"'](?:1|true)[\"']")
FORMULA = re.compile(rb"<(?:\w+:)?f[\s/>]")
VALUE = re.compile(rb"<(?:\w+:)?v(?:\s[^>]*)?>([^<]*)</")
LONGEST_ERROR = 20
RESULT = re.compile(rb"<(?:\w+:)?v(?:\s[^>]*)?/?>")


@dataclass
class Overlay:
    """By 0-based row and column."""

    cells: dict[tuple[int, int], Cell] = field(default_factory=dict)
    formats: dict[tuple[int, int], str] = field(default_factory=dict)
    hidden_rows: frozenset[int] = frozenset()


def overlay(xml: bytes, rows: list[list[Cell]], styles: frozenset[int]) -> Overlay:
    """Give what is hidden in a sheet's XML. `styles` are those that show two decimals.

    A sheet of 100,000 rows without any such mark is not walked at all.
    """
    found = Overlay()
    if not _marked(xml, rows, styles):
        return found
    hidden = set()
    row, column = -1, -1
    for match in TAG.finditer(xml):
        of_row, of_cell, inner = match.groups()
        if of_row is not None:
            row, column = _row(of_row, row), -1
            if row < ROWS and HIDDEN.search(of_row):
                hidden.add(row)
            continue
        reference = REFERENCE.search(of_cell)
        row, column = (
            (int(reference[2]) - 1, column_number(reference[1].upper().decode())) if reference else (row, column + 1)
        )
        if inner and row < ROWS and column < COLUMNS:
            _note(found, rows, (row, column), of_cell, inner, styles)
    found.hidden_rows = frozenset(hidden)
    return found


def _marked(xml: bytes, rows: list[list[Cell]], styles: frozenset[int]) -> bool:
    # Pieces are found much faster than patterns, and mostly are not there.
    return (
        (holds(xml, b'"e"', b"'e'") and ERROR.search(xml) is not None)
        or (holds(xml, b"<f", b":f") and UNFINISHED.search(xml) is not None)
        or (holds(xml, b"hidden=") and HIDDEN_ROW.search(xml) is not None)
        or (
            holds(xml, *(b' s="%d"' % style for style in styles))
            and any(year_month(cell) for row in rows for cell in row)
        )
    )


def _row(attributes: bytes, before: int) -> int:
    reference = REFERENCE.search(attributes)
    return int(reference[2]) - 1 if reference else before + 1


def _note(
    found: Overlay, rows: list[list[Cell]], at: tuple[int, int], attributes: bytes, inner: bytes, styles: frozenset[int]
) -> None:
    kind = KIND.search(attributes)
    if kind and kind[1] == b"e":
        text = VALUE.search(inner)
        found.cells[at] = CellError(text[1][:LONGEST_ERROR].decode("utf-8", "replace") if text else "#ERR!")
    elif b"f" in inner and FORMULA.search(inner):
        stored = VALUE.search(inner)
        blank_text = kind is not None and kind[1] == b"str" and RESULT.search(inner) is not None
        if not (stored and stored[1]) and not blank_text:
            found.cells[at] = Uncached()
    style = STYLE.search(attributes)
    if (
        style
        and int(style[1]) in styles
        and at[0] < len(rows)
        and at[1] < len(rows[0])
        and year_month(rows[at[0]][at[1]])
    ):
        found.formats[at] = "0.00"
