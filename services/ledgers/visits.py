"""走访与诉求: who was visited in the year, and how long the open requests have waited (K30, K30a)."""

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Select

from services.indicators import At, Counted, Indicator, live
from services.indicators.sql import days_between, flag
from services.ledgers import handling
from services.ledgers.population import in_charge, split, units
from services.share import mean, median, written

NO_REQUEST = ("无", "无诉求", "暂无", "暂无诉求", "没有", "无问题", "未提出诉求", "未反映问题", "/", "-", "—", "——")
BANDS = ("30天以内", "31至90天", "90天以上", "走访日期不详")


def _assigned(at: At) -> Select[Any]:
    """One thing per 在管 unit on the year's list, with the row of its newest visit of the year, else of its first."""
    row, unit = live("contacts", at), units(at)
    visited = row.c.visited_on.between(at.year_start, at.as_of)
    each = (
        sa.select(
            row.c.unit, sa.func.min(row.c.id).label("first"), sa.func.max(sa.case((visited, row.c.id))).label("visit"),
            sa.func.count(sa.case((visited, row.c.visited_on)).distinct()).label("visits"),
        )
        .where(sa.or_(row.c.year.is_(None), row.c.year == at.as_of.year, visited))
        .group_by(row.c.unit)
        .subquery()
    )  # fmt: skip
    return (
        sa.select(
            sa.literal("contacts").label("ledger"), sa.func.coalesce(each.c.visit, each.c.first).label("row"),
            *split(unit, each.c.unit), flag(each.c.visit.is_not(None)).label("done"), each.c.visits,
        )
        .select_from(each.outerjoin(unit, unit.c.unit == each.c.unit))
        .where(in_charge(unit))
    )  # fmt: skip


def _requests(at: At) -> Select[Any]:
    row, unit = live("contacts", at), units(at)
    state, days = handling.state(row, at), days_between(row.c.visited_on, at.as_of)
    band = sa.case((days <= 30, BANDS[0]), (days <= 90, BANDS[1]), (days > 90, BANDS[2]), else_=BANDS[3])
    return (
        sa.select(
            sa.literal("contacts").label("ledger"), row.c.id.label("row"), *split(unit, row.c.unit), row.c.category,
            state.label("state"), days.label("days"), band.label("band"), sa.literal(1).label("done"),
            flag(state != handling.CLOSED).label("counted"),
        )
        .select_from(row.outerjoin(unit, unit.c.unit == row.c.unit))
        .where(
            in_charge(unit), row.c.matter.not_in(NO_REQUEST),
            sa.or_(row.c.visited_on.is_(None), row.c.visited_on <= at.as_of),
        )
    )  # fmt: skip


def _ages(counted: Counted, at: At) -> dict[str, Any]:
    days = counted.numbers("days")
    return {
        "days_mean": mean(days), "days_median": median(days), "over_30": sum(each > 30 for each in days),
        "over_90": sum(each > 90 for each in days), "late": counted.count(state=handling.LATE),
        "closed": counted.count(counted=0),
    }  # fmt: skip


def _waited(values: Mapping[str, Any]) -> str:
    if values["days_mean"] is None:
        return f"已办结{values['closed']}项"
    return (
        f"平均等了{written(values['days_mean'])}天，中位数{written(values['days_median'])}天；超过30天的{values['over_30']}项，"
        f"超过90天的{values['over_90']}项；超过办理时限的{values['late']}项；已办结{values['closed']}项"
    )


INDICATORS = (
    Indicator(
        "K30", "联系点走访覆盖率", "家", _assigned,
        numerator="当年到截至日期走访过的联系单位", denominator="列入当年（或没有写年度）的联系单位，只计在管单位",
        decided_by="visited_on", counted_by="unit", facts=("visits",),
        values=lambda counted, at: {"visits": sum(counted.numbers("visits"))},
        tells=lambda values: f"走访{values['visits']}次",
        note="另列走访次数，同一天到同一单位算一次。",
    ),
    Indicator(
        "K30a", "未办结诉求", "项", _requests, share=False, adverse=True,
        numerator="走访日期不晚于截至日期、到截至日期还没有办结的诉求，只计在管单位",
        decided_by="matter", facts=("state", "days"), values=_ages, tells=_waited,
        orders={"band": BANDS, "state": handling.STATES}, titles={"band": "等待天数"},
        note="等待天数从走访日期算到截至日期，另列平均数、中位数、超过30天和超过90天的项数、超过办理时限的项数。",
    ),
)  # fmt: skip
