"""学习宣讲: how often in the year, of which kind, who spoke and how many came (K35, K35a)."""

import re
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Select

from services.indicators import At, Counted, Indicator, live
from services.indicators.sql import month
from services.ledgers.population import ours, split, units

KINDS: dict[str, tuple[str, ...]] = {
    "联组研学": ("联组学习", "联学", "联学联研", "联组"),
    "青年理论学习": ("青年理论学习小组", "青年理论学习活动", "青年学习", "青年理论学习小组活动"),
    "宣讲报告会": ("宣讲", "报告会", "宣讲会", "宣讲活动", "宣讲报告"),
    "专题讲座": ("讲座", "专题辅导", "辅导报告", "专题报告"),
    "党课开讲啦": ("党课", "微党课", "讲党课", "党课开讲"),
    "其他": ("其它",),
}


def _held(at: At) -> Select[Any]:
    row, unit = live("study", at), units(at)
    return (
        sa.select(
            sa.literal("study").label("ledger"), row.c.id.label("row"), *split(unit, row.c.unit), row.c.kind,
            month(row.c.held_on).label("month"), row.c.people, row.c.speakers, sa.literal(1).label("done"),
        )
        .select_from(row.outerjoin(unit, unit.c.unit == row.c.unit))
        .where(row.c.held_on.between(at.year_start, at.as_of), ours(unit, row.c.held_on))
    )  # fmt: skip


def _attended(at: At) -> Select[Any]:
    found = _held(at).subquery()
    return sa.select(found).where(found.c.people > 0)


def _names(said: str) -> list[str]:
    """Give the names of several speakers; 张　三 is one name, 张三 李四 are two."""
    joined = re.sub(r"(?<!\S)(\S)\s+(\S)(?!\S)", r"\1\2", re.sub("[、，,；;/]", "\n", said))
    return joined.split()


def _totals(counted: Counted, at: At) -> dict[str, Any]:
    kinds = {
        kind: {"n": counted.count(kind=kind), "people": sum(counted.numbers("people", kind=kind))} for kind in KINDS
    }
    speakers = {name for said in counted.kinds("speakers") for name in _names(said)}
    return {"kinds": kinds, "people": sum(counted.numbers("people")), "speakers": len(speakers)}


INDICATORS = (
    Indicator(
        "K35", "学习宣讲活动场数", "场", _held, share=False,
        numerator="当年到截至日期办过的活动；单位移交以后办的不计", decided_by="held_on",
        facts=("kind", "people", "speakers"), values=_totals,
        tells=lambda values: f"{values['people']}人次参加，主讲{values['speakers']}人", titles={"month": "月份"},
        note="按类型分列，另列参加人次和主讲人数。主讲人按姓名计，同名的算一人。",
    ),
    Indicator(
        "K35a", "学习宣讲参加人次", "人次", _attended, share=False, sums="people",
        numerator="K35所计的活动的参加人数之和", decided_by="people", titles={"month": "月份"},
    ),
)  # fmt: skip
