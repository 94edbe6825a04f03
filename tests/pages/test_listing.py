"""Lists: Chinese titles, words for values, and no person's name where the ledger is not about persons."""

from datetime import date

from pages.parts.listing import named, said, table
from services.ledgers import ledger


def test_values_are_said_in_words() -> None:
    assert said(True) == "是"
    assert said(date(2023, 5, 31)) == "2023-05-31"
    assert said(["甲", "乙"]) == "甲、乙"
    assert said(8.0) == "8"
    assert said(7.5) == "7.5"


def test_names_of_persons_stay_out_of_other_ledgers() -> None:
    finding = named(ledger("findings"), {"unit": "市某局", "leader": "领导甲", "owner": "某人", "text": "问题"})
    assert finding == {"责任单位": "市某局", "存在问题": "问题"}
    assert named(ledger("posts"), {"name": "书记甲", "unit": "市某局"})["姓名"] == "书记甲"


def test_a_table_has_one_line_per_row_and_says_where_each_stands() -> None:
    rows = [
        {"values": {"unit": "甲", "text": "一"}, "file": "a.xlsx", "sheet": "S", "cell": "I5", "batch": 1},
        {"values": {"text": "二", "no": "3"}, "file": None, "sheet": None, "cell": None, "batch": None},
    ]
    rows = [{"ledger": "findings", **row} for row in rows]
    frame = table(rows)
    assert list(frame.columns) == ["单元格", "问题编号", "责任单位", "存在问题", "文件", "工作表", "批次"]
    assert frame.to_dict("records")[1]["责任单位"] == ""
    assert frame.to_dict("records")[0]["单元格"] == "I5"


def test_no_rows_give_an_empty_table() -> None:
    assert len(table([])) == 0
