"""涉改单位党组织处置台账: what became of each unit's party organisation in the reform (ledgers.md §3.2)."""

from datetime import date

from services.ledger import Chart, Facts, Ledger, Rule, Source, Values
from services.ledgers.coverage import INDICATORS
from services.ledgers.units import DISPOSITIONS, REFORM_TYPES
from services.store import columns as col
from services.store.row import Row

SET_UP = Source("《中国共产党党和国家机关基层组织工作条例》（2019年修订）第三十七条", "A")
SIDE_STATES: dict[str, tuple[str, ...]] = {"暂缓": ("暂缓办理", "暂缓推进"), "不再涉及": ("不再涉改",)}


class Reform(Row, table=True):
    """One unit's way through the reform; its state is computed from the dates."""

    __tablename__ = "reform"

    unit: str = col.unit()
    disposition: str = col.choice("处置方式", "组织处置方式", "调整方式", choices=DISPOSITIONS, required=True)
    reform_type: str | None = col.choice("改革类型", "涉改类型", choices=REFORM_TYPES, expected=True)
    from_org: str | None = col.text("原隶属党组织", "原隶属")
    to_org: str | None = col.text("承接党组织", "现隶属", "接收单位", "划入单位", "移交去向")
    reform_on: date | None = col.day("机构改革落地日期", "挂牌日期", "三定印发日期", past=True, expected=True)
    planned_on: date | None = col.day("计划完成日期", "计划时间", "完成时限", ends=True)
    requested_on: date | None = col.day("请示日期", past=True)
    approved_on: date | None = col.day("批复日期", "批复时间", ends=True, past=True)
    completed_on: date | None = col.day("完成日期", "完成时间", "办结日期", "转接完成日期", ends=True, past=True)
    doc_no: str | None = col.text("文号")
    moved_members: int | None = col.count("转接党员数")
    status_text: str | None = col.choice("状态", "进展", "进展情况", choices=SIDE_STATES, open_choice=True)
    remark: str | None = col.text("备注")


def _no_approval(values: Values, facts: Facts) -> str | None:
    return "completed_on" if values.get("completed_on") and not values.get("approved_on") else None


def _before_approval(values: Values, facts: Facts) -> str | None:
    done, approved = values.get("completed_on"), values.get("approved_on")
    return "completed_on" if done and approved and done < approved else None


def _nobody_took_over(values: Values, facts: Facts) -> str | None:
    moved = values.get("disposition") in ("划转", "移交") and values.get("completed_on")
    return "to_org" if moved and not values.get("to_org") else None


def _unexplained(values: Values, facts: Facts) -> str | None:
    return "remark" if values.get("status_text") in SIDE_STATES and not values.get("remark") else None


LEDGER = Ledger(
    id="reform", title="涉改单位党组织处置台账", table=Reform, keys=(("unit",),), unit_word="家", order=20,
    purpose="涉改单位党组织的优化、调整、划转、移交办到哪一步",
    work="覆盖",
    rules=(
        Rule("missing_approval", "warning", "完成之前应有批复", _no_approval,
             "填了完成日期{completed_on}，没有批复日期", "请补上批复日期", SET_UP),
        Rule("order_conflict", "error", "完成日期不早于批复日期", _before_approval,
             "完成日期{completed_on}早于批复日期{approved_on}", "请核对两个日期", SET_UP),
        Rule("required_missing", "error", "划转、移交完成的要写明承接党组织", _nobody_took_over,
             "{disposition}已完成，没有填写承接党组织", "请填写承接党组织（移交去向）"),
        Rule("required_missing", "error", "暂缓、不再涉及的要在备注中说明", _unexplained,
             "状态是“{status_text}”，备注没有说明原因", "请在备注中写明原因和依据"),
    ),
    indicators=INDICATORS,
    charts=(
        Chart("各领域处置完成率", "K01", "domain", "shares"),
        Chart("各处置方式完成率", "K01", "disposition", "shares"),
        Chart("各处置方式办到哪一步", "K01a", "state", "states", across="disposition"),
    ),
)  # fmt: skip
