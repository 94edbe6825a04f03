"""Things handled to a deadline: their state is told by dates, and where words and dates disagree somebody is told."""

from datetime import date
from typing import Any

import pytest
import sqlalchemy as sa

from services.indicators import Moment, at, live
from services.ledgers import handling
from tests.indicators.register import Register
from tests.ledgers.reading import problems, upload, values

D = date.fromisoformat
DAY = D("2023-06-30")
TASKS = ("责任单位", "任务", "下达日期", "完成时限", "办理状态", "进展情况", "办结日期")


@pytest.fixture(autouse=True)
def town(register: Register) -> None:
    register.add("units", name="甲局", domain="机关", is_reform=False, is_new=False)


@pytest.mark.parametrize(
    ("facts", "state"),
    [
        ({"closed_on": DAY, "due_on": D("2023-01-31")}, "已办结"),
        ({"closed_on": D("2023-07-01"), "status": "已办结"}, "办理中"),
        ({"closed_on": D("2023-07-01"), "due_on": D("2023-06-29")}, "逾期"),
        ({"due_on": DAY, "status": "办理中"}, "办理中"),
        ({"due_on": D("2023-06-29"), "status": "已办结"}, "逾期"),
        ({"status": "已办结"}, "缺办结日期"),
        ({"status": "基本办结"}, "办理中"),
        ({"status": "已报市政府审定"}, "办理中"),
        ({"progress": "已与房管部门对接"}, "办理中"),
        ({"status": "未启动", "progress": "等通知"}, "未启动"),
        ({}, "未启动"),
        ({"due_kind": "长期坚持", "status": "已办结"}, "长期坚持"),
        ({"status": "长期坚持", "due_on": D("2023-01-31")}, "长期坚持"),
        ({"due_kind": "长期坚持", "closed_on": DAY}, "已办结"),
    ],
)
def test_the_state_at_the_day(register: Register, facts: dict[str, Any], state: str) -> None:
    register.add("integrity", unit="甲局", task="任务", **facts)
    here = at(register.connection, Moment(DAY, register.batches))
    row = live("integrity", here)
    assert register.connection.scalar(sa.select(handling.state(row, here))) == state


@pytest.mark.parametrize(
    ("status", "progress", "stored"),
    [
        ("办结", None, "已办结"), ("√", None, "已办结"), ("正在推进", None, "办理中"), ("否", None, "办理中"),
        ("未开始", None, "未启动"), (None, "已完成", "已办结"), (None, "推进中，预计年底完成", None),
        ("阶段性完成", None, "基本办结"), ("报审中", None, "报审中"), ("办理中", "已完成", "办理中"),
    ],
)  # fmt: skip
def test_the_offices_words(register: Register, status: Any, progress: Any, stored: Any) -> None:
    seen = upload(register, "integrity", TASKS, ("甲局", "任务", None, "2023.9", status, progress, None))
    assert values(seen, "status", "progress") == [(stored, progress)]


@pytest.mark.parametrize(
    ("row", "found"),
    [
        (("2023.3.1", "2023.6", "已办结", None, "2023.2.1"), ("error", "order_conflict", "G2")),
        (("2023.3.1", "2023.6", "办理中", None, "2023.6.1"), ("error", "status_conflict", "E2")),
        (("2023.3.1", "2023.6", None, "未完成", "2023.6.1"), ("error", "status_conflict", "F2")),
        (("2023.3.1", "2023.6", "已办结", None, None), ("warning", "status_downgraded", "E2")),
        (("2023.3.1", "2023.6", None, "完成", None), ("warning", "status_downgraded", "F2")),
        (("2023.3.1", "2023.6", "部分完成", None, None), ("warning", "status_downgraded", "E2")),
        (("2023.3.1", "2023.6", "报审中", None, None), ("warning", "status_unknown", "E2")),
        (("2023.3.1", "2023.6", None, None, "2023.11.1"), ("error", "date_future", "G2")),
        (("2023.3.1", "2023.6", "/", None, None), None),
        (("2023.3.1", "长期坚持", "长期坚持", "持续推进", None), None),
        (("2023.3", "2023年6月底", "已办结", "已落实", "2023.6"), None),
    ],
)
def test_words_and_dates_that_disagree(register: Register, row: Any, found: Any) -> None:
    assert problems(upload(register, "integrity", TASKS, ("甲局", "任务", *row))) == ([found] if found else [])


def test_what_is_said_of_many_rows_is_said_once(register: Register) -> None:
    rows = [("甲局", f"任务{number}", None, None, "完成", None, None) for number in range(3)]
    (problem,) = upload(register, "integrity", TASKS, *rows).problems
    assert problem.message == "共3项任务写已办结而没有办结日期，不计为办结"


def test_a_deadline_that_is_no_day(register: Register) -> None:
    rows = [("甲局", word, None, word, None, None, None) for word in ("长期坚持", "立行立改", "2023年第三季度")]
    assert values(upload(register, "integrity", TASKS, *rows), "due_on", "due_kind") == [
        (None, "长期坚持"), (None, "立行立改"), (D("2023-09-30"), None),
    ]  # fmt: skip
