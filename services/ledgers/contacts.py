"""联系点走访与诉求: which 联系单位 were visited, what they asked for and what became of it (ledgers.md §3.11, K30)."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from services.ledger import Chart, Facts, Ledger, Raised, Rule, SheetFacts, Values
from services.ledgers import handling, visits
from services.store import columns as col
from services.store.row import Row

CATEGORIES: dict[str, tuple[str, ...]] = {
    "党建工作": ("党建", "党的建设"), "生产经营": ("经营发展", "企业经营"), "政策落实": ("政策咨询", "惠企政策"),
    "审批服务": ("行政审批", "政务服务"), "用工人才": ("人才", "用工"), "资金融资": ("融资", "资金"),
    "基础设施": ("要素保障",), "民生保障": ("民生",), "其他": (),
}  # fmt: skip


class Contact(Row, table=True):
    """One visit, or one request of a visit; without 走访日期 a unit that is assigned and not visited yet."""

    __tablename__ = "contacts"

    year: int | None = col.year("年度", "年份")
    leader: str | None = col.text("联系领导", "挂点领导", "包联领导", "走访领导", person=True, expected=True)
    unit: str = col.unit(
        "联系单位", "联系点", "联系点单位", "联系点名称", "走访单位", "被走访单位", "走访联系单位", "走访对象",
        "基层联系点", "党建联系点", "被联系单位", "走访单位名称", "挂点单位", "包联单位", "挂联单位", "联系企业",
    )  # fmt: skip
    visited_on: date | None = col.day(
        "走访日期", "走访时间", "走访调研日期", "走访调研时间", "联系日期", "联系时间", "调研日期", "调研时间", "日期",
        past=True, expected=True,
    )  # fmt: skip
    visitors: str | None = col.text("走访人员", "走访人", "参加人员", "调研人员", person=True)
    matter: str = col.text(
        "事项", "诉求事项", "诉求", "诉求内容", "反映问题", "反映的问题", "反映诉求", "反映事项", "主要诉求",
        "问题诉求", "意见建议", "困难诉求", "困难问题", "收集问题", "走访事项", "收集诉求", "提出诉求", "诉求情况",
        "问题和诉求", "问题及诉求",
        required=True, default=visits.NO_REQUEST[0],
    )  # fmt: skip
    category: str | None = col.choice(
        "诉求类别", "诉求类型", "事项类别", "事项类型", "问题类别", "问题类型", "类别",
        choices=CATEGORIES, open_choice=True,
    )  # fmt: skip
    handler: str | None = col.text("承办单位", "办理单位", "责任单位", "牵头单位", "承办部门", "办理部门", "责任部门")
    due_on: date | None = handling.due()
    status: str | None = handling.status()
    progress: str | None = handling.progress()
    closed_on: date | None = handling.closed_on()
    finding: str | None = col.text("关联问题", "关联问题编号", "对应问题", "转督查问题")
    remark: str | None = col.text("备注", "说明")
    due_kind: str | None = None


def _titled(sheet: SheetFacts) -> dict[str, str]:
    """A list of visits or of 联系点 has no column for requests."""
    told = any(word in title for title in sheet.titles for word in ("走访", "联系点"))
    return {"matter": visits.NO_REQUEST[0]} if told else {}


def _derive(values: Values, facts: Facts) -> dict[str, Any]:
    # What a blank means has to be known before the key is.
    return {**handling.derived(values, facts), "matter": visits.NO_REQUEST[0]}


def _undated(values: Values, facts: Facts) -> str | None:
    return "matter" if values.get("matter") not in (None, *visits.NO_REQUEST) and not values.get("visited_on") else None


def _unknown_finding(values: Values, facts: Facts) -> str | None:
    named = values.get("finding")
    known = not named or any(facts.find("findings", field, named) for field in ("no", "text"))
    return None if known else "finding"


def _raised(values: Values, targets: Mapping[str, str]) -> Raised | None:
    """Give the finding an open request may become."""
    asked = values["matter"] not in visits.NO_REQUEST and not values["closed_on"] and not values["finding"]
    return Raised(values["matter"], "matter") if asked else None


LEDGER = Ledger(
    id="contacts", title="联系点走访与诉求", table=Contact, keys=(("unit", "visited_on", "matter"),), unit_word="条",
    order=170,
    scope="year",
    since="visited_on",
    purpose="联系点走访了多少，提出的诉求办了没有、等了多久",
    work="联系",
    titled=_titled,
    derive=_derive,
    raises=_raised,
    rules=(
        *handling.rules("诉求", "visited_on", "走访日期"),
        Rule("required_missing", "warning", "有诉求的要写走访日期，才能算等了多少天", _undated,
             "共{count}项诉求没有走访日期，计入未办结，算不出天数", "请补填走访日期", counted=True),
        Rule("ref_unknown", "warning", "关联问题应是督查问题台账里的问题编号", _unknown_finding,
             "督查问题整改台账里没有“{finding}”", "请核对问题编号，或先上传督查问题整改台账"),
    ),
    indicators=visits.INDICATORS,
    charts=(
        Chart("各领域走访覆盖", "K30", "domain", "shares"),
        Chart("没有办结的诉求等了多久", "K30a", "band", "counts"),
        Chart("没有办结的诉求是哪一类", "K30a", "category", "counts"),
    ),
)  # fmt: skip
