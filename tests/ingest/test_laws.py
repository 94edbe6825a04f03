"""What holds for any file and any sheet."""

from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from math import isfinite
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from services.errors import Refused
from services.ingest import wire
from services.ingest.grid import CellError, Sheet, Uncached, Workbook, address, column_number, letter
from services.ingest.match import match
from services.ingest.package import Package
from services.ingest.shape import shape
from services.ingest.sniff import Format, sniff
from services.ledgers import ledgers
from tests.ingest.grids import answer, read_as, workbook

WORDS = [
    "序号", "单位名称", "领域", "机关", "是", "合计", "小计 3", "注：", "一、机关", "2023.3.5", "3项", "附件1",
    "填表人：某", "同上", "责任单位", "存在问题", "整改时限", "\u3000", "示例", "1", "“", "1/1", "长期坚持",
]  # fmt: skip
CELLS = st.one_of(
    st.none(), st.sampled_from(WORDS), st.text(max_size=12), st.floats(), st.booleans(), st.dates(), st.datetimes(),
    st.just(CellError("#REF!")), st.just(Uncached()),
)  # fmt: skip


@st.composite
def sheets(draw: st.DrawFn) -> Sheet:
    height, width = draw(st.integers(0, 9)), draw(st.integers(1, 6))
    rows: list[list[Any]] = [draw(st.lists(CELLS, min_size=width, max_size=width)) for _ in range(height)]
    corner = st.tuples(st.integers(0, 9), st.integers(0, 6), st.integers(0, 4), st.integers(0, 4))
    merges = tuple((r, c, r + down, c + right) for r, c, down, right in draw(st.lists(corner, max_size=3)))
    hidden = frozenset(draw(st.sets(st.integers(0, 9), max_size=3)))
    return Sheet("表", True, rows, merges, hidden, {}, draw(st.booleans()), draw(st.booleans()))


@given(
    st.binary(max_size=300),
    st.sampled_from([b"", b"PK\x03\x04", b"<table>", b"a,b\n", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"]),
)
def test_no_bytes_give_anything_but_a_workbook_or_a_refusal(tail: bytes, head: bytes) -> None:
    content = head + tail
    assert isinstance(answer(lambda: workbook(sniff("a.xlsx", content), content)), Workbook | Refused)


@given(st.binary(max_size=400))
def test_no_bytes_break_a_reader_chosen_by_force(content: bytes) -> None:
    for kind in (Format.TEXT, Format.HTML, Format.XML, Format.XLS):
        assert isinstance(answer(partial(workbook, kind, content)), Workbook | Refused)
    assert isinstance(answer(lambda: Package(content)), Refused)


def as_sent(cell: Any) -> Any:
    """Give a cell as it must arrive: a blank text is none, a number beyond all bounds an error."""
    if isinstance(cell, float) and not isfinite(cell):
        return CellError("#NUM!")
    return None if cell == "" else cell


def types(grids: Iterable[Sheet]) -> list[type]:
    return [type(cell) for grid in grids for row in grid.rows for cell in row]


@given(st.lists(sheets(), max_size=3))
def test_any_sheets_arrive_as_they_were_sent(grids: list[Sheet]) -> None:
    arrived = wire.loads(wire.dumps(wire.pack(Workbook(tuple(grids)))))
    expected = [replace(grid, rows=[[as_sent(cell) for cell in row] for row in grid.rows]) for grid in grids]
    assert list(arrived.sheets) == expected
    for sheet, grid in zip(arrived.sheets, expected, strict=True):
        assert [[type(cell) for cell in row] for row in sheet.rows] == [
            [type(cell) for cell in row] for row in grid.rows
        ]


@given(sheets())
def test_every_used_row_lands_in_exactly_one_bucket(grid: Sheet) -> None:
    form = shape(grid)
    used = [i for i, row in enumerate(grid.rows) if any(cell is not None for cell in row)]
    assert sum(form.counts().values()) == len(form.buckets) <= (used[-1] + 1 if used else 0)
    assert form.data == [i for i, bucket in enumerate(form.buckets) if bucket == "data"]
    if form.header:
        assert form.counts()["header"] == form.header[1] - form.header[0] + 1


@settings(max_examples=60)
@given(sheets())
def test_any_sheet_converts_with_one_record_per_data_row_and_one_error_per_cell(grid: Sheet) -> None:
    for declared in ledgers().values():
        form = shape(grid, [declared])
        matched = match(form, declared)
        done = read_as(declared.id, grid)
        errors = [problem.cell for problem in done.problems if problem.level == "error" and problem.cell]
        assert len(done.records) == len(form.data)
        assert len(errors) == len(set(errors))
        assert all(set(matched.columns) <= set(record.values) for record in done.records)


@given(st.integers(0, 20_000))
def test_letters_and_column_numbers_are_inverse(column: int) -> None:
    assert column_number(letter(column)) == column
    assert address(0, column) == f"{letter(column)}1"
