"""The records of a sheet: what its columns gave, row by row."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from services.ingest.cells import written
from services.ingest.columns import Found
from services.ingest.grid import Cell, Sheet
from services.ingest.shape import Shape
from services.ledger import Kind, Ledger
from services.text import normal


@dataclass(slots=True)
class Record:
    """One data row. `line` is its Excel row, `position` its 序号; `values` has every mapped field, None where blank.

    `marks`: field → "month", "quarter" or "year" precision. `cells`: field → address, for values from outside the row.
    """

    line: int
    position: float | None
    values: dict[str, Any]
    marks: dict[str, str] = field(default_factory=dict)
    cells: dict[str, str] = field(default_factory=dict)


def typed_records(
    found: Found, sheet: Sheet, shape: Shape, ledger: Ledger, cells: Mapping[str, tuple[str, set[int]]]
) -> list[Record]:
    """Give one record per data row; `cells`: field → the cell outside the rows that filled it, and in which records."""
    columns: dict[str, list[Any]] = {}
    for name, contents in found.columns.items():
        columns[name] = contents.values
        if ledger.by_id[name].kind is Kind.DUE:
            # "due_on" has "due_kind" beside it.
            columns[f"{name.removesuffix('_on')}_kind"] = list(map(contents.kinds.get, range(len(shape.data))))
    rows = zip(*columns.values(), strict=True) if columns else [()] * len(shape.data)
    positions = _positions(sheet, shape)
    records = [
        Record(r + 1, position, dict(zip(columns, values, strict=False)))
        for r, position, values in zip(shape.data, positions, rows, strict=True)
    ]
    for name, contents in found.columns.items():
        for i, mark in contents.marks.items():
            records[i].marks[name] = mark
    for name, (at, filled) in cells.items():
        for i in filled:
            records[i].cells[name] = at
    return records


def _positions(sheet: Sheet, shape: Shape) -> list[float | None]:
    if shape.position is None:
        return [None] * len(shape.data)
    return [_position(sheet.rows[r][shape.position]) for r in shape.data]


def _position(cell: Cell) -> float | None:
    if cell is None or isinstance(cell, float):
        return cell
    try:
        return float(normal(written(cell)))
    except ValueError:
        return None
