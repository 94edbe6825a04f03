"""A workbook on its way from the reading process to ours: a line of JSON, then the numbers of the cells, row by row.

Every different cell is told once, in the line, for a ledger says the same few things again and again. Never pickle:
the reader read hostile bytes.
"""

import json
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import chain
from typing import Any, Final

from services.ingest.collector import paused
from services.ingest.grid import Cell, CellError, Sheet, Uncached, Workbook

# Four bytes each; 0 stands for a blank cell.
NUMBER: Final = "I"


@dataclass(frozen=True)
class Packed:
    """A workbook taken apart: `cells` are the different ones, `numbers` say which stands where, sheet after sheet."""

    book: Workbook
    cells: list[Cell]
    numbers: "array[int]"


class _Numbering(dict[Any, int]):
    """Numbers what it is asked for, in the order of the first asking."""

    def __missing__(self, key: Any) -> int:
        number = self[key] = len(self)
        return number


def pack(book: Workbook) -> Packed:
    """Give a workbook taken apart; an empty text is no cell."""
    numbering = _Numbering({None: 0, "": 0})
    numbers = array(NUMBER, map(numbering.__getitem__, _cells(book)))
    if (0 in numbering or 1 in numbering) and bool in set(map(type, _cells(book))):
        # True and 1 are two cells, and one key.
        numbering = _Numbering({(type(None), None): 0, (str, ""): 0})
        numbers = array(NUMBER, (numbering[type(cell), cell] for cell in _cells(book)))
        return Packed(book, [cell for _, cell in numbering], numbers)
    return Packed(book, list(numbering), numbers)


def _cells(book: Workbook) -> Iterator[Cell]:
    return chain.from_iterable(chain.from_iterable(sheet.rows for sheet in book.sheets))


def dumps(packed: Packed) -> bytes:
    """Give a workbook as bytes."""
    about = {"cells": packed.cells, "sheets": [_about(sheet) for sheet in packed.book.sheets]}
    line = json.dumps(about, ensure_ascii=False, separators=(",", ":"), default=_encoded)
    return line.encode("utf-8", "replace") + b"\n" + packed.numbers.tobytes()


def loads(content: bytes) -> Workbook:
    """Give the workbook of such bytes. A number beyond all bounds is the error cell #NUM!."""
    # Imported here alone: the reading process does without numpy, whose start every file would pay.
    from services.ingest.coded import CodedRows

    with paused():
        line, _, content = content.partition(b"\n")
        about = json.loads(line, parse_constant=lambda _: ["e", "#NUM!"])
        cells = [_decoded(cell) if type(cell) is list else cell for cell in about["cells"]]
        numbers, sheets = memoryview(content).cast(NUMBER), []
        for each in about["sheets"]:
            height, width = each["size"]
            sheets.append(_sheet(each, CodedRows(cells, numbers[: height * width], height, width)))
            numbers = numbers[height * width :]
        return Workbook(tuple(sheets))


def _about(sheet: Sheet) -> dict[str, Any]:
    return {
        "name": sheet.name,
        "visible": sheet.visible,
        "size": (len(sheet.rows), len(sheet.rows[0]) if sheet.rows else 0),
        "merges": sheet.merges,
        "hidden_rows": sorted(sheet.hidden_rows),
        "formats": [[row, column, code] for (row, column), code in sheet.formats.items()],
        "date1904": sheet.date1904,
        "typed": sheet.typed,
    }


def _sheet(about: dict[str, Any], rows: list[list[Cell]]) -> Sheet:
    return Sheet(
        name=about["name"],
        visible=about["visible"],
        rows=rows,
        merges=tuple((r1, c1, r2, c2) for r1, c1, r2, c2 in about["merges"]),
        hidden_rows=frozenset(about["hidden_rows"]),
        formats={(row, column): code for row, column, code in about["formats"]},
        date1904=about["date1904"],
        typed=about["typed"],
    )


def _encoded(cell: Any) -> list[str] | str:
    """Give what JSON has no word for; a time of day and a duration are texts from here on."""
    match cell:
        case datetime():
            return ["t", cell.isoformat()]
        case date():
            return ["d", cell.isoformat()]
        case CellError():
            return ["e", cell.text]
        case Uncached():
            return ["u", ""]
        case time():
            return cell.isoformat()
    return str(cell)


def _decoded(cell: list[str]) -> Cell:
    kind, text = cell
    if kind == "d":
        return date.fromisoformat(text)
    if kind == "t":
        return datetime.fromisoformat(text)
    return CellError(text) if kind == "e" else Uncached()
