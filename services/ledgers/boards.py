"""Which 在管 units have an organisation, and which organisations a full board (K03, K07)."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy import ColumnElement, Select, Subquery

from services.indicators import At, Counted, Indicator, live
from services.indicators.sql import flag
from services.ledger import Source
from services.ledgers.people import serving
from services.ledgers.population import in_charge, split, units

THREE_MEMBERS = Source("《中国共产党党和国家机关基层组织工作条例》（2019年修订）第五条至第七条", "A")


def stands(org: Subquery, at: At) -> ColumnElement[bool]:
    """Say whether the organisation is 正常 and founded by T (or its founding day is unknown)."""
    founded = sa.or_(org.c.founded_on.is_(None), org.c.founded_on <= at.as_of)
    return sa.and_(sa.func.coalesce(org.c.status, "正常") == "正常", founded)


def _covered(at: At) -> Select[Any]:
    unit, org = units(at), live("orgs", at)
    first = (
        sa.select(org.c.unit, sa.func.min(org.c.id).label("id")).where(stands(org, at)).group_by(org.c.unit).subquery()
    )
    has = first.c.id.is_not(None)
    return (
        sa.select(
            sa.literal("units").label("ledger"), unit.c.id.label("row"), *split(unit),
            flag(sa.or_(has, unit.c.full_members >= 3)).label("counted"),
            flag(has).label("done"),
            flag(unit.c.full_members.is_not(None)).label("known"),
            sa.literal("orgs").label("done_ledger"), first.c.id.label("done_row"),
        )
        .select_from(unit.outerjoin(first, first.c.unit == unit.c.unit))
        .where(in_charge(unit))
    )  # fmt: skip


def _beside(counted: Counted, at: At) -> dict[str, Any]:
    return {"under_three": counted.count(counted=0, known=1), "unknown": counted.count(counted=0, known=0)}


def _full_boards(at: At) -> Select[Any]:
    unit, org, post = units(at), live("orgs", at), live("posts", at)
    led = sa.select(post.c.unit, post.c.org).where(post.c.post == "书记", serving(post, at)).distinct().subquery()
    return (
        sa.select(
            sa.literal("orgs").label("ledger"), org.c.id.label("row"), *split(unit, org.c.unit), org.c.kind,
            flag(sa.and_(led.c.org.is_not(None), org.c.filled >= org.c.seats)).label("done"),
        )
        .select_from(
            org.outerjoin(unit, unit.c.unit == org.c.unit).outerjoin(
                led, sa.and_(led.c.unit == org.c.unit, led.c.org == org.c.name)
            )
        )
        .where(in_charge(unit), stands(org, at), org.c.seats.is_not(None))
    )  # fmt: skip


INDICATORS = (
    Indicator(
        "K03", "党组织覆盖率", "家", _covered,
        numerator="有状态正常且已成立的党组织（单独或联合）的在管单位",
        denominator="在管单位中正式党员3人以上或已有党组织的",
        decided_by="name", counted_by="full_members", facts=("known",), values=_beside,
        note="正式党员不足3人和人数不明、又没有党组织的单位另列。成立日期不明的视为已成立。",
        source=THREE_MEMBERS,
    ),
    Indicator(
        "K07", "班子配齐率", "个", _full_boards,
        numerator="有在任书记且现任委员数不少于应配委员数的党组织",
        denominator="在管单位中状态正常、已成立、填了应配委员数的党组织",
        decided_by="filled", counted_by="seats", note="现任委员数没有填的，不算配齐。",
    ),
)  # fmt: skip
