"""党员服务岗、先锋岗、突击队: how many stand at T, and with how many members (K33, K33a)."""

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Select

from services.indicators import At, Counted, Indicator, live
from services.ledgers.population import in_charge, split, units

TYPES: dict[str, tuple[str, ...]] = {
    "党员服务岗": ("服务岗", "党员服务岗位", "党员志愿服务岗"),
    "党员先锋岗": ("先锋岗", "党员先锋岗位", "党员先锋示范岗", "先锋示范岗"),
    "党员突击队": ("突击队", "党员先锋突击队", "党员攻坚突击队"),
}
TEAM, GONE = "党员突击队", "已撤销"


def _standing(at: At) -> Select[Any]:
    row, unit = live("pioneers", at), units(at)
    gone = sa.or_(
        row.c.ended_on <= at.as_of, sa.and_(row.c.ended_on.is_(None), sa.func.coalesce(row.c.status, "") == GONE)
    )
    return (
        sa.select(
            sa.literal("pioneers").label("ledger"), row.c.id.label("row"), *split(unit, row.c.unit), row.c.type,
            row.c.members, sa.literal(1).label("done"),
        )
        .select_from(row.outerjoin(unit, unit.c.unit == row.c.unit))
        .where(
            in_charge(unit), sa.not_(sa.func.coalesce(gone, sa.false())),
            sa.or_(row.c.founded_on.is_(None), row.c.founded_on <= at.as_of),
        )
    )  # fmt: skip


def _manned(at: At) -> Select[Any]:
    found = _standing(at).subquery()
    return sa.select(found).where(found.c.members > 0)


def _members(counted: Counted, at: At) -> dict[str, Any]:
    types = {
        type: {"n": counted.count(type=type), "members": sum(counted.numbers("members", type=type))} for type in TYPES
    }
    every = counted.numbers("members")
    return {"types": types, "members": sum(every), "without_members": counted.count() - sum(each > 0 for each in every)}


def _said(values: Mapping[str, Any]) -> str:
    types = "，".join(
        f"{type}{each['n']}个{each['members']}人次" for type, each in values["types"].items() if each["n"]
    )
    missing = f"{values['without_members']}个没有写人数" if values["without_members"] else ""
    return "；".join(filter(None, (types, missing)))


INDICATORS = (
    Indicator(
        "K33", "党员服务岗、先锋岗、突击队数", "个", _standing, share=False,
        numerator="成立日期不晚于截至日期、没有撤销的岗和队，没有写成立日期的也计入，只计在管单位",
        decided_by="name", facts=("type", "members"), values=_members, tells=_said,
        note="按类型分列，另列人数（同一人在几个岗、队的，各计一次）和没有写人数的岗、队数。",
    ),
    Indicator(
        "K33a", "在岗在队党员", "人次", _manned, share=False, sums="members",
        numerator="K33所计的岗和队的党员人数之和，同一人在几个岗、队的，各计一次", decided_by="members",
    ),
)  # fmt: skip
