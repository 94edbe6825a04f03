"""学习宣讲活动: what was held, of which kind, who spoke and how many came (ledgers.md §3.11, K35)."""

from datetime import date
from typing import Any

from services.ledger import Chart, Facts, Ledger, Rule, Values
from services.ledgers.lectures import INDICATORS, KINDS
from services.store import columns as col
from services.store.row import Row


class Study(Row, table=True):
    """One event of one unit."""

    __tablename__ = "study"

    unit: str = col.unit("主办单位", "承办单位", "组织单位", "举办单位", "牵头单位", "开展单位", "参学单位")
    activity: str = col.text(
        "活动", "活动名称", "活动主题", "主题", "学习主题", "宣讲主题", "讲座主题", "党课题目", "题目", "学习活动",
        "宣讲活动", "活动内容", "学习内容", "宣讲内容", required=True,
    )  # fmt: skip
    kind: str | None = col.choice(
        "类型", "活动类型", "活动类别", "类别", "活动形式", "学习形式", "形式", "方式", choices=KINDS, expected=True
    )
    held_on: date = col.day(
        "日期", "活动日期", "活动时间", "时间", "开展日期", "开展时间", "举办日期", "举办时间", "学习日期", "学习时间",
        "宣讲日期", "宣讲时间", required=True,
    )  # fmt: skip
    place: str | None = col.text("地点", "活动地点", "举办地点", "学习地点")
    speakers: str | None = col.text(
        "主讲人", "宣讲人", "授课人", "报告人", "主讲", "讲师", "宣讲员", "领学人", person=True, expected=True
    )
    people: int | None = col.count(
        "参加人数", "参加人次", "参与人数", "参与人次", "人数", "人次", "参会人数", "听讲人数", "听众人数", "受众人数",
        "参学人数", "参学人次", "覆盖人数", "受教育人数", expected=True,
    )  # fmt: skip
    remark: str | None = col.text("备注", "说明")


def _derive(values: Values, facts: Facts) -> dict[str, Any]:
    """Give the kind that the activity names: “党课开讲啦”第三期."""
    named = [kind for kind in KINDS if kind in (values.get("activity") or "")]
    return {"kind": named[0]} if len(named) == 1 else {}


def _uncounted(values: Values, facts: Facts) -> str | None:
    return "people" if not values.get("people") and (values.get("held_on") or date.max) <= facts.today else None


LEDGER = Ledger(
    id="study", title="学习宣讲活动", table=Study, keys=(("unit", "activity", "held_on"),), unit_word="场", order=220,
    sections="kind",
    since="held_on",
    purpose="联组研学、青年理论学习、宣讲报告会、专题讲座、党课各办了多少场，多少人次参加",
    work="学习",
    awaited=True,
    derive=_derive,
    rules=(
        Rule("required_missing", "warning", "办过的活动要写参加人数", _uncounted,
             "共{count}场活动没有写参加人数，计入场数，不计人次", "请补填参加人数", counted=True),
    ),
    indicators=INDICATORS,
    charts=(
        Chart("哪一类办得多", "K35", "kind", "counts"),
        Chart("每月办了多少场", "K35", "month", "months"),
        Chart("每月多少人次参加", "K35a", "month", "months"),
    ),
)  # fmt: skip
