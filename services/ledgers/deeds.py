"""办实事: how much of 好政策 and 老大难 is done, beside the published totals (K31)."""

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Select

from services.indicators import At, Counted, Indicator, live
from services.indicators.sql import flag
from services.ledgers import handling
from services.ledgers.population import in_charge, split, units

KINDS: dict[str, tuple[str, ...]] = {
    "好政策": (
        "“好政策”",
        "“好政策”清单",
        "好政策清单",
        "政策清单",
        "政策",
        "惠民政策",
        "惠企政策",
        "好政策事项",
        "好政策类",
    ),
    "老大难": (
        "“老大难”",
        "“老大难”问题",
        "“老大难”清单",
        "“老大难”问题清单",
        "老大难问题",
        "老大难清单",
        "老大难问题清单",
        "老大难事项",
        "老大难类",
        "难题",
    ),
}
# The published totals, as settings of 目标与口径.
PUBLISHED = {"好政策": "好政策公布数", "老大难": "老大难公布数"}


def _matters(at: At) -> Select[Any]:
    row, unit = live("livelihood", at), units(at)
    state = handling.state(row, at)
    return (
        sa.select(
            sa.literal("livelihood").label("ledger"), row.c.id.label("row"), *split(unit, row.c.unit), row.c.category,
            state.label("state"), flag(state == handling.CLOSED).label("done"), row.c.beneficiaries,
        )
        .select_from(row.outerjoin(unit, unit.c.unit == row.c.unit))
        .where(in_charge(unit), sa.or_(row.c.listed_on.is_(None), row.c.listed_on <= at.as_of))
    )  # fmt: skip


def _beside_published(counted: Counted, at: At) -> dict[str, Any]:
    kinds: dict[str, Any] = {
        kind: {"n": counted.count(category=kind, done=1), "of": counted.count(category=kind)} for kind in KINDS
    }
    if counted.whole:
        kinds = {kind: {**kinds[kind], "published": at.number(item)} for kind, item in PUBLISHED.items()}
    people = sum(counted.numbers("beneficiaries"))
    return {**kinds, "states": handling.states(counted), "beneficiaries": people}


def _kinds(values: Mapping[str, Any]) -> str:
    said = []
    for kind in KINDS:
        published = values[kind].get("published")
        beside = "" if published is None else f"（对外公布{published}件）"
        said.append(f"台账{kind}{values[kind]['of']}件{beside}，办结{values[kind]['n']}件")
    return "；".join(said)


INDICATORS = (
    Indicator(
        "K31", "办实事办结率", "件", _matters,
        numerator="办结日期不晚于截至日期的事项", denominator="截至日期前列入清单的事项，只计在管单位",
        decided_by="closed_on", counted_by="item", facts=("category", "state", "beneficiaries"),
        values=_beside_published, tells=_kinds, settings=tuple(PUBLISHED.values()), orders={"state": handling.STATES},
        note="好政策、老大难按台账逐件计数。对外公布的总数（预设263件和334件，见目标与口径）另列在旁，"
        "不作分母，也不要求与台账数相等。写已办结而没有办结日期的不算办结。",
    ),
)  # fmt: skip
