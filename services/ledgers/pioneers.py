"""党员服务岗、先锋岗、突击队: how many there are and who stands in them, by 类型 and 领域 (ledgers.md §3.11, K33)."""

from datetime import date

from services.ledger import Chart, Facts, Ledger, Rule, SheetFacts, Values
from services.ledgers.vanguard import GONE, INDICATORS, TEAM, TYPES
from services.store import columns as col
from services.store.row import Row

WHICH_TYPE = dict.fromkeys(("党员示范岗", "示范岗", "党员岗"), "党员示范岗要写明是党员服务岗还是党员先锋岗")


class Pioneer(Row, table=True):
    """One post or team."""

    __tablename__ = "pioneers"

    # 名称 is the name of the post here, which everywhere else may head the column of units.
    unit: str = col.ref(
        "units", "单位名称", "所属单位", "所在单位", "创建单位", "设岗单位", "组建单位", "申报单位",
        *(h for h in col.UNIT_HEADERS if h not in ("单位名称", "名称")), required=True,
    )  # fmt: skip
    org: str | None = col.text("党组织名称", "所属党组织", "所在党支部", "所属党支部", "党支部", "党支部名称", "党组织")
    type: str = col.choice(
        "类型", "类别", "岗位类型", "岗位类别", "创建类型", "岗队类型", "岗队类别", "岗/队类型", "岗（队）类型",
        choices=TYPES, ambiguous=WHICH_TYPE, required=True,
    )  # fmt: skip
    name: str = col.text(
        "名称", "岗位名称", "岗队名称", "岗（队）名称", "队伍名称", "服务岗名称", "先锋岗名称", "突击队名称",
        "岗/队名称", "载体名称", "岗位", "队名", required=True,
    )  # fmt: skip
    leader: str | None = col.text("负责人", "岗长", "队长", "责任人", "岗位责任人", person=True, expected=True)
    members: int | None = col.count(
        "党员人数", "人数", "成员数", "成员人数", "队员人数", "队员数", "参加人数", "参与人数", "参与党员数",
        "党员数", "党员数量", expected=True,
    )  # fmt: skip
    founded_on: date | None = col.day(
        "成立日期", "成立时间", "设立日期", "设立时间", "设岗日期", "设岗时间", "组建日期", "组建时间", "命名日期",
        "命名时间", "创建日期", "创建时间", "设置时间", "挂牌日期", past=True, expected=True,
    )  # fmt: skip
    duties: str | None = col.text("职责", "岗位职责", "主要职责", "主要任务", "承担任务", "服务内容", "职责任务")
    results: str | None = col.text("主要成效", "工作成效", "成效", "先进事迹", "主要事迹")
    ended_on: date | None = col.day("撤销日期", "撤销时间", "解散日期", "结束日期", ends=True, past=True)
    status: str | None = col.choice(
        "状态", "运行状态", choices={"正常": ("在岗", "运行中", "在运行"), GONE: ("撤销", "解散", "已解散", "已结束")}
    )
    remark: str | None = col.text("备注", "说明")


def _titled(sheet: SheetFacts) -> dict[str, str]:
    """A list of one type names it in its title only: 市直机关党员突击队一览表."""
    named = [type for type in TYPES if any(type.removeprefix("党员") in title for title in sheet.titles)]
    return {"type": named[0]} if len(named) == 1 else {}


def _ended_first(values: Values, facts: Facts) -> str | None:
    founded, ended = values.get("founded_on"), values.get("ended_on")
    return "ended_on" if founded and ended and ended < founded else None


def _nobody(values: Values, facts: Facts) -> str | None:
    return "members" if values.get("type") == TEAM and not values.get("members") else None


def _still_there(values: Values, facts: Facts) -> str | None:
    return "status" if values.get("status") == "正常" and values.get("ended_on") else None


LEDGER = Ledger(
    id="pioneers", title="党员服务岗、先锋岗、突击队", table=Pioneer, keys=(("unit", "type", "name"),), unit_word="个",
    order=200,
    sections="type",
    since="founded_on",
    purpose="设了多少党员服务岗、先锋岗、突击队，有多少党员在岗在队",
    work="先锋",
    titled=_titled,
    rules=(
        Rule("order_conflict", "error", "撤销日期不早于成立日期", _ended_first,
             "撤销日期{ended_on}早于成立日期{founded_on}", "请核对两个日期"),
        Rule("status_conflict", "error", "填了撤销日期的，状态不是正常", _still_there,
             "填了撤销日期{ended_on}，状态却是“{status}”", "请确认是否已撤销：是则改状态，否则删去撤销日期"),
        Rule("required_missing", "warning", "突击队要写明人数", _nobody,
             "共{count}支突击队没有写人数，计入队数，不计人数", "请补填党员人数", counted=True),
    ),
    indicators=INDICATORS,
    charts=(
        Chart("各领域各设了多少", "K33", "type", "matrix", across="domain"),
        Chart("各类型有多少党员在岗在队", "K33a", "type", "counts"),
        Chart("各领域有多少党员在岗在队", "K33a", "domain", "counts"),
    ),
)  # fmt: skip
