"""专项行动: how far the tasks of the campaigns have come at T, and which are overdue (K28, K28a)."""

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Select, Subquery

from services.indicators import At, Counted, Indicator, live
from services.indicators.sql import flag
from services.ledgers import handling
from services.ledgers.population import split, units
from services.ledgers.rectification import TRANSFERRED

BANDS = {"30天以内": 30, "31至90天": 90, "90天以上": None}
ORDERS = {"state": (*handling.STATES, TRANSFERRED), "band": tuple(BANDS)}


def _tasks(at: At) -> Subquery:
    """Give the tasks set by T, each with its state; one not done when its unit was handed over left with the unit."""
    row, unit = live("campaigns", at), units(at)
    kept = sa.or_(row.c.closed_on.is_(None), row.c.closed_on >= unit.c.moved_on)
    state = sa.case((sa.and_(unit.c.moved_on.is_not(None), kept), TRANSFERRED), else_=handling.state(row, at))
    late = handling.late(row, at)
    band = sa.case(*((late <= high, word) for word, high in BANDS.items() if high), else_="90天以上")
    return (
        sa.select(
            sa.literal("campaigns").label("ledger"), row.c.id.label("row"), *split(unit, row.c.unit),
            row.c.campaign, state.label("state"), late.label("late"), band.label("band"),
        )
        .select_from(row.outerjoin(unit, unit.c.unit == row.c.unit))
        .where(sa.or_(row.c.assigned_on.is_(None), row.c.assigned_on <= at.as_of))
        .subquery()
    )  # fmt: skip


def _done(at: At) -> Select[Any]:
    task = _tasks(at)
    return sa.select(
        *(c for c in task.c if c.name not in ("late", "band")), flag(task.c.state != TRANSFERRED).label("counted"),
        flag(task.c.state == handling.CLOSED).label("done"),
    )  # fmt: skip


def _late(at: At) -> Select[Any]:
    task = _tasks(at)
    return sa.select(task, sa.literal(1).label("done")).where(task.c.state == handling.LATE)


def _progress(counted: Counted, at: At) -> dict[str, Any]:
    return {"states": handling.states(counted), "transferred": counted.count(counted=0)}


def _bands(counted: Counted, at: At) -> dict[str, Any]:
    bands = {band: counted.count(band=band) for band in BANDS}
    return {"days_max": max(counted.numbers("late"), default=None), "bands": bands}


def _said(values: Mapping[str, Any]) -> str:
    beside = {**values["states"], "随移交转出": values["transferred"]}
    return "，".join(f"{state}{n}项" for state, n in beside.items() if n and state != handling.CLOSED)


INDICATORS = (
    Indicator(
        "K28", "专项行动任务完成率", "项", _done,
        numerator="办结日期不晚于截至日期的任务", denominator="截至日期前启动的任务，不含随移交转出的",
        decided_by="closed_on", counted_by="task", facts=("state",), values=_progress, tells=_said, orders=ORDERS,
        note="长期坚持的任务在分母，不算完成，也不算逾期。写已办结而没有办结日期的不算完成。"
        "单位移交时还没有办结的任务随移交转出，移交当天办结的也算转出。",
    ),
    Indicator(
        "K28a", "专项行动任务逾期数", "项", _late, share=False, adverse=True,
        numerator="完成时限早于截至日期、还没有办结的任务，不含长期坚持和随移交转出的",
        decided_by="due_on", facts=("late", "band"), values=_bands,
        tells=lambda values: f"最长{values['days_max']}天" if values["days_max"] else "", orders=ORDERS,
        titles={"band": "逾期天数"}, urgent="专项行动任务超过时限",
        note="到期当天不算逾期。",
    ),
)  # fmt: skip
