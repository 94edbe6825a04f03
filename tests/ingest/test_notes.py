from typing import Any

import pytest

from tests.ingest.grids import buckets

WIDE = [f"第{number}项" for number in range(1, 13)]
UNIT = "市机关事务管理局机关后勤服务中心第一党支部"


def filled(*places: tuple[int, Any]) -> list[Any]:
    """Give a row of twelve columns with these filled."""
    cells = dict(places)
    return [cells.get(column) for column in range(12)]


def test_rows_that_fill_a_few_of_many_columns_are_data() -> None:
    whole = ["A-0", *["有"] * 11]
    rows = [filled((0, f"A-{i}"), (1, "某单位"), (2, "说明，很长" * i), (9, "某网址")) for i in range(1, 9)]
    assert buckets(WIDE, whole, *rows) == ["header", *["data"] * 9]


def test_long_names_at_the_end_are_data() -> None:
    titles = ["党组织全称", "领域", "换届时间", "备注"]
    rows = [[f"{UNIT}委员会", "机关", "2023.3.5"], *([f"{UNIT}{word}"] for word in "甲乙丙")]
    assert buckets(titles, *rows) == ["header", *["data"] * 4]


@pytest.mark.parametrize(
    "note", ["以上数据由各单位上报，截至六月底。", "本表所列人数不包括已经转出组织关系的人员和离退休人员"]
)
def test_a_sentence_below_the_table_is_a_note(note: str) -> None:
    titles = ["党组织全称", "领域", "换届时间", "备注"]
    rows = [["市财政局党支部", "机关", "2023.3.5"], ["市水利局党支部", "机关", "2023.3.6"]]
    assert buckets(titles, *rows, [note + "，" * (20 - len(note))])[3:] == ["note"]


def test_words_set_off_by_a_blank_row_are_a_note() -> None:
    titles = ["党组织全称", "领域", "换届时间", "备注"]
    below = "市直机关工委组织科二〇二三年六月三十日制表存档"
    assert buckets(titles, [UNIT, "机关", "2023.3.5"], [], [below])[2:] == ["blank", "note"]


def test_notes_beside_an_empty_tall_merge_are_notes() -> None:
    titles = ["党组织全称", "领域", "换届时间", "备注"]
    rows = [["市财政局党支部", "机关", "2023.3.5"], [], ["以上数据由各单位上报，截至六月底，仅供内部参考。"]]
    assert buckets(titles, *rows, merges=[(2, 3, 3, 3)])[2:] == ["blank", "note"]
