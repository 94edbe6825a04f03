"""模范机关: the three scores of the units in the newest year, and the 标兵 by field (K27, K27a)."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Select, Subquery

from services.indicators import At, Counted, Indicator, live
from services.indicators.sql import flag
from services.ledgers.population import in_charge, split, units
from services.share import tenths

SCORES = {"goal": "目标引领", "method": "方法路径", "appraisal": "考核评价"}
FIELDS: dict[str, tuple[str, ...]] = {
    "产业发展": ("产业", "服务产业发展"),
    "能源改革": ("能源", "能源革命", "能源综合改革"),
    "科技创新": ("科技", "创新"),
    "生态环境": ("生态", "生态环保", "环境保护"),
    "民生保障": ("民生", "服务民生"),
}
FULL, LINE = 100, "模范机关达标分数线"


def _newest(at: At) -> Subquery:
    """Give the rows of the newest year by T."""
    row = live("model_units", at)
    newest = sa.select(sa.func.max(row.c.year)).where(row.c.year <= at.as_of.year).scalar_subquery()
    return sa.select(row).where(row.c.year == newest).subquery()


def _scored(at: At) -> Select[Any]:
    """Give each unit once for each of the three sides; one without a score stands beside."""
    row, unit = _newest(at), units(at)
    sides = [
        sa.select(
            sa.literal("model_units").label("ledger"), row.c.id.label("row"), *split(unit, row.c.unit),
            sa.literal(title).label("side"), sa.literal(name).label("field"),
            row.c[name].label("score"), flag(row.c[name].is_not(None)).label("counted"),
            flag(row.c[name] >= at.number(LINE)).label("done"),
        )
        .select_from(row.outerjoin(unit, unit.c.unit == row.c.unit))
        .where(in_charge(unit))
        for name, title in SCORES.items()
    ]  # fmt: skip
    return sa.select(sa.union_all(*sides).subquery())


def _pacesetters(at: At) -> Select[Any]:
    row, unit = _newest(at), units(at)
    named = sa.or_(row.c.named_on.is_(None), row.c.named_on <= at.as_of)
    return (
        sa.select(
            sa.literal("model_units").label("ledger"), row.c.id.label("row"), *split(unit, row.c.unit),
            row.c.field.label("topic"), sa.literal(1).label("done"),
        )
        .select_from(row.outerjoin(unit, unit.c.unit == row.c.unit))
        .where(row.c.is_pacesetter, named, in_charge(unit))
    )  # fmt: skip


def _sides(counted: Counted, at: At) -> dict[str, Any]:
    def side(title: str) -> dict[str, Any]:
        scores = [Fraction(str(score)) for score in counted.numbers("score", side=title)]
        mean = tenths(Fraction(sum(scores)) / len(scores)) / 10 if scores else None
        return {"n": counted.count(side=title, done=1), "of": counted.count(side=title), "mean": mean}

    return {"sides": {title: side(title) for title in SCORES.values()}, "unscored": counted.count(counted=0)}


def _said(values: Mapping[str, Any]) -> str:
    means = "，".join(f"{side}平均{each['mean']}分" for side, each in values["sides"].items() if each["of"])
    return f"{means}；{values['unscored']}项没有得分" if values["unscored"] else means


INDICATORS = (
    Indicator(
        "K27", "模范机关三方面达标率", "项", _scored,
        numerator="得分不低于模范机关达标分数线的", denominator="最近一个年度的创建单位，目标引领、方法路径、考核评价"
        "各计一项，只计有得分的在管单位",
        decided_by="goal", facts=("side", "score"), values=_sides, tells=_said, orders={"side": tuple(SCORES.values())},
        titles={"side": "方面"}, settings=(LINE,),
        note="另列三方面的平均分和没有得分的项数。最近一个年度是截至日期所在年份及以前的。",
    ),
    Indicator(
        "K27a", "标兵单位", "家", _pacesetters, share=False,
        numerator="最近一个年度的标兵单位，按产业发展、能源改革、科技创新、生态环境、民生保障分列，只计在管单位",
        decided_by="is_pacesetter", orders={"topic": tuple(FIELDS)}, titles={"topic": "标兵领域"},
    ),
)  # fmt: skip
