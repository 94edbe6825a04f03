"""Matters handled to a deadline (诉求、实事、任务): their state at T by their dates, never by what 状态 says."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy import ColumnElement, Subquery

from services.indicators import At, Counted
from services.indicators.sql import days_between
from services.ledger import Facts, Rule, Values
from services.store import columns as col
from services.text import normal

CLOSED, UNDATED, BEGUN, NOT_YET, LATE, STANDING = "已办结", "缺办结日期", "办理中", "未启动", "逾期", "长期坚持"
STATES = (CLOSED, UNDATED, BEGUN, NOT_YET, LATE, STANDING)
STATUS: dict[str, tuple[str, ...]] = {
    CLOSED: (
        "办结", "已完成", "完成", "已办理", "已办", "办理完毕", "已落实", "落实", "已解决", "解决", "已兑现", "兑现",
        "已答复", "已销号", "是", "√", "✓", "✔", "☑",
    ),
    "基本办结": ("基本完成", "阶段性完成", "阶段性办结", "部分完成", "部分办结", "基本解决", "基本落实"),
    BEGUN: (
        "正在办理", "在办", "推进中", "正在推进", "进行中", "正在进行", "落实中", "正在落实", "解决中", "正在解决",
        "协调中", "正在协调", "持续推进", "有序推进", "按计划推进", "未办结", "未完成", "未解决", "否", "×", "✗", "✘",
    ),
    NOT_YET: ("未办理", "未开始", "尚未启动", "尚未办理", "待办", "待办理", "待启动"),
    STANDING: ("长期", "持续坚持", "常态化推进", "常态化"),
}  # fmt: skip
OPEN = ("基本办结", BEGUN, NOT_YET)
_SPELLED = {normal(text): word for word, others in STATUS.items() for text in (word, *others)}


def due(**options: Any) -> Any:
    """The deadline: a day, or 长期坚持 and the like, which goes to the field `due_kind`."""
    return col.due(
        "完成时限", "办理时限", "办结时限", "整改时限", "承诺时限", "时限", "期限", "办理期限", "完成期限",
        "计划完成时间", "计划完成日期", "拟完成时间", "时间节点", "时间要求", "时限要求", **options,
    )  # fmt: skip


def status() -> Any:
    """What the office says of the state, in one of its words; any other word is kept."""
    headers = ("办理状态", "完成状态", "状态", "当前状态", "是否办结", "是否完成", "完成情况", "办结情况", "办结状态")
    return col.choice(*headers, choices=STATUS, open_choice=True)


def progress() -> Any:
    """How far it is, in a sentence."""
    return col.text(
        "进展情况", "办理情况", "落实情况", "推进情况", "办理结果", "答复情况", "处理情况", "处理结果", "解决情况",
        "办理进展", "工作进展", "推进进度", "进展", "进度",
    )  # fmt: skip


def closed_on() -> Any:
    """The day it was done; only this makes it done."""
    return col.day(
        "办结日期", "办结时间", "完成日期", "完成时间", "解决日期", "解决时间", "落实日期", "答复日期", "答复时间",
        "实际完成时间", "实际完成日期", "实际办结时间", ends=True, past=True,
    )  # fmt: skip


def derived(values: Values, facts: Facts) -> dict[str, Any]:
    """Give 状态 from a 进展情况 that says nothing else: an office often keeps one column for both."""
    return {"status": _SPELLED.get(normal(values.get("progress") or ""))}


def state(row: Subquery, at: At) -> ColumnElement[str]:
    """Give the state at T of rows with `closed_on`, `due_on`, `due_kind`, `status` and `progress`."""
    said = sa.func.coalesce(row.c.status, "")
    return sa.case(
        (row.c.closed_on <= at.as_of, CLOSED),
        (sa.or_(row.c.due_kind == STANDING, said == STANDING), STANDING),
        (row.c.due_on < at.as_of, LATE),
        (sa.and_(said == CLOSED, row.c.closed_on.is_(None)), UNDATED),
        (sa.or_(said.not_in(("", NOT_YET)), sa.and_(said == "", row.c.progress.is_not(None))), BEGUN),
        else_=NOT_YET,
    )


def late(row: Subquery, at: At) -> ColumnElement[int]:
    """Give the days since the deadline: 0 on its day, below 0 before; meant for rows whose state is 逾期."""
    return days_between(row.c.due_on, at.as_of)


def states(counted: Counted) -> dict[str, int]:
    """Give how many things are in each state; the indicator has `state` among its facts."""
    return {word: counted.count(state=word) for word in STATES}


def rules(thing: str, start: str, begins: str) -> tuple[Rule, ...]:
    """Give the rules of `thing` (诉求, 任务), which began on the day in the field `start`, titled `begins`."""

    def closed_first(values: Values, facts: Facts) -> str | None:
        closed, began = values.get("closed_on"), values.get(start)
        return "closed_on" if closed and began and closed < began else None

    return (
        Rule("order_conflict", "error", f"办结日期不早于{begins}", closed_first,
             f"办结日期{{closed_on}}早于{begins}{{{start}}}", "请核对两个日期"),
        Rule("status_conflict", "error", "填了办结日期的，状态应是已办结", _still_open,
             "填了办结日期{closed_on}，状态却是“{status}”", "请确认是否已办结：是则改状态，否则删去办结日期"),
        Rule("status_downgraded", "warning", "状态写已办结而没有办结日期的，不计为办结", _undated,
             f"共{{count}}项{thing}写已办结而没有办结日期，不计为办结", "请补填办结日期", counted=True),
        Rule("status_downgraded", "warning", "基本办结、部分完成不计为办结", _nearly,
             f"共{{count}}项{thing}写基本办结（部分完成），按办理中统计", "全部办结后请填写办结日期", counted=True),
        Rule("status_unknown", "warning", "不认识的状态只作进展文字保留，按日期判断", _unlisted,
             f"共{{count}}项{thing}的状态不在选项里，只作进展文字保留", f"请改用：{'、'.join(STATUS)}", counted=True),
    )  # fmt: skip


def _said_in(values: Values, facts: Facts) -> str:
    return "progress" if facts.marks.get("status") == "derived" else "status"


def _still_open(values: Values, facts: Facts) -> str | None:
    return _said_in(values, facts) if values.get("closed_on") and values.get("status") in OPEN else None


def _undated(values: Values, facts: Facts) -> str | None:
    done = values.get("status") == CLOSED and not values.get("closed_on")
    return _said_in(values, facts) if done else None


def _nearly(values: Values, facts: Facts) -> str | None:
    return _said_in(values, facts) if values.get("status") == "基本办结" else None


def _unlisted(values: Values, facts: Facts) -> str | None:
    return "status" if values.get("status") not in (None, "/", "-", "—", "——", "无", *STATUS) else None
