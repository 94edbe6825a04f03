"""清廉机关建设: how far the tasks of 制度体系, 干部队伍 and 廉洁文化 are (K34)."""

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Select

from services.indicators import At, Counted, Indicator, live
from services.indicators.sql import flag
from services.ledgers import handling
from services.ledgers.population import in_charge, split, units

AREAS: dict[str, tuple[str, ...]] = {
    "制度体系": ("制度体系建设", "制度建设", "清廉制度", "制度", "健全制度体系"),
    "干部队伍": ("干部队伍建设", "队伍建设", "清廉干部", "清廉队伍", "干部", "建强干部队伍"),
    "廉洁文化": ("廉洁文化建设", "文化建设", "清廉文化", "廉政文化", "文化", "培育廉洁文化"),
}


def _tasks(at: At) -> Select[Any]:
    row, unit = live("integrity", at), units(at)
    state = handling.state(row, at)
    return (
        sa.select(
            sa.literal("integrity").label("ledger"), row.c.id.label("row"), *split(unit, row.c.unit), row.c.area,
            state.label("state"), flag(state == handling.CLOSED).label("done"),
            sa.case((state == handling.LATE, handling.late(row, at))).label("late"),
        )
        .select_from(row.outerjoin(unit, unit.c.unit == row.c.unit))
        .where(in_charge(unit), sa.or_(row.c.assigned_on.is_(None), row.c.assigned_on <= at.as_of))
    )  # fmt: skip


def _progress(counted: Counted, at: At) -> dict[str, Any]:
    areas = {
        area: {"n": counted.count(area=area, done=1), "of": counted.count(area=area),
               "late": counted.count(area=area, state=handling.LATE)}
        for area in AREAS
    }  # fmt: skip
    return {"states": handling.states(counted), "areas": areas, "days_max": max(counted.numbers("late"), default=None)}


def _said(values: Mapping[str, Any]) -> str:
    areas = "，".join(f"{area}{each['n']}/{each['of']}项" for area, each in values["areas"].items() if each["of"])
    late = values["states"][handling.LATE]
    return "；".join(filter(None, (areas, f"逾期{late}项，最长{values['days_max']}天" if late else "没有逾期")))


INDICATORS = (
    Indicator(
        "K34", "清廉机关建设任务完成率", "项", _tasks,
        numerator="办结日期不晚于截至日期的任务", denominator="截至日期前下达的任务，只计在管单位",
        decided_by="closed_on", counted_by="task", facts=("area", "state", "late"), values=_progress, tells=_said,
        orders={"state": handling.STATES},
        note="按制度体系、干部队伍、廉洁文化分列。超过完成时限没有办结的是逾期，到期当天不算。长期坚持的任务在分母，"
        "不算完成，也不算逾期。写已办结而没有办结日期的不算完成。",
    ),
)  # fmt: skip
