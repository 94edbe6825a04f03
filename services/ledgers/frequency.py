"""组织生活够不够: what each 支部 was to hold in each month, quarter and year, and whether it did (K29)."""

from calendar import monthrange
from collections.abc import Mapping
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Select, Subquery

from services.indicators import At, Counted, Indicator, live
from services.indicators.sql import flag
from services.ledger import Source
from services.ledgers.population import in_charge, split, units

RULES = Source("《中国共产党支部工作条例（试行）》（2018年）", "B")
# For how many months one meeting holds.
EVERY = {"党员大会": 3, "支委会": 1, "党小组会": 1, "主题党日": 1, "组织生活会": 12, "民主评议": 12}
QUARTERS, WHOLE_YEAR = ("一季度", "二季度", "三季度", "四季度"), "全年"
HELD, MISSING, NOT_YET, NOT_ASKED = "已开展", "缺", "未到期", "不适用"
BOARD_FROM, GROUPS_FROM = 7, "设党小组的党员人数"  # 正式党员 from which a 支部 has a 支委会
ORDERS = {
    "type": tuple(EVERY), "quarter": (*QUARTERS, WHOLE_YEAR), "state": (HELD, MISSING, NOT_YET, NOT_ASKED),
}  # fmt: skip


def _periods(year: int) -> Subquery:
    """Give every period of the year with what is to be held in it, as `type`, `quarter`, `first` and `last` day."""
    selects = []
    for type, months in EVERY.items():
        for first in range(1, 13, months):
            last = first + months - 1
            selects.append(
                sa.select(
                    sa.literal(type).label("type"),
                    sa.literal(WHOLE_YEAR if months == 12 else QUARTERS[(first - 1) // 3]).label("quarter"),
                    sa.literal(date(year, first, 1), sa.Date).label("first"),
                    sa.literal(date(year, last, monthrange(year, last)[1]), sa.Date).label("last"),
                )
            )  # fmt: skip
    return sa.union_all(*selects).subquery()


def _branches(at: At) -> Subquery:
    """Give the 支部 there are at T, and whether each has a 支委会 (`board`) and 党小组 (`groups`) to meet.

    A small one has no 支委会; one with few members that never held a 党小组会 has no 党小组. 临时党支部 are not asked.
    """
    org, unit, row = live("orgs", at), units(at), live("org_life", at)
    of_groups = row.c.type == "党小组会", row.c.held_on <= at.as_of
    met = sa.select(row.c.unit, row.c.org).where(*of_groups).distinct().subquery()
    full_members = sa.func.coalesce(org.c.full_members, org.c.members, BOARD_FROM)
    return (
        sa.select(
            org.c.id, org.c.name, org.c.founded_on, *split(unit, org.c.unit),
            flag(full_members >= BOARD_FROM).label("board"),
            flag(sa.or_(org.c.members >= at.number(GROUPS_FROM), met.c.org.is_not(None))).label("groups"),
        )
        .select_from(
            org.outerjoin(unit, unit.c.unit == org.c.unit)
            .outerjoin(met, sa.and_(met.c.unit == org.c.unit, met.c.org == org.c.name))
        )
        .where(
            org.c.kind.in_(("党支部", "联合党支部")), org.c.status == "正常", in_charge(unit),
            sa.or_(org.c.founded_on.is_(None), org.c.founded_on <= at.as_of),
        )
        .subquery()
    )  # fmt: skip


def _required(at: At) -> Select[Any]:
    """Give every 支部 and every period of the year of T, each with the first meeting that answers it."""
    branch, period, row = _branches(at), _periods(at.as_of.year), live("org_life", at)
    meets = sa.and_(
        row.c.unit == branch.c.unit, row.c.org == branch.c.name, row.c.type == period.c.type,
        row.c.held_on.between(period.c.first, period.c.last), row.c.held_on <= at.as_of,
    )  # fmt: skip
    whose = [c for c in branch.c if c.name != "founded_on"]
    what = [period.c.type, period.c.quarter, period.c.last]
    due = (
        sa.select(*whose, *what, sa.func.min(row.c.id).label("done_row"))
        .select_from(branch.join(period, sa.true()).outerjoin(row, meets))
        .where(sa.or_(branch.c.founded_on.is_(None), branch.c.founded_on <= period.c.first))
        .group_by(*whose, *what)
        .subquery()
    )
    state = sa.case(
        (due.c.done_row.is_not(None), HELD),
        (sa.and_(due.c.type == "支委会", due.c.board == 0), NOT_ASKED),
        (sa.and_(due.c.type == "党小组会", due.c.groups == 0), NOT_ASKED),
        (due.c.last > at.as_of, NOT_YET),
        else_=MISSING,
    )
    return sa.select(
        sa.literal("orgs").label("ledger"), due.c.id.label("row"), sa.literal("name").label("field"),
        *(due.c[name] for name in ("unit", "domain", "reform_type", "disposition", "position", "type", "quarter")),
        due.c.name.label("org"), state.label("state"), sa.literal("org_life").label("done_ledger"), due.c.done_row,
        sa.literal("held_on").label("done_field"), flag(state.in_((HELD, MISSING))).label("counted"),
        flag(state == HELD).label("done"),
    )  # fmt: skip


def _types(counted: Counted, at: At) -> dict[str, Any]:
    types = {type: {"n": counted.count(type=type, done=1), "of": counted.count(type=type)} for type in EVERY}
    not_yet, not_asked = (counted.count(counted=0, state=state) for state in (NOT_YET, NOT_ASKED))
    return {"types": types, "not_due": not_yet, "not_asked": not_asked}


def _said(values: Mapping[str, Any]) -> str:
    missing = {type: each["of"] - each["n"] for type, each in values["types"].items()}
    beside = f"{values['not_due']}次未到期，另列" if values["not_due"] else ""
    return "；".join(filter(None, ("、".join(f"{type}缺{n}次" for type, n in missing.items() if n), beside)))


INDICATORS = (
    Indicator(
        "K29", "组织生活按期开展率", "次", _required,
        numerator="按规定频次应开展、已经开展的", denominator="当年到截至日期各党支部、联合党支部按规定频次应开展的，"
        "每月、每季度、每年各计一次，只计在管单位",
        decided_by="held_on", counted_by="name", facts=("type", "state"), values=_types, tells=_said, orders=ORDERS,
        titles={"quarter": "季度"}, source=RULES, settings=(GROUPS_FROM,), needs=("orgs",),
        note="党员大会每季度，支委会、党小组会、主题党日每月，组织生活会、民主评议党员每年。支部成立以前开始的月份、季度、"
        "年度不要求。正式党员不足7人的支部不要求支委会；党员数不到设党小组的党员人数、也没有开过党小组会的支部不要求"
        "党小组会。当月、当季、当年没有过完又没有开展的是未到期，另列。",
    ),
)  # fmt: skip
