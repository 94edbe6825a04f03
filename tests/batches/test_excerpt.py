"""What is kept of a sheet for drawing: its top, its end, the surroundings of its faults, and nothing private."""

from services.batches.excerpt import excerpt
from services.errors import Problem
from services.ingest.grid import Cell, Sheet

HEADER: list[Cell] = ["单位名称", "身份证号", "联系电话"]
BUCKETS = ["title", "header", *["data"] * 57, "total"]


def long_sheet() -> Sheet:
    rows: list[list[Cell]] = [["名册", None, None], HEADER]
    rows += [[f"单位{n}", "110101199001011234", "13900000001"] for n in range(57)]
    return Sheet("表", True, [*rows, ["合计", None, None]], merges=((0, 0, 0, 2), (20, 0, 22, 0)))


def fault(cell: str | None, message: str) -> Problem:
    return Problem("x", "error", cell, "", message, "")


def test_top_end_and_the_first_fault_of_each_kind() -> None:
    found = excerpt(long_sheet(), BUCKETS, (2, 2), [fault("A40", "甲"), fault("A50", "甲"), fault(None, "乙")])
    assert found.top == tuple(range(12))
    assert found.end == (57, 58, 59)
    assert set(found.rows) == {*range(12), *range(36, 43), 57, 58, 59}
    assert found.buckets[59] == "total"
    assert found.merges == ((0, 0, 0, 2),)


def test_a_deep_header_is_in_sight() -> None:
    assert len(excerpt(long_sheet(), BUCKETS, (14, 15), []).top) == 20


def test_what_is_not_kept_is_not_drawn() -> None:
    found = excerpt(long_sheet(), BUCKETS, (2, 2), [])
    assert found.rows[1] == ("单位名称", "身份证号", "联系电话")
    assert found.rows[2] == ("单位0", "", "139****0001")


def test_a_word_in_the_data_hides_nothing() -> None:
    sheet = Sheet("表", True, [["问题类别"], ["处分"], ["党费"]])
    assert excerpt(sheet, ["header", "data", "data"], (1, 1), []).rows[2] == ("党费",)
