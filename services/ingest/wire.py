"""A workbook as lines of JSON between the reading process and ours: never pickle, for the reader read hostile bytes."""

import json
from collections.abc import Iterable
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from services.ingest.collector import paused
from services.ingest.grid import Cell, CellError, Sheet, Uncached, Workbook


def _encoded(cell: Any) -> list[str]:
    if isinstance(cell, datetime):
        return ["t", cell.isoformat()]
    if isinstance(cell, date):
        return ["d", cell.isoformat()]
    if isinstance(cell, CellError):
        return ["e", cell.text]
    return ["u", ""]


_day = lru_cache(20_000)(date.fromisoformat)
_moment = lru_cache(20_000)(datetime.fromisoformat)


def _decoded(cell: list[str]) -> Cell:
    kind, text = cell
    if kind == "d":
        return _day(text)
    if kind == "t":
        return _moment(text)
    return CellError(text) if kind == "e" else Uncached()


def dumps(book: Workbook) -> Iterable[bytes]:
    """Give one line per sheet."""
    for sheet in book.sheets:
        about: dict[str, Any] = {
            "name": sheet.name,
            "visible": sheet.visible,
            "merges": sheet.merges,
            "hidden_rows": sorted(sheet.hidden_rows),
            "formats": [[row, column, code] for (row, column), code in sheet.formats.items()],
            "date1904": sheet.date1904,
            "typed": sheet.typed,
            "rows": sheet.rows,
        }
        line = json.dumps(about, ensure_ascii=False, separators=(",", ":"), default=_encoded)
        yield line.encode("utf-8", "replace") + b"\n"


def loads(lines: Iterable[bytes]) -> Workbook:
    """Give the workbook of such lines. A number beyond all bounds is the error cell #NUM!."""
    with paused():
        return Workbook(tuple(_sheet(json.loads(line, parse_constant=lambda _: ["e", "#NUM!"])) for line in lines))


def _sheet(about: dict[str, Any]) -> Sheet:
    rows = [[_decoded(cell) if type(cell) is list else cell for cell in row] for row in about["rows"]]
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
