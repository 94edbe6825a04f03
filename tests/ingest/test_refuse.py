from typing import Any

import pytest

from services.errors import Refused
from services.ingest.grid import Sheet
from services.ingest.match import match
from services.ingest.refuse import refuse
from services.ingest.shape import shape
from services.ledgers import ledger
from tests.ingest.grids import sheet

HEAD = ["序号", "单位名称", "领域", "是否涉改", "是否新组建"]
ROW = [1, "市教育局", "机关", "否", "否"]
SUMMARY = sheet(
    ["涉改单位党组织处置情况统计表"],
    ["序号", "改革类型", "组织处置方式（个）", None, None, None, "合计"],
    [None, None, "优化", "调整", "划转", "移交"],
    [1, "市级机构改革", 18, 12, 6, 3, 39],
    [2, "国企国资改革", 5, 4, 5, 7, 21],
    [None, "合计", 23, 16, 11, 10, 60],
    merges=[(0, 0, 0, 6), (1, 0, 2, 0), (1, 1, 2, 1), (1, 2, 1, 5), (1, 6, 2, 6)],
)


def code(grid: Sheet, name: str = "units") -> str | None:
    form, declared = shape(grid), ledger(name)
    try:
        refuse(grid, form, match(form, declared), declared)
    except Refused as refusal:
        return refusal.code
    return None


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([["名册"], HEAD, ROW], None),
        ([["名册"], HEAD], "no_data"),
        ([HEAD, [1], ["合计"]], "no_data"),
        ([[1, 2], [3, 4]], "no_header"),
        ([["楼层", "房间", "面积"], ["2", "201", "30"]], "no_header"),
        ([HEAD, ROW, [], HEAD, ROW], None),
        ([HEAD, ROW, [], ["问题编号", "责任单位", "存在问题", "整改时限"], ["1-1", "a", "b", "c"]], "several_tables"),
        ([[*HEAD, None, *HEAD], [*ROW, None, *ROW]], "several_tables"),
        ([[*HEAD, None, "楼层", "房间", "面积"], [*ROW, None, "2", "201", "30"]], "several_tables"),
        ([[*HEAD, None, "备注"], [*ROW, None, "无"]], None),
    ],
)
def test_what_is_one_table_of_the_ledger(rows: list[list[Any]], expected: str | None) -> None:
    assert code(sheet(*rows)) == expected


def test_counts_per_category_are_a_summary_and_counts_per_unit_are_not() -> None:
    assert code(SUMMARY, "reform") == "summary_table"
    assert code(sheet(["领域", "单位数", "涉改数"], ["机关", 36, 30], ["国有企业", 21, 21])) == "summary_table"
    assert code(sheet(["领域", "单位数", "完成数"], ["机关", 36, 30]), "reform") == "summary_table"
    per_unit = sheet(["单位名称", "领域", "党员数", "正式党员数"], ["市教育局", "机关", 36, 30])
    assert code(per_unit) is None  # its missing columns are named one by one


def test_a_form_is_refused_as_one() -> None:
    form = sheet(
        ["登记表"], ["单位名称", "市教育局"], ["联系人", "王某"], ["主要职能", "负责教育"],
        merges=[(0, 0, 0, 5), (1, 1, 1, 5), (2, 1, 2, 5), (3, 1, 3, 5)],
    )  # fmt: skip
    assert code(form) == "form"


def test_too_many_data_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("services.ingest.limits.DATA_ROWS", 1)
    assert code(sheet(HEAD, ROW)) is None
    assert code(sheet(HEAD, ROW, ROW)) == "too_many_rows"
