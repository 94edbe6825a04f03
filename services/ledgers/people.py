"""Persons in post at T, and what each attended in the year: the population of K08–K12 (ledgers.md §3.5, §3.7)."""

import re

import sqlalchemy as sa
from sqlalchemy import ColumnElement, Subquery

from services.indicators import At, live
from services.indicators.sql import flag


def serving(post: Subquery, at: At) -> ColumnElement[bool]:
    """Say whether the post is held at T; who leaves on T has left."""
    return sa.and_(post.c.started_on <= at.as_of, sa.or_(post.c.ended_on.is_(None), post.c.ended_on > at.as_of))


def persons(at: At) -> Subquery:
    """Give one row per person (unit, name) who serves at T, or left in the year of T (`serves` 0).

    `post`: 书记 for whoever holds that post, else 委员. `since`: the start of the earliest post held at T.
    `row`: the posts row that stands for the person.
    """
    post = live("posts", at)
    now, chief = serving(post, at), post.c.post == "书记"
    left = post.c.ended_on.between(at.year_start, at.as_of)
    serves = sa.func.max(flag(now))
    leads = sa.case((serves == 1, sa.func.max(flag(sa.and_(now, chief)))), else_=sa.func.max(flag(chief)))
    row = sa.func.coalesce(
        sa.func.min(sa.case((sa.and_(now, chief), post.c.id))), sa.func.min(sa.case((now, post.c.id))),
        sa.func.min(post.c.id),
    )  # fmt: skip
    return (
        sa.select(
            post.c.unit,
            post.c.person,
            serves.label("serves"),
            sa.case((leads == 1, "书记"), else_="委员").label("post"),
            sa.func.min(sa.case((now, post.c.started_on))).label("since"),
            row.label("row"),
        )
        .where(sa.or_(now, left))
        .group_by(post.c.unit, post.c.person)
        .subquery()
    )


def sessions_of_the_year(at: At) -> Subquery:
    """Give the sessions that started in the year of T, up to T; `counts` says whether their hours do."""
    session = live("sessions", at)
    modes = [word.strip() for word in re.split("[、，,；;/]", at.targets["计入学时的培训方式"])]
    return (
        sa.select(session, flag(session.c.mode.in_(modes)).label("counts"))
        .where(session.c.started_on.between(at.year_start, at.as_of))
        .subquery()
    )


def trained(at: At) -> Subquery:
    """Give what each person (unit, name) attended in the year up to T, and since when (`first_on`, in counted modes).

    `hours` in counted modes (own hours, else the session's), `attended`: an attendance row in a counted mode,
    `together`: one of 集中培训; None where there is none.
    """
    row, session = live("attendance", at), sessions_of_the_year(at)
    counts, together = session.c.counts == 1, session.c.mode == "集中培训"
    return (
        sa.select(
            row.c.unit,
            row.c.person,
            sa.func.sum(sa.case((counts, sa.func.coalesce(row.c.hours, session.c.hours)), else_=0)).label("hours"),
            sa.func.min(sa.case((counts, row.c.id))).label("attended"),
            sa.func.min(sa.case((counts, session.c.started_on))).label("first_on"),
            sa.func.min(sa.case((together, row.c.id))).label("together"),
        )
        .select_from(row.join(session, session.c.key == row.c.session_key))
        .where(row.c.attended == 1)
        .group_by(row.c.unit, row.c.person)
        .subquery()
    )
