"""前后对不上: two ledgers, or two cells of one row, that cannot both be right."""

from datetime import timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Select, Subquery

from services.indicators import At, live
from services.indicators.sql import days_between
from services.ledgers.boards import stands
from services.ledgers.people import serving
from services.ledgers.population import in_charge, units
from services.ledgers.prompts.prompt import Prompt, registered, rows, there
from services.ledgers.rectification import findings

# So many days of 待验收 make a finding worth asking about.
WAITING = "待验收提醒天数"


def _without_reform(at: At) -> Select[Any]:
    unit = units(at)
    return rows("units", unit.c.id, unit).where(unit.c.is_reform, unit.c.reform_id.is_(None), there("reform", at))


def _without_register(at: At) -> Select[Any]:
    unit = units(at)
    return rows("reform", unit.c.reform_id, unit).where(unit.c.reform_id.is_not(None), sa.not_(unit.c.is_reform))


def _other_reform(at: At) -> Select[Any]:
    unit, reform, register = units(at), live("reform", at), live("units", at)

    def differing(field: str) -> Select[Any]:
        facts = {"field": sa.literal(field), "listed": register.c[field], "own": reform.c[field]}
        return (
            rows("reform", reform.c.id, unit, **facts)
            .select_from(unit.join(reform, reform.c.id == unit.c.reform_id).join(register, register.c.id == unit.c.id))
            .where(reform.c[field] != register.c[field])
        )

    return sa.select(sa.union_all(differing("disposition"), differing("reform_type")).subquery())


def _closed_without_day(at: At) -> Select[Any]:
    found, row = findings(at), live("findings", at)
    return (
        rows("findings", row.c.id, found, text=row.c.text)
        .select_from(found.join(row, row.c.id == found.c.row))
        .where(row.c.status_text == "已销号", row.c.closed_on.is_(None))
    )


def _long_waiting(at: At) -> Select[Any]:
    found, row = findings(at), live("findings", at)
    return (
        rows("findings", row.c.id, found, reported=row.c.reported_on, days=days_between(row.c.reported_on, at.as_of))
        .select_from(found.join(row, row.c.id == found.c.row))
        .where(found.c.state == "待验收", row.c.reported_on <= at.as_of - timedelta(days=at.number(WAITING)))
    )


def _unknown_boards(at: At) -> Select[Any]:
    post, unit, org = live("posts", at), units(at), registered(at)
    known = sa.and_(org.c.unit == post.c.unit, org.c.name == post.c.org)
    return (
        rows("posts", post.c.id, unit, post.c.unit, name=post.c.name, post=post.c.post, org=post.c.org)
        .select_from(post.outerjoin(unit, unit.c.unit == post.c.unit).outerjoin(org, known))
        .where(serving(post, at), org.c.name.is_(None), in_charge(unit), there("orgs", at))
    )


def _two_leaders(at: At) -> Select[Any]:
    post, unit = live("posts", at), units(at)
    leads = sa.and_(serving(post, at), post.c.post == "书记")
    several = (
        sa.select(post.c.unit, post.c.org)
        .where(leads)
        .group_by(post.c.unit, post.c.org)
        .having(sa.func.count(post.c.person.distinct()) > 1)
        .subquery()
    )
    same = sa.and_(several.c.unit == post.c.unit, several.c.org == post.c.org)
    return (
        rows("posts", post.c.id, unit, post.c.unit, name=post.c.name, org=post.c.org, started=post.c.started_on)
        .select_from(post.join(several, same).outerjoin(unit, unit.c.unit == post.c.unit))
        .where(leads, in_charge(unit))
    )


def _board(at: At) -> Subquery:
    """How many persons serve on each board."""
    post = live("posts", at)
    people = sa.func.count(post.c.person.distinct()).label("people")
    return (
        sa.select(post.c.unit, post.c.org, people).where(serving(post, at)).group_by(post.c.unit, post.c.org).subquery()
    )


def _other_count(at: At) -> Select[Any]:
    org, unit, board = live("orgs", at), units(at), _board(at)
    people = sa.func.coalesce(board.c.people, 0)
    own = sa.and_(board.c.unit == org.c.unit, board.c.org == org.c.name)
    return (
        rows("orgs", org.c.id, unit, org.c.unit, org=org.c.name, filled=org.c.filled, people=people)
        .select_from(org.outerjoin(unit, unit.c.unit == org.c.unit).outerjoin(board, own))
        .where(stands(org, at), in_charge(unit), org.c.filled != people, there("posts", at))
    )


def _too_many_full(at: At) -> Select[Any]:
    unit, register, org = units(at), live("units", at), live("orgs", at)

    def more(ledger: str, row: Subquery) -> Select[Any]:
        facts = {"name": row.c.name, "full": row.c.full_members, "members": row.c.members}
        name = row.c.name if row is register else row.c.unit
        return (
            rows(ledger, row.c.id, unit, name, **facts)
            .select_from(row.outerjoin(unit, unit.c.unit == name))
            .where(row.c.full_members > row.c.members)
        )

    return sa.select(sa.union_all(more("units", register), more("orgs", org)).subquery())


def _unknown_weak(at: At) -> Select[Any]:
    weak, unit, org = live("weak_orgs", at), units(at), registered(at)
    known = sa.and_(org.c.unit == weak.c.unit, org.c.name == weak.c.org)
    return (
        rows("weak_orgs", weak.c.id, unit, weak.c.unit, org=weak.c.org, year=weak.c.year)
        .select_from(weak.outerjoin(unit, unit.c.unit == weak.c.unit).outerjoin(org, known))
        .where(weak.c.listed_on <= at.as_of, org.c.name.is_(None), in_charge(unit), there("orgs", at))
    )


def _odd(
    id: str,
    name: str,
    word: str,
    counts: Any,
    looked_for: str,
    at: str,
    says: str,
    *facts: str,
    note: str,
    settings: tuple[str, ...] = (),
) -> Prompt:
    return Prompt(
        id, name, word, counts, numerator=looked_for, decided_by=at, says=says, facts=("unit", *facts), note=note,
        settings=settings, kind="前后对不上",
    )  # fmt: skip


PROMPTS = (
    _odd("Q01", "名册写着涉改，处置台账里没有", "家", _without_reform,
         "单位名册中涉改、处置台账中没有记录的单位", "is_reform", "名册写着涉改，处置台账里没有这一家",
         note="可能是处置台账漏了一行，也可能名册写错了。"),
    _odd("Q02", "处置台账里有，名册写着不涉改", "家", _without_register,
         "处置台账中有记录、单位名册中不涉改的单位", "unit", "处置台账里有这一家，名册写着不涉改",
         note="可能是后来才纳入改革，名册还没有改。"),
    _odd("Q03", "处置台账与名册写的不一样", "处", _other_reform,
         "处置方式或改革类型在两本台账里不一样的单位", "disposition", "名册写的是{listed}，处置台账写的是{own}",
         "listed", "own", note="各项数字按处置台账的算。方案调整过的，请把名册也改过来。"),
    _odd("Q04", "状态写已销号，没有销号日期", "项", _closed_without_day,
         "整改状态是已销号、销号日期空白的问题", "status_text", "状态写已销号，没有销号日期：{text}", "text",
         note="没有销号日期的按待验收统计。"),
    _odd("Q05", "报了完成，等验收很久", "项", _long_waiting,
         "自报完成已满{待验收提醒天数}天、还没有销号的问题", "reported_on", "{reported}报完成，已等{days}天",
         "reported", "days", note="可能已经验收，销号日期还没有填。", settings=(WAITING,)),
    _odd("Q06", "任职的党组织不在名册里", "人次", _unknown_boards,
         "在任的人所在的党组织，党组织名册里查不到", "org", "{name}任{post}的“{org}”，党组织名册里没有",
         "name", "post", "org", note="多半是两本台账里的名称写得不一样。"),
    _odd("Q07", "同一个党组织有两名在任书记", "人", _two_leaders,
         "同一个党组织里同时在任的书记不止一人", "post", "{org}：{name}，{started}起任书记",
         "org", "name", "started", note="可能是前任书记的离任日期还没有填。"),
    _odd("Q08", "现任委员数与任职台账的人数不一样", "个", _other_count,
         "党组织名册的现任委员数，与任职台账中在任的人数不相等", "filled",
         "{org}：名册写现任{filled}人，任职台账在任{people}人", "org", "filled", "people",
         note="可能有人已经离任或新任，只改了一本台账。"),
    _odd("Q09", "正式党员数比党员数多", "处", _too_many_full,
         "正式党员数大于党员数的单位和党组织", "full_members", "{name}：党员{members}人，其中正式党员{full}人",
         "name", "members", "full", note="可能两列填反了。"),
    _odd("Q10", "软弱涣散党组织不在名册里", "个", _unknown_weak,
         "列入整顿的党组织，党组织名册里查不到", "org", "{year}年列入的“{org}”，党组织名册里没有",
         "org", "year", note="多半是名称写得不一样，也可能已经撤销。"),
)  # fmt: skip
