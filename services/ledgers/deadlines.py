"""整改时限: closed in time, overdue, soon due (K18, K18a, K19, K20). Due today is not overdue."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy import Select, Subquery

from services.indicators import At, Counted, Indicator
from services.indicators.sql import days_between, flag
from services.ledgers.rectification import CLOSED, ORDERS, TRANSFERRED, findings

BANDS = {"1-30": (1, 30), "31-90": (31, 90), ">90": (91, None)}


def _fell_due(found: Subquery, at: At) -> Select[Any]:
    return sa.select(found).where(found.c.dated == 1, found.c.state != TRANSFERRED, found.c.original_due_on < at.as_of)


def _closed_in_time(at: At) -> Select[Any]:
    found = findings(at)
    in_time = sa.and_(found.c.state == CLOSED, found.c.closed_on <= found.c.original_due_on)
    return _fell_due(found, at).add_columns(flag(in_time).label("done"))


def _closed_when_due(at: At) -> Select[Any]:
    found = findings(at)
    return _fell_due(found, at).add_columns(flag(found.c.state == CLOSED).label("done"))


def _open(found: Subquery) -> Select[Any]:
    open_ones = sa.and_(found.c.dated == 1, found.c.state.not_in((TRANSFERRED, CLOSED)))
    return sa.select(found, sa.literal(1).label("done")).where(open_ones)


def _late(at: At) -> Select[Any]:
    found = findings(at)
    late = days_between(found.c.due_on, at.as_of)
    band = sa.case(*((late <= high, band) for band, (_, high) in BANDS.items() if high), else_=">90")
    return _open(found).add_columns(late.label("late"), band.label("band")).where(found.c.due_on < at.as_of)


def _soon(at: At) -> Select[Any]:
    found = findings(at)
    left = days_between(at.as_of, found.c.due_on)
    return _open(found).add_columns(left.label("left")).where(left.between(0, at.number("临期天数")))


def _bands(counted: Counted, at: At) -> dict[str, Any]:
    late = counted.numbers("late")
    bands = {band: sum(low <= days <= (high or days) for days in late) for band, (low, high) in BANDS.items()}
    return {"days_max": max(late, default=None), "bands": bands}


FELL_DUE = "最初整改时限早于截至日期的问题，不含长期坚持、未定时限和随移交转出的"
INDICATORS = (
    Indicator(
        "K18", "按期完成率", "项", _closed_in_time,
        numerator="销号日期不晚于最初整改时限的问题", denominator=FELL_DUE,
        decided_by="closed_on", counted_by="due_on", orders=ORDERS,
        note="时限推后的，仍按最初时限判断是否按期。",
    ),
    Indicator(
        "K18a", "到期办结率", "项", _closed_when_due,
        numerator="销号日期不晚于截至日期的问题", denominator=FELL_DUE,
        decided_by="closed_on", counted_by="due_on", orders=ORDERS,
    ),
    Indicator(
        "K19", "逾期数", "项", _late, share=False, adverse=True,
        numerator="现行整改时限早于截至日期、还没有销号的问题，不含长期坚持、未定时限和随移交转出的",
        decided_by="due_on", facts=("late",), values=_bands, orders=ORDERS | {"band": tuple(BANDS)},
        titles={"band": "逾期天数"}, urgent="督查问题超过整改时限",
        note="到期当天不算逾期。逾期天数分为1至30天、31至90天、90天以上。",
    ),
    Indicator(
        "K20", "临期", "项", _soon, share=False,
        numerator="还没有销号、距现行整改时限不超过临期天数的问题，不含长期坚持、未定时限和随移交转出的",
        decided_by="due_on", orders=ORDERS, settings=("临期天数",), note="到期当天计入。临期天数见目标与口径。",
    ),
)  # fmt: skip
