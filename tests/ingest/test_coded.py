"""Rows whose cells are numbered are the rows they were made of."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.ingest import wire
from services.ingest.coded import BLANK_CELL, CodedRows
from services.ingest.grid import Cell, CellError, Sheet, Uncached, Workbook

cells = st.sampled_from([
    None, " ", "党费", 0.0, 1.0, 1, True, False, 0, date(2023, 3, 5), CellError("#REF!"), Uncached(),
])  # fmt: skip
grids = st.integers(1, 4).flatmap(lambda width: st.lists(st.lists(cells, min_size=width, max_size=width), max_size=5))


def kinds(rows: list[list[Cell]]) -> list[list[tuple[type, Cell]]]:
    return [[(type(cell), cell) for cell in row] for row in rows]


@given(grids)
def test_a_number_stands_for_one_cell_of_one_type(rows: list[list[Cell]]) -> None:
    coded = CodedRows.of(rows)
    assert kinds(coded) == kinds(rows)
    assert kinds([[coded.cells[number] for number in row] for row in coded.numbers.tolist()]) == kinds(rows)
    assert coded.cells[BLANK_CELL] is None
    assert CodedRows.of(coded) is coded


@given(grids)
def test_what_is_asked_of_a_cell_is_answered_for_each_place(rows: list[list[Cell]]) -> None:
    asked = CodedRows.of(rows).where(lambda cell: isinstance(cell, str))
    assert asked.tolist() == [[isinstance(cell, str) for cell in row] for row in rows]


def test_a_column_is_told_by_the_numbers_of_its_rows() -> None:
    coded = CodedRows.of([["甲", "乙"], ["乙", "甲"], ["甲", None]])
    assert [coded.cells[number] for number in coded.column(1, [0, 2])] == ["乙", None]


@pytest.mark.parametrize("texts", [["甲", None], ["乙", True, 1]])
def test_every_sheet_of_a_workbook_arrives_with_its_own_rows(texts: list[Cell]) -> None:
    sheets = [Sheet("一", True, [["甲", 2.5]]), Sheet("空", True, []), Sheet("二", False, [texts, texts])]
    arrived = wire.loads(wire.dumps(wire.pack(Workbook(tuple(sheets)))))
    assert [kinds(sheet.rows) for sheet in arrived.sheets] == [kinds(sheet.rows) for sheet in sheets]
    assert all(isinstance(sheet.rows, CodedRows) for sheet in arrived.sheets)
