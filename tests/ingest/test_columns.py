"""A column is read all at once; what comes of a cell is what comes of it alone."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from services.ingest.columns import Contents, Found, read_column
from services.ingest.grid import Cell, CellError, Sheet
from services.ingest.shape import Shape
from services.ledger import Column, Kind

WORDS = Column("备注", Kind.TEXT, id="remark")
cells = st.sampled_from([
    None, "", " ", "党费", "党 费", " 党费", "党费 ", "党费\n未收", "\u200b党费", "a|b", "a| b", "|", "=1",
    "#REF!", "#N/A", "同上", "〃", "”", "\x01", 1, 1.0, True, 0, 2023.1, CellError("#REF!"),
])  # fmt: skip


def gave(*column: Cell) -> list[tuple[Any, bool, list[str]]]:
    """Give for each cell its value, whether it is at fault, and the codes of its problems."""
    found, data = Found(), list(range(len(column)))
    sheet = Sheet("Sheet1", True, [[cell] for cell in column])
    read_column(found, sheet, Shape(None, [], data=data), WORDS, 0, {}, {})
    contents = found.columns["remark"]
    return [
        (contents.values[i], i in contents.faulty, [each.code for each in found.problems if each.line == i + 1])
        for i in data
    ]


@given(st.lists(cells, min_size=1, max_size=8))
def test_a_cell_reads_the_same_in_whatever_column_it_stands(column: list[Cell]) -> None:
    assert gave(*column) == [gave(cell)[0] for cell in column]


def test_a_kind_of_deadline_and_a_fault_are_no_blanks() -> None:
    assert Contents([None, None, None, 1], kinds={1: "长期坚持"}, faulty={2}).blanks() == [0]
