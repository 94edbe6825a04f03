"""支部创新案例: which cases of the year were awarded (K32)."""

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Select

from services.indicators import At, Counted, Indicator, live
from services.indicators.sql import flag
from services.ledgers.population import ours, split, units

AWARDS: dict[str, tuple[str, ...]] = {
    "十佳": ("十佳案例", "十佳创新案例", "十佳支部创新案例", "十佳支部", "十佳奖"),
    "百优": ("百优案例", "百优创新案例", "百优支部创新案例", "百优支部", "百优奖"),
    "优秀": ("优秀案例", "优秀奖", "优秀创新案例"),
    "入围": ("入围奖", "提名", "提名奖", "入选"),
    "未获奖": ("未入选", "落选", "未评上", "未入围", "无", "—", "/"),
}
NOT_AWARDED = "未获奖"


def _awarded(at: At) -> Select[Any]:
    row, unit = live("cases", at), units(at)
    won = sa.and_(
        row.c.award != NOT_AWARDED, sa.or_(row.c.awarded_on.is_(None), row.c.awarded_on <= at.as_of)
    )  # fmt: skip
    return (
        sa.select(
            sa.literal("cases").label("ledger"), row.c.id.label("row"), *split(unit, row.c.unit), row.c.level,
            row.c.award, row.c.theme, sa.literal(1).label("done"), flag(won).label("counted"),
        )
        .select_from(row.outerjoin(unit, unit.c.unit == row.c.unit))
        .where(row.c.year == at.as_of.year, ours(unit, row.c.awarded_on))
    )  # fmt: skip


def _awards(counted: Counted, at: At) -> dict[str, Any]:
    awards = {award: counted.count(award=award) for award in AWARDS if award != NOT_AWARDED}
    others = counted.count(counted=0)
    return {"awards": awards, "units": len(counted.kinds("unit")), "entered": counted.count() + others}


def _said(values: Mapping[str, Any]) -> str:
    won = "、".join(f"{award}{n}个" for award, n in values["awards"].items() if n)
    return "，".join(filter(None, (won, f"{values['units']}家单位", f"参评{values['entered']}个")))


INDICATORS = (
    Indicator(
        "K32", "获奖支部创新案例数", "个", _awarded, share=False,
        numerator="当年评上奖项、评选日期不晚于截至日期的案例，没有写评选日期的也计入；单位移交以后评上的不计",
        decided_by="award", facts=("award", "unit"), values=_awards, tells=_said,
        note="按级别和奖项（十佳、百优）分列，另列涉及的单位数和当年参评的案例数。未获奖的不计入。",
    ),
)  # fmt: skip
