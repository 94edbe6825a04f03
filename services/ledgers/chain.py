"""责任链: how many duties are done in each link, 知责明责 → 履责尽责 → 督责考责 (K26)."""

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Select

from services.indicators import At, Counted, Indicator, live
from services.indicators.sql import flag
from services.ledgers import handling
from services.ledgers.population import in_charge, split, units

LINKS: dict[str, tuple[str, ...]] = {
    "知责明责": ("知责", "明责", "知责明责环节"),
    "履责尽责": ("履责", "尽责", "履责尽责环节"),
    "督责考责": ("督责", "考责", "督责考责环节", "督责问责"),
}


def _duties(at: At) -> Select[Any]:
    row, unit = live("duties", at), units(at)
    state = handling.state(row, at)
    return (
        sa.select(
            sa.literal("duties").label("ledger"), row.c.id.label("row"), *split(unit, row.c.unit), row.c.link,
            row.c.holder, state.label("state"), flag(state == handling.CLOSED).label("done"),
        )
        .select_from(row.outerjoin(unit, unit.c.unit == row.c.unit))
        .where(in_charge(unit), sa.or_(row.c.assigned_on.is_(None), row.c.assigned_on <= at.as_of))
    )  # fmt: skip


def _links(counted: Counted, at: At) -> dict[str, Any]:
    links = {link: {"n": counted.count(link=link, done=1), "of": counted.count(link=link)} for link in LINKS}
    return {"links": links, "states": handling.states(counted)}


def _said(values: Mapping[str, Any]) -> str:
    late = values["states"][handling.LATE]
    links = "，".join(f"{link}{each['n']}/{each['of']}项" for link, each in values["links"].items() if each["of"])
    return f"{links}；逾期{late}项" if late else links


INDICATORS = (
    Indicator(
        "K26", "责任清单落实率", "项", _duties,
        numerator="办结日期不晚于截至日期的责任事项", denominator="截至日期前明确的责任事项，只计在管单位",
        decided_by="closed_on", counted_by="text", facts=("link", "state"), values=_links, tells=_said,
        orders={"state": handling.STATES},
        note="按知责明责、履责尽责、督责考责三环分列。长期坚持的事项在分母，不算落实，也不算逾期。"
        "写已办结而没有办结日期的不算落实。",
    ),
)  # fmt: skip
