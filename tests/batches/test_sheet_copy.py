"""A sheet copied and read again is the same sheet."""

import io
from datetime import date, datetime

import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from services.batches.private import private
from services.batches.redact import redacted
from services.batches.sheet_copy import Pen, lay, pages
from services.ingest.cells import written
from services.ingest.grid import Cell, CellError, Sheet, Uncached, Workbook
from services.ingest.sniff import Format
from tests.ingest.grids import workbook

CELLS = st.one_of(
    st.none(),
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20),
    st.sampled_from(["=1+1", " 前后有空白 ", "_x0041_", "换\n行", "\r\n", "001", "@甲", "2023.1", "\x07"]),
    st.floats(allow_nan=False, allow_infinity=False).filter(lambda number: number == 0 or abs(number) > 1e-300),
    st.booleans(),
    st.dates(date(1904, 1, 2), date(2199, 12, 31)),
)


def copied(*sheets: Sheet) -> Workbook:
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True, "date_1904": Workbook(sheets).date1904}) as book:
        pen = Pen(book)
        for page, each in pages(book, sheets):
            lay(page, each, private(each), pen)
    return workbook(Format.XLSX, buffer.getvalue())


def sheet(*rows: list[Cell], **more: object) -> Sheet:
    return Sheet("表", True, list(rows), **more)  # type: ignore[arg-type]


@settings(max_examples=60)
@given(st.lists(st.lists(CELLS, min_size=3, max_size=3), min_size=1, max_size=4), st.booleans())
def test_text_numbers_and_days_come_back(rows: list[list[Cell]], date1904: bool) -> None:
    full = [["左上", None, None], *rows, [None, None, "右下"]]
    (found,) = copied(sheet(*full, date1904=date1904)).sheets
    assert [[day(cell) for cell in row] for row in found.rows] == full


def day(cell: Cell) -> Cell:
    return cell.date() if isinstance(cell, datetime) else cell


def test_moments_formats_merges_and_hidden_rows_come_back() -> None:
    rows: list[list[Cell]] = [["标题", None], [datetime(2023, 3, 5, 14, 30), 2023.1], ["甲", "藏着"], ["乙", None]]
    before = sheet(*rows, merges=((0, 0, 0, 1), (1, 1, 2, 1)), hidden_rows=frozenset({3}), formats={(1, 1): "0.00"})
    (after,) = copied(before).sheets
    assert (after.rows, after.merges, after.hidden_rows) == (before.rows, before.merges, before.hidden_rows)
    assert after.formats == before.formats


def test_what_excel_cannot_hold_is_shown_in_words() -> None:
    (found,) = copied(sheet([CellError("#REF!"), Uncached(), date(1900, 1, 1)])).sheets
    assert found.rows == [["#REF!", "（公式没有结果）", "1900-01-01"]]


def test_overlapping_and_endless_merges_do_not_stop_the_copy() -> None:
    merges = ((0, 0, 1, 1), (1, 1, 2, 2), (3, 0, 3, 0), (4, 0, 1_048_575, 0))
    (found,) = copied(sheet(*[["甲", "乙", "丙"] for _ in range(6)], merges=merges)).sheets
    assert found.merges[0] == (0, 0, 1, 1)
    assert len(found.merges) == 2


def test_names_that_excel_forbids_are_mended_and_stay_apart() -> None:
    names = ["一/二", "一:二", "长" * 40, "长" * 41, "'引'", "", "a", "A"]
    found = copied(*(Sheet(name, True, [["甲"]]) for name in names))
    assert [each.name for each in found.sheets][:2] == ["一_二", "一_二_2"]
    assert len({each.name.lower() for each in found.sheets}) == len(names)


def test_hidden_sheets_stay_hidden() -> None:
    found = copied(Sheet("甲", False, [["一"]]), Sheet("乙", True, [["二"]]))
    assert [each.visible for each in found.sheets] == [False, True]


def test_what_must_not_be_kept_is_not_in_the_copy_that_is_kept() -> None:
    rows: list[list[Cell]] = [
        ["单位名册", None, None, None],
        ["单位名称", "身份证号", "联系电话", "登记日期"],
        ["市财政局", "110101199001011234", 13900000001.0, date(2023, 3, 5)],
    ]
    kept, changed = redacted(Workbook((sheet(*rows),)), b"the bytes")
    assert changed
    (found,) = workbook(Format.XLSX, kept).sheets
    assert [written(cell) for cell in found.rows[2]] == ["市财政局", "", "139****0001", "2023-03-05"]


def test_a_file_with_nothing_to_hide_is_kept_as_it_is() -> None:
    assert redacted(Workbook((sheet(["单位名称"], ["市财政局"]),)), b"the bytes") == (b"the bytes", False)
