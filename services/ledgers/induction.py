"""新任书记任职培训: was a new 书记 trained within the months after taking office (K11)."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy import Select, Subquery

from services.indicators import At, Indicator, live
from services.indicators.sql import flag, within_months
from services.ledgers.calendar import months_before
from services.ledgers.people import serving
from services.ledgers.population import in_charge, split, units
from services.ledgers.training import PLAN

MONTHS = "新任书记任职培训期限(月)"


def _new_secretaries(at: At) -> Subquery:
    """Give the persons who are 书记 at T and took office within the last 12 months."""
    post = live("posts", at)
    since = sa.func.min(post.c.started_on)
    return (
        sa.select(post.c.unit, post.c.person, sa.func.min(post.c.id).label("row"), since.label("since"))
        .where(post.c.post == "书记", serving(post, at))
        .group_by(post.c.unit, post.c.person)
        .having(within_months(since, at.as_of, 12))
        .subquery()
    )


def _inducted(at: At) -> Select[Any]:
    person, unit, row, session = _new_secretaries(at), units(at), live("attendance", at), live("sessions", at)
    own = sa.and_(row.c.unit == person.c.unit, row.c.person == person.c.person, row.c.attended == 1)
    induction = sa.and_(
        session.c.key == row.c.session_key, session.c.is_induction.is_(True),
        session.c.started_on.between(person.c.since, at.as_of),
    )  # fmt: skip
    in_time = within_months(person.c.since, session.c.started_on, at.number(MONTHS))
    trained = (
        sa.select(
            person.c.row,
            sa.func.min(row.c.id).label("late"),
            sa.func.min(sa.case((in_time, row.c.id))).label("in_time"),
        )
        .select_from(person.join(row, own).join(session, induction))
        .group_by(person.c.row)
        .subquery()
    )
    due = person.c.since <= months_before(at.as_of, at.number(MONTHS))
    return (
        sa.select(
            sa.literal("posts").label("ledger"), person.c.row, *split(unit, person.c.unit),
            sa.literal("书记").label("post"),
            flag(sa.or_(due, trained.c.in_time.is_not(None))).label("counted"),
            flag(trained.c.in_time.is_not(None)).label("done"),
            sa.literal("attendance").label("done_ledger"), trained.c.in_time.label("done_row"),
        )
        .select_from(
            person.outerjoin(unit, unit.c.unit == person.c.unit).outerjoin(trained, trained.c.row == person.c.row)
        )
        .where(in_charge(unit))
    )  # fmt: skip


INDICATORS = (
    Indicator(
        "K11", "新任书记任职培训及时率", "人", _inducted,
        numerator="任职后规定月数内参加了任职培训的新任书记",
        denominator="近12个月内任职、截至日期仍在任的书记中，任职已满规定月数的和提前参加了培训的",
        decided_by="attended", counted_by="started_on", source=PLAN, settings=(MONTHS,),
        needs=("attendance",),
        values=lambda counted, at: {"not_due": counted.count(counted=0)},
        note="是否新任按任职日期判断。未满规定月数、还没有参加培训的另列为未到期。规定月数见目标与口径。",
    ),
)  # fmt: skip
