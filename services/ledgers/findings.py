"""督查问题整改台账: problems found by 督查 and what became of them (ledgers.md §3.9)."""

import re
from datetime import date
from typing import Any

from services.ledger import Chart, Facts, Ledger, Rule, SheetFacts, Values
from services.ledgers import deadlines, rectification
from services.store import columns as col
from services.store.row import Row

CATEGORIES: dict[str, tuple[str, ...]] = {
    "政治建设": (), "组织设置与换届": ("换届",), "班子队伍": (), "组织生活": ("三会一课",),
    "党员教育管理": ("教育培训",), "发展党员": (), "党费": (), "责任落实": (), "阵地保障": (),
    "作风与清廉": (), "弱化虚化边缘化": (), "其他": (),
}  # fmt: skip
STATUS: dict[str, tuple[str, ...]] = {
    "已完成": ("完成", "办结", "整改到位", "已整改"),
    "已销号": ("销号",),
    "基本完成": ("阶段性完成",),
    "整改中": ("正在整改", "推进中"),
    "未整改": ("未启动",),
    "撤销": ("问题不成立",),
}
OPEN = ("基本完成", "整改中", "未整改")


class Finding(Row, table=True):
    """One finding. `original_due_on` is the first deadline on record: what 按期 means, whatever comes later."""

    __tablename__ = "findings"

    round: str | None = col.text("督查批次", "批次", "督查轮次")
    no: str | None = col.text("问题编号", "编号")
    unit: str = col.unit("责任单位", "整改单位", "被督查单位", "单位", "单位名称")
    method: str | None = col.choice("督查方式", choices={"实地督查": (), "延伸调研": ()})
    category: str | None = col.choice("问题类别", "问题类型", "类别", choices=CATEGORIES, expected=True)
    text: str = col.text("存在问题", "反馈问题", "问题描述", "问题", required=True)
    fed_back_on: date | None = col.day("反馈日期", "反馈时间", past=True, expected=True)
    measures: str | None = col.text("整改措施", "整改举措", expected=True)
    leader: str | None = col.text("责任领导", "牵头领导", person=True)
    owner: str | None = col.text("责任人", "具体责任人", person=True)
    due_on: date | None = col.due("整改时限", "完成时限", "整改期限", required=True)
    status_text: str | None = col.choice(
        "整改状态", "状态", "是否完成", "整改情况", choices=STATUS, open_choice=True, expected=True
    )
    reported_on: date | None = col.day("完成日期", "整改完成日期", "自报完成日期", ends=True, past=True)
    closed_on: date | None = col.day("销号日期", "销号时间", ends=True, past=True)
    remark: str | None = col.text("备注", "说明")
    due_kind: str | None = None
    original_due_on: date | None = None


def _titled(sheet: SheetFacts) -> dict[str, str]:
    """The round from the title, up to and with 督查; the day of feedback from the fill-in line."""
    given = {}
    for title in sheet.titles:
        named = re.match(r"(.*?\d.*?督查)", title) or re.match(r"(.*?督查)(?!室|组|科|处)", title)
        if named:
            given["round"] = named[1]
            break
    for label in ("反馈时间", "反馈日期"):
        if label in sheet.filled_in:
            given["fed_back_on"] = sheet.filled_in[label]
    return given


def _derive(values: Values, facts: Facts) -> dict[str, Any]:
    if values.get("fed_back_on") or not values.get("round"):
        return {}
    return {"fed_back_on": facts.earliest("findings", "round", values["round"], "fed_back_on")}


def _carry(old: Values | None, new: Values) -> dict[str, Any]:
    return {"original_due_on": (old or {}).get("original_due_on") or new.get("due_on")}


def _no_feedback_day(values: Values, facts: Facts) -> str | None:
    return "fed_back_on" if not values.get("fed_back_on") else None


def _still_open(values: Values, facts: Facts) -> str | None:
    return "status_text" if values.get("closed_on") and values.get("status_text") in OPEN else None


def _closed_first(values: Values, facts: Facts) -> str | None:
    closed, start = values.get("closed_on"), values.get("fed_back_on")
    return "closed_on" if closed and start and closed < start else None


def _moved(values: Values, facts: Facts) -> str | None:
    before = (facts.old or {}).get("due_on")
    if before is None or facts.reason:
        return None
    now = values.get("due_on")
    return "due_on" if now is None or now > before else None


def _withdrawn_without_word(values: Values, facts: Facts) -> str | None:
    return "remark" if values.get("status_text") == "撤销" and not values.get("remark") else None


def _nearly(values: Values, facts: Facts) -> str | None:
    return "status_text" if values.get("status_text") == "基本完成" else None


def _says_done(values: Values, facts: Facts) -> str | None:
    done = values.get("status_text") in ("已完成", "已销号")
    return "status_text" if done and not values.get("closed_on") else None


def _unlisted(values: Values, facts: Facts) -> str | None:
    word = values.get("status_text")
    return "status_text" if word and word not in STATUS else None


LEDGER = Ledger(
    id="findings", title="督查问题整改台账", table=Finding, keys=(("round", "no"), ("round", "unit", "text")),
    unit_word="项", order=90, scope="round",
    since="fed_back_on",
    near="text",
    purpose="督查反馈的问题改到哪一步，有没有逾期",
    work="整改",
    titled=_titled,
    derive=_derive,
    carry=_carry,
    rules=(
        Rule("required_missing", "error", "每个问题都要有反馈日期", _no_feedback_day,
             "没有反馈日期，表头填报行和同批次已有记录里也没有", "请填写反馈日期，或在上传时为整张表指定一个日期"),
        Rule("status_conflict", "error", "填了销号日期的，状态应是已销号", _still_open,
             "填了销号日期{closed_on}，整改状态却是“{status_text}”", "请确认是否已销号：是则改状态，否则删去销号日期"),
        Rule("order_conflict", "error", "销号日期不早于反馈日期", _closed_first,
             "销号日期{closed_on}早于反馈日期{fed_back_on}", "请核对两个日期"),
        Rule("reason_needed", "error", "推后整改时限要写明理由；按期与否仍按最初时限计算", _moved,
             "整改时限比已有记录推后", "请在上传时填写延期理由，或恢复原时限"),
        Rule("required_missing", "error", "撤销的问题要在备注中说明", _withdrawn_without_word,
             "状态是撤销，备注没有说明", "请在备注中写明撤销的原因和依据"),
        Rule("status_downgraded", "warning", "基本完成、阶段性完成不计为完成", _nearly,
             "“基本完成”不计为完成，按整改中统计", "全部完成并销号后请填写销号日期"),
        Rule("status_downgraded", "warning", "状态写完成而没有销号日期的，按待验收统计", _says_done,
             "共{count}项状态写已完成（已销号）而没有销号日期，按待验收统计", "验收通过后请填写销号日期", counted=True),
        Rule("status_unknown", "warning", "不认识的状态只作进展文字保留，按日期判断状态", _unlisted,
             "不认识的整改状态“{status_text}”，按日期判断", "请改用：已完成、已销号、基本完成、整改中、未整改"),
    ),
    indicators=(*rectification.INDICATORS, *deadlines.INDICATORS),
    charts=(
        Chart("各领域整改完成率", "K17", "domain", "shares"),
        Chart("各类问题有多少", "K16", "category", "counts"),
        Chart("哪几个月反馈得多", "K16", "fed_back_month", "months"),
        Chart("超过时限多久", "K19", "band", "counts"),
        Chart("各领域的问题改到哪一步", "K17", "state", "states", across="domain"),
    ),
)  # fmt: skip
