"""班次: how many of a roster came, and the hours by kind of training (K13, K14)."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy import Select

from services.indicators import At, Counted, Indicator, live
from services.ledgers.people import sessions_of_the_year
from services.ledgers.population import split, units
from services.ledgers.sessions import CATEGORIES


def _rosters(at: At) -> Select[Any]:
    """Give the rows of the rosters; `training` is `category` again, which on the pages is that of the findings."""
    row, session, unit = live("attendance", at), sessions_of_the_year(at), units(at)
    hours = sa.func.coalesce(row.c.hours, session.c.hours)
    return (
        sa.select(
            sa.literal("attendance").label("ledger"), row.c.id.label("row"), *split(unit, row.c.unit),
            session.c.category, session.c.category.label("training"), session.c.level, session.c.mode,
            session.c.name.label("session"),
            row.c.attended.label("done"), hours.label("hours"), session.c.counts,
        )
        .select_from(
            row.join(session, session.c.key == row.c.session_key).outerjoin(unit, unit.c.unit == row.c.unit)
        )
    )  # fmt: skip


def _hours(at: At) -> Select[Any]:
    roster = _rosters(at).subquery()
    return sa.select(roster).where(roster.c.done == 1, roster.c.counts == 1)


def _by_category(counted: Counted, at: At) -> dict[str, Any]:
    return {category: counted.total(category=category) for category in CATEGORIES}


INDICATORS = (
    Indicator(
        "K13", "班次参训率", "人次", _rosters,
        numerator="实到人次", denominator="花名册应到人次，当年到截至日期开班的班次",
        decided_by="attended", counted_by="name", note="按人次计，不是按人计。",
    ),
    Indicator(
        "K14", "三类培养结构", "学时", _hours, share=False, sums="hours",
        numerator="当年到截至日期开班的班次中，实到的人的学时合计（计入学时的培训方式），按教育培训、实践锻炼、专业训练分列",
        decided_by="attended", facts=("category",), values=_by_category, settings=("计入学时的培训方式",),
        note="没有个人学时的按班次学时计。",
    ),
)  # fmt: skip
