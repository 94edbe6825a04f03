import pytest

from services.errors import Refused
from services.ingest.sniff import Format
from tests.ingest.grids import workbook


def rows(text: str, encoding: str = "utf-8") -> list[list[object]]:
    sheet = workbook(Format.TEXT, text.encode(encoding)).sheets[0]
    assert not sheet.typed
    return [*sheet.rows]


@pytest.mark.parametrize("mark", [",", "\t", ";"])
def test_the_delimiter_is_found_by_use(mark: str) -> None:
    text = f"单位{mark}问题\n市教育局{mark}记录不全，未公示\n市财政局{mark}无\n"
    assert rows(text)[1] == ["市教育局", "记录不全，未公示"]


def test_cells_stay_as_they_are_written() -> None:
    assert rows('编号,姓名\n001,"张三"""\n="002",\n') == [["编号", "姓名"], ["001", '张三"'], ["002", None]]


def test_line_breaks_inside_quotes_do_not_make_rows() -> None:
    assert rows('a,b\n1,"甲\n乙"\n') == [["a", "b"], ["1", "甲\n乙"]]


@pytest.mark.parametrize("text", ['a,b\n1,"甲\n2,乙\n', 'a,b\n1,"甲"乙\n'])
def test_quotes_that_do_not_pair_are_refused(text: str) -> None:
    with pytest.raises(Refused) as refusal:
        rows(text)
    assert refusal.value.code == "broken_csv"


def test_too_many_rows_and_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("services.ingest.limits.ROWS", 2)
    with pytest.raises(Refused, match="行"):
        rows("a,b\n1,2\n3,4\n")
    with pytest.raises(Refused, match="列"):
        rows(",".join("x" * 501) + "\n1,2\n")
    assert len(rows(",".join("ab") + "," * 900 + "\n1,2\n")[0]) <= 500
