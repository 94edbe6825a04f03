"""标准化规范化检查: what was checked of the five 领域' standards, item by item (ledgers.md §3.11)."""

from datetime import date

from services.ledger import Chart, Facts, Ledger, Rule, Values
from services.ledgers.conformity import INDICATORS, RESULTS
from services.ledgers.units import DOMAINS, WHICH_DOMAIN
from services.store import columns as col
from services.store.row import Row


class Standard(Row, table=True):
    """One item of one 领域's standard, as one check found it in one unit (or in one of its organisations)."""

    __tablename__ = "standards"

    unit: str = col.unit("单位名称", "被检查单位", "受检单位")
    org: str | None = col.text("党组织名称", "党组织全称", "党支部", "党支部名称", "党组织")
    domain: str = col.choice(
        "领域", "所属领域", "单位类别", "单位性质", choices=DOMAINS, ambiguous=WHICH_DOMAIN, required=True
    )
    item_no: str = col.text("指标序号", "指标编号", "指标号", "检查项编号", "条目编号", required=True)
    group: str | None = col.text("一级指标", "指标类别", "检查类别", "检查项目", expected=True)
    text: str = col.text("检查内容", "检查要点", "检查事项", "指标内容", required=True)
    source: str | None = col.text("依据", "制度依据", "标准依据")
    points: float | None = col.number("分值", "标准分", "标准分值", minimum=0)
    result: str = col.choice("检查结果", "检查结论", "达标情况", "是否达标", "结果", choices=RESULTS, required=True)
    checked_on: date = col.day("检查日期", "检查时间", past=True, required=True)
    remark: str | None = col.text("备注", "说明")


def _nearly(values: Values, facts: Facts) -> str | None:
    return "result" if values.get("result") == "基本达标" else None


LEDGER = Ledger(
    id="standards", title="标准化规范化检查", table=Standard, unit_word="项", order=110,
    keys=(("unit", "org", "domain", "item_no", "checked_on"), ("unit", "domain", "item_no", "checked_on")),
    scope="checked_on",
    sections="domain",
    since="checked_on",
    purpose="五领域标准逐项查下来，哪些达标，哪些没有",
    work="标准",
    awaited=True,
    rules=(
        Rule("status_downgraded", "warning", "基本达标不计为达标", _nearly,
             "共{count}项写基本达标，计入检查项，不计为达标", "整改到位、复查达标后请另登一行", counted=True),
    ),
    indicators=INDICATORS,
    charts=(
        Chart("各领域达标率", "K23", "domain", "shares"),
        Chart("各一级指标达标率", "K23", "group", "shares"),
        Chart("还没有检查的项在哪些指标", "K23a", "group", "counts"),
    ),
)  # fmt: skip
