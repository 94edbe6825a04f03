"""组织生活: K29, what each 支部 was to hold and did."""

from datetime import date
from typing import Any

import pytest

from services.store import Store
from tests.indicators.register import Register
from tests.ingest.grids import codes, read_as, sheet
from tests.ledgers.sent import broken, put, see
from tests.sheets import UNITS

D = date.fromisoformat
HEADER = ("序号", "单位", "支部名称", "活动类型", "开展时间", "应到", "实到")


def branch(register: Register, name: str = "第一支部", **values: Any) -> int:
    plain = {"unit": "甲局", "kind": "党支部", "status": "正常", "members": 10, "founded_on": D("2020-01-01")}
    return register.add("orgs", name=name, **{**plain, **values})


def held(register: Register, type: str, day: str, **values: Any) -> int:
    return register.add("org_life", **{"org": "第一支部", "unit": "甲局", "type": type, "held_on": D(day), **values})


def types(register: Register, day: str) -> dict[str, tuple[int, int]]:
    found = register.measure("K29", D(day)).values["types"]
    return {type: (each["n"], each["of"]) for type, each in found.items() if each["of"]}


def test_what_is_asked_by_month_quarter_and_year(register: Register) -> None:
    branch(register)
    held(register, "党员大会", "2023-02-10")
    held(register, "支委会", "2023-01-31")
    held(register, "支委会", "2023-02-01")
    held(register, "支委会", "2023-02-20")
    assert types(register, "2023-04-29") == {"党员大会": (1, 1), "支委会": (2, 3), "主题党日": (0, 3)}
    assert types(register, "2023-04-30")["支委会"] == (2, 4)
    values = register.measure("K29", D("2023-12-31")).values
    assert values["types"]["党员大会"] == {"n": 1, "of": 4}
    assert values["types"]["组织生活会"] == {"n": 0, "of": 1}
    # ten members have no 党小组
    assert (values["not_due"], values["not_asked"]) == (0, 12)


def test_held_before_the_period_ends_counts_and_what_is_to_come_is_apart(register: Register) -> None:
    branch(register)
    held(register, "民主评议", "2023-01-21")
    held(register, "主题党日", "2023-01-05")
    found = register.measure("K29", D("2023-01-20"))
    assert (found.n, found.of) == (1, 1)
    assert found.values["not_due"] == 4 + 12 + 11 + 2
    assert register.figure("K29", D("2023-01-21")) == (2, 2)
    assert register.figure("K29", D("2023-01-04")) == (0, 0)


def test_a_branch_is_not_asked_for_what_began_before_it_was_founded(register: Register) -> None:
    branch(register, founded_on=D("2023-05-15"))
    held(register, "主题党日", "2023-06-10")
    assert types(register, "2023-06-30") == {"支委会": (0, 1), "主题党日": (1, 1)}
    assert types(register, "2023-09-30")["党员大会"] == (0, 1)


@pytest.mark.parametrize(
    ("values", "asked"),
    [
        ({"members": 6}, {"主题党日"}),
        ({"members": 9, "full_members": 6}, {"主题党日"}),
        ({"members": None}, {"支委会", "主题党日"}),
        ({"members": 20}, {"支委会", "党小组会", "主题党日"}),
    ],
)
def test_a_small_branch_has_no_committee_and_no_groups(
    register: Register, values: dict[str, Any], asked: set[str]
) -> None:
    branch(register, **values)
    assert set(types(register, "2023-01-31")) == asked


def test_a_branch_that_held_a_group_meeting_has_groups(register: Register) -> None:
    branch(register)
    held(register, "党小组会", "2023-01-10", team="一组")
    held(register, "党小组会", "2023-01-10", team="二组")
    assert types(register, "2023-02-28")["党小组会"] == (1, 2)
    assert [row.ledger for row in register.trace("K29", D("2023-02-28"))] == ["org_life"]


@pytest.mark.parametrize(
    "values", [{"kind": "机关党委"}, {"kind": "临时党支部"}, {"status": "已撤销"}, {"founded_on": D("2023-02-01")}]
)
def test_other_organisations_are_not_asked(register: Register, values: dict[str, Any]) -> None:
    branch(register, **values)
    assert register.figure("K29", D("2023-01-31")) == (0, 0)


def test_a_branch_of_a_unit_handed_over_is_not_asked_any_more(register: Register) -> None:
    branch(register)
    register.add("units", name="甲局", domain="机关", is_reform=True, is_new=False)
    register.add("reform", unit="甲局", disposition="移交", completed_on=D("2023-03-15"))
    assert register.figure("K29", D("2023-01-31"))[1] == 2
    assert register.figure("K29", D("2023-03-31")) == (0, 0)


def test_by_quarter_and_what_is_missing(register: Register) -> None:
    branch(register)
    held(register, "党员大会", "2023-05-10")
    groups = register.measure("K29", D("2023-06-30"), where={"type": "党员大会"}, by="quarter").groups
    assert [(group.key, group.n, group.of) for group in groups] == [("一季度", 0, 1), ("二季度", 1, 1)]
    missing = register.measure("K29", D("2023-06-30"), where={"type": "党员大会"}, by="state").groups
    assert {group.key: group.of for group in missing} == {"已开展": 1, "缺": 1}


def test_rules() -> None:
    roster = {"orgs": [{"name": "第一支部", "unit": "甲局"}]}
    meeting = {"org": "第一支部", "unit": "甲局", "type": "支委会"}
    assert broken("org_life", roster, **meeting, due_n=5, present_n=3) == []
    assert broken("org_life", roster, **meeting, due_n=5, present_n=6) == [("error", "rule_broken", "present_n")]
    assert broken("org_life", roster, **meeting, due_n=5, present_n=2) == [("warning", "quorum", "present_n")]
    assert broken("org_life", roster, **{**meeting, "unit": "乙局"}) == [("warning", "rule_broken", "org")]


@pytest.mark.parametrize(
    ("written", "type"),
    [
        ("支部党员大会", "党员大会"),
        ("支部委员会", "支委会"),
        ("民主评议党员", "民主评议"),
        ("主题党日活动", "主题党日"),
    ],
)
def test_types_as_offices_write_them(written: str, type: str) -> None:
    read = read_as("org_life", sheet(HEADER, (1, "甲局", "第一支部", written, "2023年3月5日", "10人", "9人")))
    assert codes(read) == {}
    assert (read.records[0].values["type"], read.records[0].values["present_n"]) == (type, 9)


def test_the_three_meetings_and_one_lesson_are_asked_apart() -> None:
    read = read_as("org_life", sheet(HEADER, (1, "甲局", "第一支部", "三会一课", "2023.3.5", 10, 9)))
    assert codes(read) == {"D2": "choice_ambiguous"}


def test_missing_is_looked_for_in_the_quarters_the_file_names(store: Store) -> None:
    put(store, "units", *UNITS)
    line = (1, "市教育局", "第一支部", "主题党日")
    put(store, "org_life", HEADER, *((*line, day, 10, 9) for day in ("2023.2.5", "2023.4.5", "2023.5.5")))
    seen = see(store, "org_life", HEADER, (*line, "2023.6.5", 10, 9))
    assert seen.sheets[0].counts == {"new": 1, "changed": 0, "unchanged": 0, "missing": 2}
