"""履职培训: K08–K12 where the golden figures do not reach."""

from datetime import date
from typing import Any

import pytest

from tests.indicators.register import Register

D = date.fromisoformat
DAY = D("2023-12-31")


def post(register: Register, name: str, **values: Any) -> None:
    defaults = {"unit": "甲局", "org": "第一支部", "post": "委员", "started_on": D("2020-01-01")}
    register.add("posts", name=name, **{**defaults, **values})


def course(register: Register, name: str, *people: str, unit: str = "甲局", **values: Any) -> None:
    defaults = {
        "year": 2023, "category": "教育培训", "mode": "集中培训", "started_on": D("2023-04-10"), "hours": 56,
        "is_induction": False,
    }  # fmt: skip
    register.add("sessions", name=name, **{**defaults, **values})
    for person in people:
        register.add("attendance", session=name, name=person, unit=unit, attended=1)


def test_one_person_with_two_posts_is_counted_once_by_the_highest(register: Register) -> None:
    post(register, "甲", post="书记")
    post(register, "甲", post="组织委员", org="第二支部")
    post(register, "甲", unit="乙局")
    course(register, "班", "甲")
    assert register.measure("K08", DAY).values == {
        "书记": {"n": 1, "of": 1}, "委员": {"n": 0, "of": 1}, "left_trained": 0,
    }  # fmt: skip
    groups = register.measure("K08", DAY, by="post").groups
    assert [(group.key, group.n, group.of) for group in groups] == [("书记", 1, 1), ("委员", 0, 1)]
    assert register.figure("K12", DAY) == (2, 3)


def test_who_leaves_on_the_day_has_left_and_who_starts_later_is_not_there(register: Register) -> None:
    post(register, "今天离任", ended_on=DAY)
    post(register, "明天离任", ended_on=D("2024-01-01"))
    post(register, "明天任职", started_on=D("2024-01-01"))
    post(register, "去年离任", ended_on=D("2022-12-31"))
    course(register, "班", "今天离任", "去年离任")
    found = register.measure("K08", DAY)
    assert (found.n, found.of, found.values["left_trained"]) == (0, 1, 1)


def test_only_courses_of_the_year_up_to_the_day_count(register: Register) -> None:
    post(register, "甲")
    course(register, "去年班", "甲", started_on=D("2022-12-31"))
    course(register, "今年班", "甲", started_on=D("2023-06-30"))
    assert register.figure("K08", D("2023-06-29")) == (0, 1)
    assert register.figure("K08", D("2023-06-30")) == (1, 1)
    assert register.figure("K13", D("2023-06-30")) == (1, 1)
    assert [(row.ledger, row.line) for row in register.trace("K08", D("2023-06-30"))] == [("attendance", 3)]


def test_people_of_a_unit_handed_over_are_not_counted(register: Register) -> None:
    post(register, "甲")
    register.add("units", name="甲局", domain="机关", is_reform=True, is_new=False)
    register.add("reform", unit="甲局", disposition="移交", completed_on=D("2023-06-30"))
    assert register.figure("K08", D("2023-06-29")) == (0, 1)
    assert register.figure("K08", D("2023-06-30")) == (0, 0)


def test_in_post_for_exactly_a_year_is_not_new(register: Register) -> None:
    post(register, "满一年", started_on=D("2022-12-31"))
    post(register, "不满", started_on=D("2023-01-01"))
    assert register.measure("K10", DAY).values == {"without_new": {"n": 0, "of": 1}}


def test_the_threshold_in_force_decides(register: Register) -> None:
    post(register, "甲")
    course(register, "班", "甲", hours=40)
    register.add("targets", item="年度学时(书记和班子成员)", value="40", effective_on=D("2023-07-01"))
    assert register.figure("K10", D("2023-06-30")) == (0, 1)
    assert register.figure("K10", D("2023-07-01")) == (1, 1)


def test_a_board_needs_everybody(register: Register) -> None:
    register.add("orgs", name="第一支部", unit="甲局", kind="党支部")
    post(register, "甲")
    post(register, "乙")
    course(register, "班", "甲")
    course(register, "自学", "乙", mode="集体学习")
    assert register.figure("K12", DAY) == (0, 1)
    course(register, "补课", "乙", hours=1)
    assert register.figure("K12", DAY) == (1, 1)
    assert [(row.ledger, row.cell) for row in register.trace("K12", DAY)] == [("orgs", "A2")]


@pytest.mark.parametrize(
    ("started", "trained", "n", "of", "not_due"),
    [
        ("2023-06-30", "2023-12-30", 1, 1, 0),
        ("2023-06-29", "2023-12-30", 0, 1, 0),
        ("2023-06-30", None, 0, 1, 0),
        ("2023-07-01", None, 0, 0, 1),
        ("2023-07-01", "2023-08-01", 1, 1, 0),
        ("2023-07-01", "2023-06-30", 0, 0, 1),
        ("2022-12-30", "2023-01-05", 0, 0, 0),
        ("2023-08-31", "2024-02-29", 0, 0, 1),
    ],
)
def test_a_new_secretary_is_trained_within_six_months(
    register: Register, started: str, trained: str | None, n: int, of: int, not_due: int
) -> None:
    post(register, "甲", post="书记", started_on=D(started))
    if trained:
        course(register, "任职班", "甲", started_on=D(trained), is_induction=True)
    found = register.measure("K11", DAY)
    assert (found.n, found.of, found.values) == (n, of, {"not_due": not_due})


def test_a_secretary_who_left_or_was_absent_is_not_trained(register: Register) -> None:
    post(register, "离任", post="书记", started_on=D("2023-02-01"), ended_on=D("2023-11-01"))
    post(register, "缺席", post="书记", started_on=D("2023-02-01"), org="第二支部")
    course(register, "任职班", "离任", is_induction=True)
    register.add("attendance", session="任职班", name="缺席", unit="甲局", attended=0)
    assert register.figure("K11", DAY) == (0, 1)
