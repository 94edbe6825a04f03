"""督查整改: the state of every finding at T, and what K16, K17, K21 and K22 count (ledgers.md §3.9, §4)."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy import Select, Subquery

from services.indicators import At, Counted, Indicator, live
from services.indicators.sql import days_between, flag, month
from services.ledger import Source
from services.ledgers.population import split, units
from services.share import mean, median

SUPERVISION = Source("《中国共产党党和国家机关基层组织工作条例》（2019年修订）第三十四条", "A")
TRANSFERRED, CLOSED, STANDING = "随移交转出", "已销号", "长期坚持"
STATES = (CLOSED, "待验收", "整改中", "待整改", STANDING)
ORDERS = {"state": (*STATES, TRANSFERRED)}


def findings(at: At) -> Subquery:
    """Give the findings fed back by T that are not 撤销, each with its state at T and its facts.

    `dated` 1: it has a deadline (neither 长期坚持 nor 未定时限). `days`: from feedback to closing, or to T.
    `fed_back_month`, `closed_month`: when it came and, where it is closed at T, when it went.
    """
    row, unit = live("findings", at), units(at)
    day, word = at.as_of, sa.func.coalesce(row.c.status_text, "")
    kept = sa.or_(row.c.closed_on.is_(None), row.c.closed_on >= unit.c.moved_on)
    closed = row.c.closed_on <= day
    state = sa.case(
        (sa.and_(unit.c.moved_on.is_not(None), kept), TRANSFERRED),
        (closed, CLOSED),
        (row.c.due_kind == STANDING, STANDING),
        (sa.or_(row.c.reported_on <= day, word.in_(("已完成", "已销号"))), "待验收"),
        (sa.or_(row.c.measures.is_not(None), word.in_(("整改中", "基本完成"))), "整改中"),
        else_="待整改",
    )
    until = sa.case((closed, row.c.closed_on), else_=sa.literal(day, sa.Date))
    undated = sa.or_(row.c.due_on.is_(None), row.c.due_kind == STANDING)
    return (
        sa.select(
            sa.literal("findings").label("ledger"), row.c.id.label("row"), *split(unit, row.c.unit),
            row.c.category, row.c.method, row.c.round, state.label("state"),
            row.c.fed_back_on, row.c.due_on, row.c.original_due_on, row.c.closed_on,
            sa.case((undated, 0), else_=1).label("dated"),
            days_between(row.c.fed_back_on, until).label("days"),
            month(row.c.fed_back_on).label("fed_back_month"),
            sa.case((closed, month(row.c.closed_on))).label("closed_month"),
        )
        .select_from(row.outerjoin(unit, unit.c.unit == row.c.unit))
        .where(row.c.fed_back_on <= day, word != "撤销")
        .subquery()
    )  # fmt: skip


def _all(at: At) -> Select[Any]:
    return sa.select(findings(at), sa.literal(1).label("done"))


def _closed(at: At) -> Select[Any]:
    found = findings(at)
    return sa.select(
        found, flag(found.c.state != TRANSFERRED).label("counted"), flag(found.c.state == CLOSED).label("done")
    )


def _states(counted: Counted, at: At) -> dict[str, Any]:
    states = {state: counted.count(state=state) for state in STATES}
    return {"transferred": counted.count(counted=0), "states": states}


def _days(counted: Counted, at: At) -> dict[str, Any]:
    closed, still_open = counted.numbers("days", done=1), counted.numbers("days", done=0)
    return {"mean": mean(closed), "median": median(closed), "open_mean": mean(still_open)}


def _common(counted: Counted, at: At) -> dict[str, Any]:
    names = {thing["category"] for thing in counted.some()}
    found = [(name, len(counted.kinds("unit", category=name)), counted.count(category=name)) for name in names]
    found.sort(key=lambda each: (-each[1], -each[2], each[0] or ""))
    return {"categories": [{"name": name or "未填", "units": of, "items": items} for name, of, items in found]}


INDICATORS = (
    Indicator(
        "K17", "整改完成率", "项", _closed,
        numerator="销号日期不晚于截至日期的问题", denominator="反馈问题，不含随移交转出的",
        decided_by="closed_on", counted_by="fed_back_on", facts=("state",), values=_states, orders=ORDERS,
        note="自报完成而没有销号的是待验收，不算完成。单位移交时还没有销号的问题随移交转出，移交当天销号的也算转出。",
    ),
    Indicator(
        "K16", "反馈问题数", "项", _all, share=False,
        numerator="反馈日期不晚于截至日期的督查问题，不含撤销的", decided_by="fed_back_on",
        facts=("unit",), orders=ORDERS, note="另列涉及的单位数。", source=SUPERVISION,
        values=lambda counted, at: {"units": len(counted.kinds("unit"))},
    ),
    Indicator(
        "K21", "平均整改天数", "项", _closed, share=False,
        numerator="已销号的问题从反馈到销号的天数，取平均数和中位数", decided_by="closed_on",
        facts=("days",), values=_days, orders=ORDERS,
        note="另列没有销号的问题从反馈到截至日期的平均天数。",
    ),
    Indicator(
        "K22", "共性问题", "项", _all, share=False,
        numerator="反馈问题按类别归并，涉及单位多的在前", decided_by="category",
        facts=("category", "unit"), values=_common, orders=ORDERS,
    ),
)  # fmt: skip
