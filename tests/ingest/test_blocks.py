from typing import Any

from tests.ingest.grids import buckets

TITLE, LINE = ["市直机关党组织名册"], ["填报单位：市直机关工委", None, "填报时间：2023年3月5日"]
HEAD = ["序号", "单位名称", "领域", "党员数"]


def row(number: int) -> list[Any]:
    return [number, f"市第{number}局", "机关", 3 * number]


def test_what_heads_the_first_block_heads_the_others() -> None:
    block = ["title", "title", "header", "data", "data"]
    again = ["title", "title", "other", "data"]
    assert buckets(TITLE, LINE, HEAD, row(1), row(2), TITLE, LINE, HEAD, row(3)) == block + again
    apart = buckets(TITLE, LINE, HEAD, row(1), row(2), [], TITLE, [], LINE, HEAD, row(3))
    assert apart == [*block, "blank", "title", "blank", "title", "other", "data"]
    merged = [(0, 0, 0, 3), (5, 0, 5, 3)]
    assert buckets(TITLE, LINE, HEAD, row(1), row(2), TITLE, LINE, HEAD, row(3), merges=merged) == block + again


def test_a_fill_in_line_of_another_year_is_no_data() -> None:
    found = buckets(TITLE, ["年度", 2023], HEAD, row(1), [], TITLE, ["年度", 2022], HEAD, row(2))
    assert found[4:] == ["blank", "title", "title", "other", "data"]


def test_a_title_of_its_own_right_above_is_one_and_the_data_above_is_not() -> None:
    found = buckets(TITLE, HEAD, row(1), ["市直事业单位党组织名册"], HEAD, row(2))
    assert found == ["title", "header", "data", "title", "other", "data"]
    lone = buckets(TITLE, HEAD, row(1), [None, "市某局"], TITLE, HEAD, row(2))
    assert lone == ["title", "header", "data", "data", "title", "other", "data"]
