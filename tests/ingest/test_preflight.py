import io
import zipfile

import pytest

from services.errors import Refused
from services.ingest import limits
from services.ingest.package import Package
from services.ingest.preflight import preflight
from tests.ingest.grids import SHEET_PART, of_cells, repacked, with_part
from tests.sheets import UNITS, xlsx

BOOK = xlsx(*UNITS)


def refused(content: bytes) -> str | None:
    try:
        preflight(Package(content))
    except Refused as refusal:
        return refusal.code
    return None


def with_text(part: bytes, old: bytes, new: bytes) -> bytes:
    assert old in part
    return part.replace(old, new, 1)


def test_an_ordinary_workbook_passes() -> None:
    assert refused(BOOK) is None


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        (b'<row r="1"><c r="XFD1"><v>1</v></c></row>', "too_many_columns"),
        (b'<row r="1"><c r="SG1"><v>1</v></c></row>', "too_many_columns"),
        (b'<row r="1"><c r="SF1"><v>1</v></c></row>', None),
        (b"<row r='1048576'><c r='A1048576' t='n'><v>1</v></c></row>", "too_many_rows"),
        (b'<row r="100100"><c r="A100100"><v>1</v></c></row>', None),
        (b'<row r="1048576"><c r="XFD1048576" s="1"/><c r="XFC1048576" s="1"></c></row>', None),
        (b'<row r="1"><x:c r="XFD1" xmlns:x="m"><x:v>1</x:v></x:c></row>', "too_many_columns"),
    ],
)
def test_a_far_cell_with_content_is_refused_and_one_merely_formatted_is_not(cells: bytes, code: str | None) -> None:
    assert refused(of_cells(BOOK, cells)) == code


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused_in_any_part(encoding: str) -> None:
    evil = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'.encode(encoding)
    assert refused(repacked(BOOK, lambda name, part: part, [("customXml/item1.xml", evil)])) == "unsafe_xml"


def test_a_lying_count_of_strings_is_refused() -> None:
    lying = with_part(
        BOOK, "xl/sharedStrings.xml", lambda part: with_text(part, b'uniqueCount="', b'uniqueCount="4294967')
    )
    assert refused(lying) == "damaged"


def test_members_that_clash_or_climb_are_refused() -> None:
    same = [("XL/worksheets/SHEET1.xml", b"<a/>")]
    assert refused(repacked(BOOK, lambda name, part: part, same)) == "damaged"
    assert refused(repacked(BOOK, lambda name, part: part, [("../x.xml", b"<a/>")])) == "damaged"


def test_a_bomb_and_a_merely_large_package(monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = repacked(BOOK, lambda name, part: part, [("xl/media/a.bin", bytes(3_000_000))])
    monkeypatch.setattr("services.ingest.package.UNPACKED_BYTES", 2_000_000)
    assert refused(bomb) == "bomb"
    monkeypatch.setattr("services.ingest.package.UNPACKED_BYTES", 5_000)
    assert refused(BOOK) == "too_large"


def test_too_much_of_anything(monkeypatch: pytest.MonkeyPatch) -> None:
    merged = with_part(
        BOOK,
        SHEET_PART,
        lambda part: part.replace(
            b"</sheetData>", b'</sheetData><mergeCells><mergeCell ref="A8:A9"/><mergeCell ref="B8:B9"/></mergeCells>'
        ),
    )
    monkeypatch.setattr(limits, "MERGES", 1)
    assert refused(merged) == "too_many_merges"
    monkeypatch.setattr(limits, "CELLS", 10)
    assert refused(BOOK) == "too_many_cells"
    monkeypatch.setattr(limits, "SHEETS", 0)
    assert refused(BOOK) == "too_many_sheets"


@pytest.mark.parametrize("length", [10, 400, -3])
def test_a_package_cut_short_is_truncated(length: int) -> None:
    assert refused(BOOK[:length]) == "truncated"


def test_other_packages_are_named() -> None:
    for path, word in (
        ("word/document.xml", "Word"),
        ("content.xml", ".ods"),
        ("xl/workbook.bin", ".xlsb"),
        ("OFD.xml", "OFD"),
    ):
        other = repacked(BOOK, lambda name, part: part, [(path, b"<a/>")])
        without = repacked(other, lambda name, part: part)
        assert refused(without) is None  # as long as there is a workbook, other parts do not matter
        with pytest.raises(Refused, match=word):
            Package(_only(path))


def _only(path: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr(path, "<a/>")
    return buffer.getvalue()
