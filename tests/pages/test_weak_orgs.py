"""软弱涣散整顿: what an organisation waits for, and when it is past its deadline."""

from datetime import date
from typing import Any

from pages.parts.weak_orgs import walk

T = date(2023, 10, 31)


def listed(**values: Any) -> dict[str, Any]:
    days = dict.fromkeys(("planned_on", "applied_on", "accepted_on", "closed_on", "verdict"))
    known = {"org": "甲局党支部", "unit": "甲局", "listed_on": date(2023, 3, 1), "due_on": date(2023, 12, 31)}
    return {**days, **known, **values}


def test_one_on_its_way_says_its_deadline() -> None:
    found = walk(listed(planned_on=date(2023, 3, 20)), T)
    assert (found.waits, found.late) == ("时限23-12-31", False)
    assert found.days[:3] == (date(2023, 3, 1), date(2023, 3, 20), None)


def test_due_today_is_not_late_and_a_day_after_is() -> None:
    assert not walk(listed(due_on=T), T).late
    assert walk(listed(due_on=date(2023, 10, 30)), T).waits == "超时限1天"


def test_what_was_not_accepted_has_not_taken_that_step() -> None:
    found = walk(listed(accepted_on=date(2023, 9, 1), verdict="不合格", due_on=date(2023, 9, 30)), T)
    assert found.days[3] is None
    assert found.waits == "验收不合格，超时限31天"


def test_a_closed_one_waits_for_nothing_and_what_comes_after_the_day_is_not_yet() -> None:
    assert walk(listed(accepted_on=date(2023, 9, 1), verdict="合格", closed_on=T), T).waits == ""
    assert walk(listed(closed_on=date(2023, 11, 1)), T).days[4] is None
