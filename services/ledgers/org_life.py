"""组织生活: 三会一课, 主题党日, 组织生活会 and the like, as each 支部 held them (ledgers.md §3.11, K29)."""

from datetime import date
from typing import Any

from services.ledger import Chart, Facts, Ledger, Rule, Values
from services.ledgers.frequency import INDICATORS, RULES
from services.store import columns as col
from services.store.row import Row

TYPES: dict[str, tuple[str, ...]] = {
    "党员大会": ("支部党员大会", "支部大会", "党支部党员大会"),
    "支委会": ("支部委员会", "支部委员会会议", "党支部委员会", "支委会会议", "支部委员会议"),
    "党小组会": ("党小组会议", "小组会"),
    "党课": ("上党课", "讲党课", "专题党课", "党课教育"),
    "主题党日": ("主题党日活动", "党日活动", "固定党日", "支部主题党日"),
    "组织生活会": ("专题组织生活会", "年度组织生活会", "支部组织生活会"),
    "民主评议": ("民主评议党员", "党员民主评议"),
    "谈心谈话": ("谈心", "谈话", "谈心谈话活动"),
    "双重组织生活": ("双重组织生活会", "领导干部双重组织生活"),
}
MEETINGS = ("党员大会", "支委会")


class OrgLife(Row, table=True):
    """One meeting of one 支部. `quarter`, such as 2023-1: the part of the ledger that a file speaks of."""

    __tablename__ = "org_life"

    org: str = col.text(
        "党组织名称", "党支部", "党支部名称", "支部名称", "支部", "所在党支部", "党组织", "党组织全称", required=True
    )
    unit: str = col.unit()
    team: str | None = col.text("党小组", "党小组名称", "所在党小组")
    type: str = col.choice(
        "组织生活类型", "类型", "活动类型", "会议类型", "组织生活形式", "活动形式", "组织生活名称", "类别",
        choices=TYPES, required=True,
        ambiguous={"三会一课": "“三会一课”包括党员大会、支委会、党小组会和党课，请写明是哪一种"},
    )  # fmt: skip
    held_on: date = col.day(
        "日期", "召开日期", "召开时间", "开展日期", "开展时间", "活动日期", "活动时间", "会议日期", "会议时间", "时间",
        past=True, required=True,
    )  # fmt: skip
    topic: str | None = col.text("主题", "活动主题", "议题", "会议议题", "主要内容", "活动内容", "内容", expected=True)
    due_n: int | None = col.count("应到人数", "应到", "应参加人数", "应到会人数")
    present_n: int | None = col.count("实到人数", "实到", "参加人数", "实际参加人数", "实到会人数", expected=True)
    host: str | None = col.text("主持人", "召集人", "主讲人", person=True)
    place: str | None = col.text("地点", "活动地点", "会议地点")
    remark: str | None = col.text("备注", "说明")
    quarter: str | None = None


def _derive(values: Values, facts: Facts) -> dict[str, Any]:
    day = values.get("held_on")
    return {"quarter": f"{day.year}-{(day.month + 2) // 3}" if day else None}


def _too_many(values: Values, facts: Facts) -> str | None:
    due, present = values.get("due_n"), values.get("present_n")
    return "present_n" if due is not None and present is not None and present > due else None


def _few(values: Values, facts: Facts) -> str | None:
    due, present = values.get("due_n"), values.get("present_n")
    half = due and present is not None and present * 2 < due
    return "present_n" if half and values.get("type") in MEETINGS else None


def _unregistered(values: Values, facts: Facts) -> str | None:
    org, unit = values.get("org"), values.get("unit")
    known = any((row["name"], row["unit"]) == (org, unit) for row in facts.find("orgs", "name", org or ""))
    return "org" if org and not known else None  # as written there: K29 finds it by its very name


LEDGER = Ledger(
    id="org_life", title="组织生活", table=OrgLife, unit_word="次", order=160,
    keys=(("unit", "org", "team", "type", "held_on"), ("unit", "org", "type", "held_on")),
    scope="quarter",
    since="held_on",
    purpose="各支部的组织生活开展了没有，次数够不够",
    work="生活",
    derive=_derive,
    rules=(
        Rule("rule_broken", "error", "实到人数不超过应到人数", _too_many,
             "实到{present_n}人多于应到{due_n}人", "请核对两个数"),
        Rule("quorum", "warning", "党员大会、支委会到会人数应达到半数", _few,
             "实到{present_n}人，不足应到{due_n}人的半数", "请核对到会人数", RULES),
        Rule("rule_broken", "warning", "党组织应在党组织名册中，否则不计入频次", _unregistered,
             "共{count}次的党组织在党组织名册中查不到，不计入频次", "请核对党组织名称和单位，或先上传党组织名册",
             counted=True),
    ),
    indicators=INDICATORS,
    charts=(
        Chart("各类组织生活按期开展多少", "K29", "type", "shares"),
        Chart("哪个季度、哪一类没有跟上", "K29", "type", "shares", across="quarter"),
        Chart("各领域按期开展率", "K29", "domain", "shares"),
    ),
)  # fmt: skip
