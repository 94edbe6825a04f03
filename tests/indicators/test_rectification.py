"""督查整改 and 软弱涣散: K15–K22 where the golden figures do not reach."""

from datetime import date
from typing import Any

import pytest

from tests.indicators.register import Register

D = date.fromisoformat
DAY = D("2023-06-30")


def finding(register: Register, **values: Any) -> int:
    defaults = {"unit": "甲局", "text": "问题", "fed_back_on": D("2023-03-01"), "due_on": D("2023-05-31")}
    return register.add("findings", **{**defaults, **values})


@pytest.mark.parametrize(
    ("facts", "state"),
    [
        ({"closed_on": DAY}, "已销号"),
        ({"closed_on": D("2023-07-01"), "status_text": "整改中"}, "整改中"),
        ({"closed_on": D("2023-07-01"), "status_text": "已销号"}, "待验收"),
        ({"due_kind": "长期坚持", "due_on": None, "closed_on": DAY}, "已销号"),
        ({"due_kind": "长期坚持", "due_on": None, "status_text": "已完成"}, "长期坚持"),
        ({"reported_on": DAY}, "待验收"),
        ({"reported_on": D("2023-07-01"), "measures": "措施"}, "整改中"),
        ({"status_text": "基本完成"}, "整改中"),
        ({"status_text": "等通知"}, "待整改"),
        ({"status_text": "未整改"}, "待整改"),
    ],
)
def test_the_state_at_the_day(register: Register, facts: dict[str, Any], state: str) -> None:
    finding(register, **facts)
    states = register.measure("K17", DAY).values["states"]
    assert {name for name, count in states.items() if count} == {state}


def test_withdrawn_findings_are_in_nothing(register: Register) -> None:
    finding(register, status_text="撤销")
    assert [register.measure(id, DAY).n for id in ("K16", "K17", "K19", "K22")] == [0, 0, 0, 0]


@pytest.mark.parametrize(("closed", "counted"), [("2023-05-14", 1), ("2023-05-15", 0), (None, 0), ("2023-06-01", 0)])
def test_handed_over_with_what_was_not_closed_before(register: Register, closed: str | None, counted: int) -> None:
    register.add("units", name="甲局", domain="机关", is_reform=True, is_new=False)
    register.add("reform", unit="甲局", disposition="移交", completed_on=D("2023-05-15"))
    finding(register, closed_on=closed and D(closed))
    found = register.measure("K17", DAY)
    assert (found.n, found.of, found.values["transferred"]) == (counted, counted, 1 - counted)
    assert register.figure("K16", DAY) == (1, None)
    assert register.figure("K19", DAY) == (0, None)


def test_the_first_deadline_means_in_time_and_the_current_one_overdue(register: Register) -> None:
    finding(register, due_on=D("2023-07-31"), original_due_on=D("2023-05-31"), closed_on=D("2023-06-10"))
    finding(register, due_on=D("2023-07-10"), original_due_on=D("2023-05-31"))
    assert register.figure("K18", DAY) == (0, 2)
    assert register.figure("K18a", DAY) == (1, 2)
    assert register.figure("K19", DAY) == (0, None)
    assert register.figure("K20", DAY) == (1, None)
    assert register.figure("K19", D("2023-07-11")) == (1, None)


def test_without_a_deadline_there_is_nothing_to_be_late_for(register: Register) -> None:
    for kind in ("长期坚持", "立行立改", "分阶段"):
        finding(register, due_kind=kind, due_on=None)
    finding(register, due_kind="立行立改", due_on=D("2023-05-31"))
    assert register.figure("K18", DAY) == (0, 1)
    assert register.figure("K19", DAY) == (1, None)
    assert register.figure("K17", DAY) == (0, 4)


def test_bands_and_soon_by_the_setting(register: Register) -> None:
    for due in ("2023-05-31", "2023-05-30", "2023-04-01", "2023-03-31", "2023-07-15", "2023-07-16", "2023-06-30"):
        finding(register, due_on=D(due))
    assert register.measure("K19", DAY).values == {"days_max": 91, "bands": {"1-30": 1, "31-90": 2, ">90": 1}}
    assert register.figure("K20", DAY) == (2, None)
    register.add("targets", item="临期天数", value="16", effective_on=DAY)
    assert register.figure("K20", DAY) == (3, None)


def test_common_problems_by_units_then_items(register: Register) -> None:
    for category in ("党费", "党费", "政治建设", None):
        finding(register, category=category)
    finding(register, unit="乙局", category="政治建设")
    assert register.measure("K22", DAY).values == {
        "categories": [
            {"name": "政治建设", "units": 2, "items": 2},
            {"name": "党费", "units": 1, "items": 2},
            {"name": "未填", "units": 1, "items": 1},
        ]
    }
    groups = register.measure("K16", DAY, by="category").groups
    assert [(group.key, group.n, group.values) for group in groups] == [
        ("政治建设", 2, {"units": 2}), ("党费", 2, {"units": 1}), ("未填", 1, {"units": 1}),
    ]  # fmt: skip


def test_weak_organisations_of_the_year(register: Register) -> None:
    for listed, closed, verdict in [
        ("2022-05-01", "2022-11-01", "合格"), ("2023-02-20", "2023-06-30", "合格"),
        ("2023-02-20", "2023-07-01", "合格"), ("2023-02-20", None, "不合格"), ("2023-07-01", None, None),
    ]:  # fmt: skip
        register.add(
            "weak_orgs", year=int(listed[:4]), org="支部", unit="甲局", listed_on=D(listed), due_on=D("2023-12-31"),
            closed_on=closed and D(closed), verdict=verdict,
        )  # fmt: skip
    assert register.figure("K15", DAY) == (1, 3)
    assert register.figure("K15", D("2022-12-31")) == (1, 1)
    found = register.measure("K15a", D("2023-07-01"))
    assert (found.n, found.of, found.values) == (2, None, {"mean": 130.5, "median": 130.5})
