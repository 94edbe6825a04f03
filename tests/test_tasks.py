"""Tasks: one per counted thing, planned and done on its days, with what the register lacks as tasks of nobody."""

from datetime import date
from typing import Any

from services.forecast import Task
from services.tasks import due_by, target, tasks

T = date(2023, 10, 31)


def thing(unit: str, done: int = 0, **facts: Any) -> dict[str, Any]:
    return {"unit": unit, "done": done, "counted": 1, **facts}


def test_units_are_planned_by_their_row_and_the_task_is_as_long_as_the_target() -> None:
    reform = [{"unit": "甲", "planned_on": date(2023, 9, 30), "completed_on": date(2023, 9, 1)}]
    things = [thing("甲", 1), thing("乙"), {**thing("丙"), "counted": 0}]
    found = tasks("K01", things, reform, of=4)
    assert found == [Task("甲", due=date(2023, 9, 30), done=date(2023, 9, 1)), Task("乙"), Task(), Task()]


def test_persons_are_done_on_their_first_day_and_are_due_by_the_end_of_the_year() -> None:
    found = tasks("K08", [thing("甲", 1, first_on=date(2023, 5, 8)), thing("甲", 0, first_on=None)])
    assert [task.done for task in found] == [date(2023, 5, 8), None]
    assert target("K08", found, T) == date(2023, 12, 31)


def test_a_finding_without_an_end_is_no_task() -> None:
    days = {"fed_back_on": date(2023, 3, 1), "due_on": date(2023, 6, 30), "closed_on": None}
    found = tasks("K17", [thing("甲", state="整改中", **days), thing("甲", state="长期坚持", **days)])
    assert found == [Task("甲", date(2023, 3, 1), date(2023, 6, 30))]
    assert target("K17", found, T) == date(2023, 6, 30)


def test_a_deadline_counts_on_its_day() -> None:
    found = [Task(due=date(2023, 6, 30)), Task(due=date(2023, 7, 1)), Task()]
    assert [due_by(found, date(2023, 6, day)) for day in (29, 30)] == [0, 1]
    assert due_by([Task()], T) is None
    assert target("K01", [Task()], T) is None
