import random
from datetime import date, datetime, time, timedelta
from functools import partial
from typing import Any

import pytest

from services.errors import Refused
from services.ingest import wire
from services.ingest.grid import CellError, Sheet, Uncached, Workbook
from services.ingest.read import read
from services.ingest.sniff import Format
from tests.ingest.grids import answer, of_cells, workbook
from tests.sheets import FINDINGS, UNITS, xlsx


def test_a_file_read_in_the_child_is_the_same_as_read_here() -> None:
    content = xlsx(*FINDINGS)
    assert read("台账.xlsx", content) == workbook(Format.XLSX, content)


def test_a_refusal_comes_through_with_its_code_and_sentence() -> None:
    with pytest.raises(Refused, match="密级") as refusal:
        read("a.csv", "a,b\n秘密,1\n".encode())
    assert refusal.value.code == "classified"


def test_a_file_that_kills_the_reader_is_refused_and_we_live_on() -> None:
    # Attribute spacing that the preflight does not know; calamine then asks for 16,384 × 1,048,576 places and aborts.
    deadly = of_cells(xlsx(*UNITS), b'<row><c r  =  "XFD1048576"><v>1</v></c><c r = "A1"><v>1</v></c></row>')
    with pytest.raises(Refused) as refusal:
        read("a.xlsx", deadly)
    assert refusal.value.code == "damaged"


def test_flipped_bytes_give_a_workbook_or_a_refusal() -> None:
    content, dice = xlsx(*UNITS), random.Random(7)
    for _ in range(12):
        broken = bytearray(content)
        for _ in range(dice.randint(1, 6)):
            broken[dice.randrange(len(broken))] ^= 1 << dice.randrange(8)
        found = answer(partial(read, "a.xlsx", bytes(broken)))
        assert isinstance(found, Workbook | Refused)


def sent(book: Workbook) -> Workbook:
    return wire.loads(wire.dumps(wire.pack(book)))


def test_all_kinds_of_cells_survive_the_wire() -> None:
    rows = [
        [None, "甲\n乙", 1.5, "甲\n乙", date(2023, 3, 5)],
        [datetime(2023, 3, 5, 9), CellError("#N/A"), Uncached(), 7, 1.5],
    ]
    sheet = Sheet("册", False, rows, ((0, 0, 1, 1),), frozenset({1}), {(0, 2): "0.00"}, True, False)
    book = Workbook((sheet, Sheet("空", True, []), Sheet("窄", True, [[], []]), Sheet("又", True, [["甲\n乙", None]])))
    assert sent(book) == book


def test_a_number_and_a_truth_value_stay_what_they_are() -> None:
    (sheet,) = sent(Workbook((Sheet("册", True, [[1.0, True, "1"], [False, 0.0, None]]),))).sheets
    assert [[type(cell) for cell in row] for row in sheet.rows] == [[float, bool, str], [bool, float, type(None)]]


def test_an_empty_text_is_no_cell_and_a_time_of_day_is_text() -> None:
    rows: list[list[Any]] = [["", time(9, 30), timedelta(hours=30)]]
    assert sent(Workbook((Sheet("册", True, rows),))).sheets[0].rows == [[None, "09:30:00", "1 day, 6:00:00"]]


def test_a_number_beyond_all_bounds_arrives_as_an_error_cell() -> None:
    book = sent(Workbook((Sheet("册", True, [[float("inf"), float("nan")]]),)))
    assert book.sheets[0].rows == [[CellError("#NUM!"), CellError("#NUM!")]]


def test_a_file_in_big5_reads_by_choice() -> None:
    content = "單位名稱,領域\n市財政局,機關\n".encode("big5")
    assert read("a.csv", content, "big5").sheets[0].rows == [["單位名稱", "領域"], ["市財政局", "機關"]]
    with pytest.raises(Refused) as refusal:
        read("a.csv", content)
    assert refusal.value.code == "encoding"
