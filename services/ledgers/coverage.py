"""涉改覆盖: how far the registered units are with their disposal (K01, K01a, K02)."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy import Select

from services.indicators import At, Counted, Indicator
from services.indicators.sql import days_between, flag
from services.ledger import Source
from services.ledgers.population import WITHDRAWN, split, units
from services.share import median

APPROVAL = Source("《中国共产党党和国家机关基层组织工作条例》（2019年修订）第三十七条", "A")
STAGES = ("未启动", "已请示", "已批复", "已完成", "暂缓", WITHDRAWN)


def task(counted: Counted, at: At, item: str) -> dict[str, Any]:
    """Give the registered units of a task and, for the whole task, its target and the gap between them."""
    registered = counted.count() + counted.count(counted=0)
    if not counted.whole:
        return {"registered": registered}
    target = at.number(item)
    return {"registered": registered, "target": target, "gap": target - registered}


def _disposed(at: At) -> Select[Any]:
    unit = units(at)
    stays = unit.c.status_text != WITHDRAWN
    return sa.select(
        sa.literal("units").label("ledger"), unit.c.id.label("row"), *split(unit),
        flag(stays).label("counted"),
        flag(sa.and_(stays, unit.c.completed_on <= at.as_of)).label("done"),
        sa.literal("reform").label("done_ledger"), unit.c.reform_id.label("done_row"),
    ).where(unit.c.is_reform)  # fmt: skip


def _stages(at: At) -> Select[Any]:
    unit = units(at)
    state = sa.case(
        (unit.c.status_text == WITHDRAWN, WITHDRAWN),
        (unit.c.completed_on <= at.as_of, "已完成"),
        (unit.c.status_text == "暂缓", "暂缓"),
        (unit.c.approved_on <= at.as_of, "已批复"),
        (unit.c.requested_on <= at.as_of, "已请示"),
        else_="未启动",
    )
    return sa.select(
        sa.literal("units").label("ledger"), unit.c.id.label("row"), *split(unit),
        state.label("state"), sa.literal(1).label("done"),
    ).where(unit.c.is_reform)  # fmt: skip


def _in_step(at: At) -> Select[Any]:
    unit = units(at)
    dated = sa.and_(unit.c.reform_on <= at.as_of, unit.c.approved_on <= at.as_of)
    lag = days_between(unit.c.reform_on, unit.c.approved_on)
    entered = unit.c.reform_id.is_not(None)
    return sa.select(
        sa.case((entered, "reform"), else_="units").label("ledger"),
        sa.func.coalesce(unit.c.reform_id, unit.c.id).label("row"), *split(unit),
        sa.case((~entered, "is_reform")).label("field"),
        flag(dated).label("counted"),
        flag(sa.and_(dated, lag <= at.number("同步天数"))).label("done"),
        lag.label("days"),
    ).where(unit.c.is_reform, unit.c.status_text != WITHDRAWN)  # fmt: skip


INDICATORS = (
    Indicator(
        "K01", "涉改单位处置完成率", "家", _disposed,
        numerator="处置台账中完成日期不晚于截至日期的涉改单位",
        denominator="涉改任务基数，减去不再涉及的单位；分组时为该组在册的涉改单位",
        decided_by="completed_on", counted_by="is_reform", target="涉改任务基数",
        note="移交出去的单位仍在任务之内。差额是任务基数减名册登记数。",
        values=lambda counted, at: task(counted, at, "涉改任务基数"),
    ),
    Indicator(
        "K01a", "处置阶段分布", "家", _stages, share=False,
        numerator="名册登记的涉改单位，按处置台账的日期分为未启动、已请示、已批复、已完成，另列暂缓和不再涉及",
        decided_by="is_reform", facts=("state",), orders={"state": STAGES},
        note="阶段由日期得出，不取自状态文字。暂缓、不再涉及取自状态。",
        values=lambda counted, at: {stage: counted.count(state=stage) for stage in STAGES},
        source=APPROVAL,
    ),
    Indicator(
        "K02", "组织与机构改革同步率", "家", _in_step,
        numerator="批复日期距机构改革落地日期不超过同步天数的单位",
        denominator="两个日期都不晚于截至日期的涉改单位，不含不再涉及的",
        decided_by="approved_on", counted_by="reform_on", facts=("days",), settings=("同步天数",),
        note="另列相隔天数的中位数和缺日期的家数。同步天数见目标与口径。",
        values=lambda counted, at: {
            "median": median(counted.numbers("days")), "undated": counted.count(counted=0),
        },
    ),
)  # fmt: skip
