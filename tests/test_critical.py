"""What bounds the end: the units that will be done last by the usual time of the steps left to them."""

from datetime import date
from typing import Any

from services.critical import Bound, by_deadline, by_steps
from services.forecast import Task

T = date(2023, 6, 30)


def unit(name: str, *days: date, status: str | None = None) -> dict[str, Any]:
    steps = ("reform_on", "requested_on", "approved_on", "completed_on")
    return {"unit": name, "status_text": status, **dict.fromkeys(steps), **dict(zip(steps, days, strict=False))}


DONE = unit("办完", date(2023, 1, 1), date(2023, 1, 11), date(2023, 1, 31), date(2023, 3, 2))


def test_the_steps_left_take_their_usual_time() -> None:
    # 10 days to the request, 20 to the approval, 30 to the end.
    long_ago = date(2023, 2, 1)
    waiting = [unit("未办", date(2023, 6, 1)), unit("已批", T, T, T), unit("早批", long_ago, long_ago, long_ago)]
    rows = [DONE, DONE, DONE, *waiting]
    assert by_steps(rows, T) == [
        Bound("未办", "未启动", date(2023, 8, 29)),
        Bound("已批", "已批复", date(2023, 7, 30)),
        Bound("早批", "已批复", T),
    ]


def test_a_unit_put_off_is_on_no_way_to_an_end() -> None:
    rows = [DONE, unit("未办"), unit("暂缓的", status="暂缓"), unit("出局的", status="不再涉及")]
    assert [bound.unit for bound in by_steps(rows, T)] == ["未办"]


def test_a_step_after_the_day_is_not_taken() -> None:
    late = unit("七月办完", T, T, T, date(2023, 7, 20))
    assert by_steps([DONE, late], T) == [Bound("七月办完", "已批复", date(2023, 7, 30))]


def test_where_nobody_has_taken_a_step_no_end_is_told() -> None:
    assert by_steps([unit("甲"), unit("乙", T, T)], T) == []
    assert by_steps([], T) == []


def test_deadlines_that_reach_furthest_then_the_most() -> None:
    far, near = date(2023, 12, 31), date(2023, 7, 31)
    tasks = [Task("甲", due=far), Task("乙", due=far), Task("乙", due=near), Task("丙", due=near), Task("丁", done=T)]
    assert by_deadline(tasks, T, "项") == [Bound("乙", "2项", far), Bound("甲", "1项", far), Bound("丙", "1项", near)]


def test_without_deadlines_the_most_stand_first() -> None:
    tasks = [Task("甲"), Task("乙"), Task("乙"), Task()]
    assert by_deadline(tasks, T, "人") == [Bound("乙", "2人", None), Bound("甲", "1人", None)]
