import io
from datetime import date, datetime

import pytest
import xlsxwriter

from services.errors import Refused
from services.ingest.grid import CellError, Uncached
from services.ingest.sniff import Format
from tests.ingest.grids import SHEET_PART, of_cells, repacked, with_part, workbook
from tests.sheets import UNITS, xlsx

BOOK = xlsx(*UNITS)


def cells(xml: bytes) -> list[list[object]]:
    return [*workbook(Format.XLSX, of_cells(BOOK, xml)).sheets[0].rows]


def test_values_blanks_and_days() -> None:
    book = workbook(Format.XLSX, xlsx(("单位", None, "日期"), ("市教育局", 3, date(2023, 3, 5))))
    assert book.sheets[0].rows == [["单位", None, "日期"], ["市教育局", 3.0, date(2023, 3, 5)]]
    assert book.sheets[0].visible
    assert not book.date1904


def test_an_error_cell_is_an_error_and_never_blank() -> None:
    row = b'<row r="1"><c r="A1"><v>1</v></c><c r="C1" t="e"><f>X1</f><v>#REF!</v></c></row>'
    assert cells(row) == [[1.0, None, CellError("#REF!")]]


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        (b"<f>1+1</f>", Uncached()),
        (b"<f>1+1</f><v></v>", Uncached()),
        (b"<f>1+1</f><v/>", Uncached()),
        (b"<f>1+1</f><v>2</v>", 2.0),
        (b'<f t="shared" si="0"/><v>7</v>', 7.0),
        (b'<f t="shared" si="0"/>', Uncached()),
        (b"<f>1+1</f >\n<v>2</v>", 2.0),
    ],
)
def test_a_formula_without_its_result_is_told_from_one_with(cell: bytes, value: object) -> None:
    assert cells(b'<row r="1"><c r="A1"><v>1</v></c><c r="B1">' + cell + b"</c></row>") == [[1.0, value]]


def test_a_formula_whose_result_is_an_empty_text_is_blank() -> None:
    row = b'<row r="1"><c r="A1"><v>1</v></c><c r="B1" t="str"><f>IF(1,"")</f><v></v></c></row>'
    assert cells(row) in ([[1.0, None]], [[1.0]])


def test_inline_strings_missing_references_and_a_prefix_are_read() -> None:
    assert cells(b'<row><c t="inlineStr"><is><t>a</t></is></c><c><f>A</f></c></row>') == [["a", Uncached()]]
    prefixed = (
        b'<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row r="1">'
        b'<x:c r="A1"><x:v>5</x:v></x:c><x:c r="B1" t="e"><x:v>#N/A</x:v></x:c></x:row></x:sheetData></x:worksheet>'
    )
    book = workbook(Format.XLSX, with_part(BOOK, SHEET_PART, lambda _: prefixed))
    assert book.sheets[0].rows == [[5.0, CellError("#N/A")]]


def test_a_workbook_without_styles_and_shared_strings_is_read() -> None:
    bare = repacked(
        of_cells(BOOK, b'<row r="1"><c r="A1"><v>5</v></c></row>'),
        lambda name, part: None if name in ("xl/styles.xml", "xl/sharedStrings.xml") else part,
    )
    assert workbook(Format.XLSX, bare).sheets[0].rows == [[5.0]]


def test_hidden_rows_merges_formats_and_1904() -> None:
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True, "date_1904": True}) as book:
        page = book.add_worksheet("册")
        page.write_row(0, 0, ["编号", "时限"])
        page.write(1, 1, 2023.1, book.add_format({"num_format": "0.00"}))
        page.write(2, 1, 2023.1)
        page.write_datetime(3, 1, datetime(2023, 3, 5), book.add_format({"num_format": "yyyy/m/d"}))
        page.merge_range(1, 0, 2, 0, "1-1")
        page.set_row(2, None, None, {"hidden": True})
        book.add_worksheet("旧").hide()
    read = workbook(Format.XLSX, buffer.getvalue())
    first, old = read.sheets
    assert first.merges == ((1, 0, 2, 0),)
    assert first.hidden_rows == {2}
    assert first.formats == {(1, 1): "0.00"}
    assert read.date1904
    assert first.rows[3][1] == date(2023, 3, 5)
    assert not old.visible


def test_two_decimals_are_seen_where_nothing_else_is_remarkable() -> None:
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        page = book.add_worksheet("册")
        page.set_column(3, 3, None, None, {"hidden": True})
        page.write_row(0, 0, ["甲", 2023.1, 12.5], book.add_format({"num_format": "0.00"}))
    (sheet,) = workbook(Format.XLSX, buffer.getvalue()).sheets
    assert (sheet.formats, sheet.hidden_rows) == ({(0, 1): "0.00"}, frozenset())


def test_an_over_long_cell_and_an_empty_workbook_are_refused() -> None:
    long = b'<row r="1"><c r="A1" t="inlineStr"><is><t>' + b"x" * 32_768 + b"</t></is></c></row>"
    for xml, code in ((long, "damaged"), (b"", "empty")):
        with pytest.raises(Refused) as refusal:
            cells(xml)
        assert refusal.value.code == code


def test_overlapping_merges_cannot_make_a_small_sheet_expensive(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("services.ingest.limits.MERGED_AREA", 60)
    merges = b"<mergeCells>" + b'<mergeCell ref="A1:I5"/>' * 2 + b"</mergeCells>"
    content = with_part(BOOK, SHEET_PART, lambda part: part.replace(b"</sheetData>", b"</sheetData>" + merges))
    with pytest.raises(Refused) as refusal:
        workbook(Format.XLSX, content)
    assert refusal.value.code == "too_many_merges"
