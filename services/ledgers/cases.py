"""支部创新案例评选: which branches' cases were awarded, at which level and as what (ledgers.md §3.11, K32)."""

import re
from datetime import date

from services.ledger import Chart, Facts, Ledger, Rule, SheetFacts, Values
from services.ledgers.awards import AWARDS, INDICATORS, NOT_AWARDED
from services.store import columns as col
from services.store.row import Row

LEVELS: dict[str, tuple[str, ...]] = {
    "国家级": ("全国", "中央", "部级", "国家"), "省级": ("省", "省直", "省直机关"),
    "市级": ("市", "市直", "市直机关", "市直级"), "县级": ("县", "区", "区级", "县区级", "县（区）级"),
    "单位级": ("单位", "本单位", "单位内部", "基层"),
}  # fmt: skip


class Case(Row, table=True):
    """One case entered for the 评选 of one year."""

    __tablename__ = "cases"

    year: int = col.year("年度", "评选年度", "申报年度", "年份", required=True)
    name: str = col.text(
        "案例名称", "案例", "创新案例", "创新案例名称", "案例题目", "案例标题", "题目", "申报案例", "参评案例",
        required=True,
    )  # fmt: skip
    unit: str | None = col.unit("申报单位", "报送单位", "推荐单位", "参评单位", required=False, expected=True)
    org: str | None = col.text("党组织名称", "党支部名称", "支部名称", "党支部", "申报支部", "申报党支部", "所在党支部")
    theme: str | None = col.text("案例类别", "案例类型", "类别", "类型", "主题", "方向")
    owner: str | None = col.text("负责人", "案例负责人", "申报人", "支部书记", person=True)
    submitted_on: date | None = col.day("申报日期", "申报时间", "报送日期", "报送时间", past=True)
    level: str | None = col.choice(
        "级别", "评选级别", "获奖级别", "评选层级", "层级", choices=LEVELS, open_choice=True, expected=True
    )
    award: str | None = col.choice(
        "奖项", "获奖等次", "评选等次", "等次", "奖次", "奖项名称", "评选结果", "获奖情况", "获奖结果", "奖项类别",
        "获得奖项", "荣誉称号", choices=AWARDS, open_choice=True, expected=True,
    )  # fmt: skip
    awarded_on: date | None = col.day(
        "评选日期", "评选时间", "获奖日期", "获奖时间", "公布日期", "表彰日期", "命名日期", "评定日期", past=True
    )
    remark: str | None = col.text("备注", "说明")


def _titled(sheet: SheetFacts) -> dict[str, str]:
    """A result names its year in the title, a list of one award that too: 2023年“十佳”支部创新案例名单."""
    title = next((title for title in sheet.titles if "案例" in title), "")
    year, awards = re.search(r"(20\d\d)年", title), [award for award in ("十佳", "百优") if award in title]
    return ({"year": year[1]} if year else {}) | ({"award": awards[0]} if len(awards) == 1 else {})


def _early(values: Values, facts: Facts) -> str | None:
    sent, awarded = values.get("submitted_on"), values.get("awarded_on")
    return "awarded_on" if sent and awarded and awarded < sent else None


def _without_level(values: Values, facts: Facts) -> str | None:
    awarded = values.get("award") not in (None, NOT_AWARDED)
    return "level" if awarded and not values.get("level") else None


LEDGER = Ledger(
    id="cases", title="支部创新案例评选", table=Case, keys=(("year", "name"),), unit_word="个", order=190,
    scope="year",
    sections="award",
    since="submitted_on",
    purpose="哪些支部的创新案例评上了十佳、百优",
    work="案例",
    titled=_titled,
    rules=(
        Rule("order_conflict", "error", "评选日期不早于申报日期", _early,
             "评选日期{awarded_on}早于申报日期{submitted_on}", "请核对两个日期"),
        Rule("required_missing", "warning", "评上奖项的要写级别", _without_level,
             "共{count}个案例写了奖项，没有写级别", "请补填级别，如 市级", counted=True),
    ),
    indicators=INDICATORS,
    charts=(
        Chart("各级别评上哪些奖项", "K32", "award", "matrix", across="level"),
        Chart("各领域获奖案例", "K32", "domain", "counts"),
    ),
)  # fmt: skip
