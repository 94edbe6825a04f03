import struct
from datetime import datetime

import pytest

from services.errors import Refused
from services.ingest.grid import CellError
from services.ingest.sniff import Format, sniff
from tests.ingest.grids import workbook


def record(kind: int, content: bytes) -> bytes:
    return struct.pack("<HH", kind, len(content)) + content


def biff4(*cells: bytes, datemode: int = 0) -> bytes:
    """Give a one-sheet stream of Excel 4, whose styles are 0 General, 1 yyyy-mm-dd and 2 "0.00"."""
    fonts = record(0x231, struct.pack("<HHHB", 200, 0, 0x7FFF, 5) + b"Arial")
    formats = b"".join(
        record(0x41E, struct.pack("<HB", 0, len(code)) + code) for code in (b"General", b"yyyy\\-mm\\-dd", b"0.00")
    )
    styles = b"".join(record(0x443, struct.pack("<BBHBBHI", 0, index, 0xFFF0, 0, 0xFC, 0, 0)) for index in range(3))
    start = record(0x409, struct.pack("<HHH", 4, 0x10, 0))
    return (
        start
        + record(0x22, struct.pack("<H", datemode))
        + fonts
        + formats
        + styles
        + b"".join(cells)
        + record(0xA, b"")
    )


def text(row: int, column: int, words: bytes) -> bytes:
    return record(0x204, struct.pack("<HHHH", row, column, 0, len(words)) + words)


def number(row: int, column: int, value: float, style: int = 0) -> bytes:
    return record(0x203, struct.pack("<HHHd", row, column, style, value))


def fault(row: int, column: int, code: int) -> bytes:
    return record(0x205, struct.pack("<HHHBB", row, column, 0, code, 1))


def hidden(row: int) -> bytes:
    return record(0x208, struct.pack("<HHHHHHI", row, 0, 3, 255, 0, 0, 0x20))


def test_values_days_errors_and_hidden_rows_of_an_old_workbook() -> None:
    first = (hidden(1), text(0, 0, b"Name"), number(1, 0, 12.5), number(1, 1, 44990, 1), fault(1, 2, 0x17))
    content = biff4(*first, number(2, 0, 2023.1, 2))
    assert sniff("册.xlsx", content) is Format.XLS
    sheet = workbook(Format.XLS, content).sheets[0]
    assert sheet.rows[:2] == [["Name", None, None], [12.5, datetime(2023, 3, 5), CellError("#REF!")]]
    assert sheet.hidden_rows == {1}
    assert sheet.formats == {(2, 0): "0.00"}
    assert not sheet.date1904


def test_days_count_from_1904_where_the_workbook_says_so() -> None:
    sheet = workbook(Format.XLS, biff4(number(0, 0, 43528, 1), datemode=1)).sheets[0]
    assert sheet.rows == [[datetime(2023, 3, 5)]]
    assert sheet.date1904


def test_a_day_beyond_the_calendar_stays_a_number() -> None:
    assert workbook(Format.XLS, biff4(number(0, 0, 2994626.0, 1))).sheets[0].rows == [[2994626.0]]


def test_an_encrypted_and_a_broken_workbook_are_refused() -> None:
    locked = biff4().replace(record(0x22, b"\0\0"), record(0x2F, b"\1\2\3\4"))
    for content, code in ((locked, "encrypted"), (biff4(text(0, 0, b"Name"))[:-40], "damaged")):
        with pytest.raises(Refused) as refusal:
            workbook(Format.XLS, content)
        assert refusal.value.code == code
