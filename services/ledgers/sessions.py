"""培训班次: the courses held, their kind and their hours (ledgers.md §3.6)."""

from datetime import date
from typing import Any

from services.ledger import Facts, Ledger, Rule, Values
from services.store import columns as col
from services.store.row import Row

CATEGORIES: dict[str, tuple[str, ...]] = {"教育培训": (), "实践锻炼": (), "专业训练": ()}
MODES: dict[str, tuple[str, ...]] = {"集中培训": (), "集体学习": (), "网络学习": ("网络培训",), "现场教学": ()}


class Session(Row, table=True):
    """One course."""

    __tablename__ = "sessions"

    name: str = col.text("班次名称", "培训班", "课程名称", "培训名称", required=True)
    year: int | None = col.year("年度")
    host: str | None = col.text("主办单位")
    level: str | None = col.choice(
        "主办层级", choices=dict.fromkeys(("中央", "省", "市", "县", "工委", "单位"), ()), expected=True
    )
    category: str = col.choice("培养类别", "类别", choices=CATEGORIES, required=True)
    mode: str = col.choice("培训方式", choices=MODES, required=True)
    is_induction: bool | None = col.yes("是否任职培训")
    started_on: date = col.day("开始日期", required=True)
    ended_on: date | None = col.day("结束日期", ends=True)
    hours: float = col.hours("学时", "培训学时", required=True)
    planned_n: int | None = col.count("计划人数", expected=True)
    remark: str | None = col.text("备注", "说明")


def _derive(values: Values, facts: Facts) -> dict[str, Any]:
    start = values.get("started_on")
    return {"year": start.year if start else None}


def _ended_first(values: Values, facts: Facts) -> str | None:
    start, end = values.get("started_on"), values.get("ended_on")
    return "ended_on" if start and end and end < start else None


LEDGER = Ledger(
    id="sessions", title="培训班次", table=Session, keys=(("year", "name", "started_on"),), unit_word="期", order=60,
    scope="year",
    since="started_on",
    purpose="办了哪些班，属于哪一类，多少学时",
    work="培训",
    derive=_derive,
    rules=(
        Rule("order_conflict", "error", "结束日期不早于开始日期", _ended_first,
             "结束日期{ended_on}早于开始日期{started_on}", "请核对两个日期"),
    ),
)  # fmt: skip
