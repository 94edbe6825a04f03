"""标准化规范化检查: K23 and K23a, and the sheets an office sends."""

from datetime import date
from typing import Any

import pytest

from services.store import Store
from tests.indicators.register import Register
from tests.ingest.grids import codes, read_as, sheet
from tests.ledgers.sent import broken, put, see
from tests.sheets import UNITS

D = date.fromisoformat
DAY = D("2023-12-31")
HEADER = ("序号", "被检查单位", "领域", "指标编号", "指标类别", "检查要点", "是否达标", "检查时间")


def check(register: Register, item: str, result: str, day: str = "2023-03-15", **values: Any) -> int:
    plain = {"unit": "甲局", "domain": "机关", "group": "组织生活", "text": "是否规范", "item_no": item}
    return register.add("standards", **{**plain, "result": result, "checked_on": D(day), **values})


def test_not_applicable_and_unchecked_are_outside_and_nearly_is_not_met(register: Register) -> None:
    for number, result in enumerate(("达标", "达标", "基本达标", "不达标", "不适用", "未检查")):
        check(register, str(number), result)
    found = register.measure("K23", DAY)
    assert (found.n, found.of, found.percent) == (2, 4, "50.0%")
    assert found.values == {"results": {"达标": 2, "基本达标": 1, "不达标": 1, "不适用": 1, "未检查": 1}}
    assert register.figure("K23a", DAY) == (1, None)
    assert [row.cell for row in register.trace("K23", DAY, "beside")] == ["I6", "I7"]


def test_of_several_checks_of_an_item_the_newest_by_the_day_counts(register: Register) -> None:
    check(register, "1", "不达标", "2023-03-15")
    check(register, "1", "达标", "2023-09-06")
    check(register, "2", "达标", "2023-03-15")
    check(register, "2", "未检查", "2023-09-06")
    assert register.figure("K23", D("2023-03-14")) == (0, 0)
    assert register.figure("K23", D("2023-09-05")) == (1, 2)
    assert register.figure("K23", D("2023-09-06")) == (2, 2)
    assert register.figure("K23a", DAY) == (0, None)


def test_items_of_two_organisations_and_of_two_standards_are_apart(register: Register) -> None:
    check(register, "1", "达标", org="第一支部")
    check(register, "1", "不达标", org="第二支部")
    check(register, "1", "达标", domain="事业单位", group="阵地保障")
    by_domain = register.measure("K23", DAY, by="domain").groups
    assert [(group.key, group.n, group.of) for group in by_domain] == [("机关", 1, 2), ("事业单位", 1, 1)]
    by_group = register.measure("K23", DAY, by="group").groups
    assert {group.key: (group.n, group.of) for group in by_group} == {"组织生活": (1, 2), "阵地保障": (1, 1)}
    assert register.figure("K23", DAY, where={"group": "阵地保障"}) == (1, 1)


def test_nearly_met_is_warned_of() -> None:
    assert broken("standards", result="基本达标") == [("warning", "status_downgraded", "result")]
    assert broken("standards", result="达标") == []


@pytest.mark.parametrize(
    ("written", "result"),
    [
        ("合格", "达标"), ("√", "达标"), ("✓", "达标"), ("是", "达标"), (" 达 标 ", "达标"), ("达标（优）", "达标"),
        ("基本合格", "基本达标"), ("×", "不达标"), ("未达标", "不达标"), ("不合格", "不达标"), ("不涉及", "不适用"),
        ("/", "不适用"), ("未查", "未检查"),
    ],
)  # fmt: skip
def test_results_as_offices_write_them(written: str, result: str) -> None:
    read = read_as("standards", sheet(HEADER, (1, "甲局", "党政机关", 1, "组织设置", "是否规范", written, "2023.3.15")))
    assert codes(read) == {}
    assert read.records[0].values == {
        "unit": "甲局", "domain": "机关", "item_no": "1", "group": "组织设置", "text": "是否规范", "result": result,
        "checked_on": D("2023-03-15"),
    }  # fmt: skip


def test_a_section_stands_for_the_domain_and_its_own_number_is_no_item_number() -> None:
    header = ("序号", "单位", "指标序号", "检查内容", "检查结果", "检查日期")
    read = read_as("standards", sheet(header, ("一、事业单位",), (7, "甲馆", "1-2", "记录", "达标", "2023年3月")))
    assert codes(read) == {}
    assert [(each.values["domain"], each.values["item_no"]) for each in read.records] == [("事业单位", "1-2")]


def test_faulty_cells_are_named() -> None:
    rows = [
        (1, "甲局", "两新组织", 1, "组织设置", "记录", "良好", "2023.3.15"),
        (2, "乙局", "机关", None, "", "记录", None, "3月"),
    ]
    read = read_as("standards", sheet(HEADER, *rows))
    assert codes(read) == {
        "C2": "choice_ambiguous", "G2": "choice_unknown", "D3": "required_missing", "G3": "required_missing",
        "H3": "date_no_year",
    }  # fmt: skip


def test_the_same_item_twice_on_a_day_is_a_duplicate_and_a_later_check_is_new(store: Store) -> None:
    put(store, "units", *UNITS)
    first = (1, "市教育局", "机关", 1, "组织设置", "记录", "不达标", "2023.3.15")
    twice = see(store, "standards", HEADER, first, (2, *first[1:]))
    assert [(problem.cell, problem.code) for problem in twice.sheets[0].problems] == [("B3", "duplicate_row")]
    put(store, "standards", HEADER, first)
    again = see(store, "standards", HEADER, (*first[:6], "达标", "2023.9.6"))
    assert again.sheets[0].counts == {"new": 1, "changed": 0, "unchanged": 0, "missing": 0}
    assert see(store, "standards", HEADER, (*first[:6], "达标", "2023.3.15")).sheets[0].counts["changed"] == 1
