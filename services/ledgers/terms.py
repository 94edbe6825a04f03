"""换届: terms that ended, elections held in time, and those overdue (K06, K06b; readings of ledgers.md §7.8)."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy import ColumnElement, Select, Subquery

from services.indicators import At, Counted, Indicator, live
from services.indicators.sql import flag, within_months
from services.ledger import Source
from services.ledgers.population import in_charge, split, units

TERMS = Source(
    "《中国共产党党和国家机关基层组织工作条例》（2019年修订）第八条、《关于党的基层组织任期的意见》（2018年）", "A"
)
EXTENSION = Source("《中国共产党基层组织选举工作条例》（2020年）第三条、第四条", "A")


def _terms(at: At, org: Subquery, previous: ColumnElement[bool], ended: ColumnElement[bool]) -> Subquery:
    """Give the organisations whose term in question `ended`: the `previous` one, else the one on record.

    `ends_on` is the term's end, `since` the election it began with (unknown for a previous one). `sole`: its unit has
    no other, so that an election which names the unit alone is its.
    """
    unit = units(at)
    counted = sa.and_(org.c.kind != "临时党支部", sa.func.coalesce(org.c.status, "正常").not_in(("已撤销", "已移交")))
    sole = sa.select(org.c.unit).where(counted).group_by(org.c.unit).having(sa.func.count() == 1).subquery()
    return (
        sa.select(
            org.c.id, org.c.name, org.c.kind, org.c.elected_on,
            sa.func.coalesce(org.c.term_years, 3).label("term_years"),
            sa.case((previous, org.c.previous_term_ends_on), else_=org.c.term_ends_on).label("ends_on"),
            sa.case((previous, sa.null()), else_=org.c.elected_on).label("since"),
            flag(previous).label("renewed"), flag(sole.c.unit.is_not(None)).label("sole"),
            *split(unit, org.c.unit),
        )
        .select_from(
            org.outerjoin(unit, unit.c.unit == org.c.unit).outerjoin(sole, sole.c.unit == org.c.unit)
        )
        .where(in_charge(unit), counted, sa.or_(previous, ended))
        .subquery()
    )  # fmt: skip


def _deadlines(at: At, term: Subquery) -> Subquery:
    """Add `deadline`: the end of the term, or an approved extension of not more than a year."""
    election = live("elections", at)
    extended = sa.and_(
        _of(election, term), election.c.extended.is_(True), election.c.extended_to > term.c.ends_on,
        within_months(term.c.ends_on, election.c.extended_to, 12),
    )  # fmt: skip
    deadline = sa.func.coalesce(sa.func.max(election.c.extended_to), term.c.ends_on)
    return (
        sa.select(*term.c, deadline.label("deadline"))
        .select_from(term.outerjoin(election, extended))
        .group_by(*term.c)
        .subquery()
    )


def _held(at: At, term: Subquery, in_time: bool) -> Subquery:
    """Give the first election on record that was held by T after the term began; `in_time`: by its deadline."""
    election = live("elections", at)
    # Where the day the term began is unknown, an election belongs to its end once half of the term was over.
    late_in_term = within_months(election.c.held_on, term.c.ends_on, term.c.term_years * 6)
    begun = sa.or_(election.c.held_on > term.c.since, sa.and_(term.c.since.is_(None), late_in_term))
    held = sa.and_(_of(election, term), begun, election.c.held_on <= at.as_of)
    if in_time:
        held = sa.and_(held, election.c.held_on <= term.c.deadline)
    return (
        sa.select(term.c.id, sa.func.min(election.c.id).label("election"))
        .select_from(term.join(election, held))
        .group_by(term.c.id)
        .subquery()
    )


def _of(election: Subquery, term: Subquery) -> ColumnElement[bool]:
    named = sa.or_(election.c.org == term.c.name, sa.and_(election.c.org.is_(None), term.c.sole == 1))
    return sa.and_(election.c.type == "换届选举", election.c.unit == term.c.unit, named)


def _renewed_in_time(at: At) -> Select[Any]:
    org = live("orgs", at)
    previous = org.c.previous_term_ends_on.between(at.year_start, at.as_of)
    term = _deadlines(at, _terms(at, org, previous, org.c.term_ends_on.between(at.year_start, at.as_of)))
    held = _held(at, term, in_time=True)
    on_record = sa.and_(term.c.renewed == 1, term.c.elected_on <= at.as_of, term.c.elected_on <= term.c.deadline)
    by_election = held.c.election.is_not(None)
    return sa.select(
        sa.literal("orgs").label("ledger"), term.c.id.label("row"), *split(term), term.c.kind,
        flag(sa.or_(by_election, on_record)).label("done"),
        sa.case((by_election, "elections"), else_="orgs").label("done_ledger"),
        sa.func.coalesce(held.c.election, term.c.id).label("done_row"),
        sa.case((by_election, "held_on"), else_="elected_on").label("done_field"),
    ).select_from(term.outerjoin(held, held.c.id == term.c.id))  # fmt: skip


def _overdue(at: At) -> Select[Any]:
    org = live("orgs", at)
    previous = sa.and_(org.c.elected_on > at.as_of, org.c.previous_term_ends_on < at.as_of)
    running = sa.or_(org.c.elected_on.is_(None), org.c.elected_on <= at.as_of)
    term = _deadlines(at, _terms(at, org, previous, sa.and_(running, org.c.term_ends_on < at.as_of)))
    held = _held(at, term, in_time=False)
    within = within_months(term.c.ends_on, at.as_of, 12)
    return (
        sa.select(
            sa.literal("orgs").label("ledger"), term.c.id.label("row"), *split(term), term.c.kind,
            sa.case((within, "≤1年"), else_=">1年").label("band"), sa.literal(1).label("done"),
        )
        .select_from(term.outerjoin(held, held.c.id == term.c.id))
        .where(held.c.election.is_(None), term.c.deadline < at.as_of)
    )  # fmt: skip


BANDS = ("≤1年", ">1年")


def _bands(counted: Counted, at: At) -> dict[str, Any]:
    return {band: counted.count(band=band) for band in BANDS}


INDICATORS = (
    Indicator(
        "K06", "按期换届率", "个", _renewed_in_time,
        numerator="在届满日期或批准延期的日期之前完成换届选举的党组织",
        denominator="届满日期在截至日期当年、且不晚于截至日期的在管党组织，不含临时党支部和已撤销、已移交的",
        decided_by="held_on", counted_by="term_ends_on", source=TERMS,
        note="延期不超过1年的才算有效延期。届满当天计入分母。选举台账只写单位的，单位只有一个党组织时算它的。",
    ),
    Indicator(
        "K06b", "逾期未换届", "个", _overdue, share=False, adverse=True,
        numerator="届满日期已过、没有换届选举、也没有有效延期的在管党组织，不含临时党支部和已撤销、已移交的",
        decided_by="term_ends_on", facts=("band",), values=_bands, orders={"band": BANDS}, source=EXTENSION,
        titles={"band": "逾期多久"},
        note="按届满日期到截至日期的时间分为1年以内和1年以上。延期超过1年的无效。",
    ),
)  # fmt: skip
