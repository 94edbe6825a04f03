"""达标: each item of each unit as the newest check found it, and the items nobody has checked (K23, K23a)."""

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Select, Subquery

from services.indicators import At, Counted, Indicator, live
from services.indicators.sql import flag
from services.ledgers.population import split, units

RESULTS: dict[str, tuple[str, ...]] = {
    "达标": ("合格", "已达标", "符合", "通过", "是", "√", "✓", "✔", "☑"),
    "基本达标": ("基本合格", "基本符合", "部分达标"),
    "不达标": ("不合格", "未达标", "不符合", "未通过", "否", "×", "✗", "✘", "X"),
    "不适用": ("不涉及", "无此项", "不考核", "N/A", "/"),
    "未检查": ("未查", "待检查", "尚未检查", "未检"),
}
# The usual 一级指标; an office that has others finds them after these.
GROUPS = ("政治建设", "组织设置", "班子队伍", "组织生活", "党员教育管理", "发展党员", "责任落实", "阵地保障")
SKIPPED, UNCHECKED, MET = "不适用", "未检查", "达标"


def _newest(at: At) -> Subquery:
    """Give each item of each unit as the newest check by T found it; 未检查 leaves an older result standing."""
    row, unit = live("standards", at), units(at)
    order = (flag(row.c.result == UNCHECKED), row.c.checked_on.desc(), row.c.id.desc())
    name, _, *others = split(unit, row.c.unit)
    return (
        sa.select(
            sa.literal("standards").label("ledger"), row.c.id.label("row"), name, row.c.domain, *others,
            row.c.org, row.c.group, row.c.result,
            sa.func.row_number().over(
                partition_by=(row.c.unit, row.c.org, row.c.domain, row.c.item_no), order_by=order
            ).label("age"),
        )
        .select_from(row.outerjoin(unit, unit.c.unit == row.c.unit))
        .where(row.c.checked_on <= at.as_of)
        .subquery()
    )  # fmt: skip


def _met(at: At) -> Select[Any]:
    item = _newest(at)
    checked = item.c.result.not_in((SKIPPED, UNCHECKED))
    return sa.select(
        item, flag(checked).label("counted"), flag(item.c.result == MET).label("done")
    ).where(item.c.age == 1)  # fmt: skip


def _unchecked(at: At) -> Select[Any]:
    item = _newest(at)
    return sa.select(item, sa.literal(1).label("done")).where(item.c.age == 1, item.c.result == UNCHECKED)


def _results(counted: Counted, at: At) -> dict[str, Any]:
    beside = {word: counted.count(counted=0, result=word) for word in (SKIPPED, UNCHECKED)}
    return {"results": {word: counted.count(result=word) for word in RESULTS if word not in beside} | beside}


def _said(values: Mapping[str, Any]) -> str:
    return "，".join(f"{word}{n}项" for word, n in values["results"].items() if n and word != MET)


INDICATORS = (
    Indicator(
        "K23", "标准化达标率", "项", _met,
        numerator="最近一次检查结果为达标的检查项", denominator="截至日期前检查过、适用的检查项",
        decided_by="result", facts=("result",), values=_results, tells=_said,
        orders={"group": GROUPS},
        note="基本达标不算达标。不适用、未检查不在分母，另列。同一项查过几次的，以截至日期前最近一次为准。",
    ),
    Indicator(
        "K23a", "未检查项", "项", _unchecked, share=False, adverse=True,
        numerator="检查台账中列了、到截至日期还没有检查的项", decided_by="result",
        orders={"group": GROUPS},
    ),
)  # fmt: skip
