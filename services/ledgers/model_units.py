"""模范机关创建与标兵单位: three scores of each unit in a year, and the 标兵 by field (ledgers.md §3.11)."""

from datetime import date
from typing import Any

from services.ledger import Chart, Facts, Ledger, Rule, Values
from services.ledgers.three_sides import FIELDS, FULL, INDICATORS, SCORES
from services.store import columns as col
from services.store.row import Row


def _score(title: str) -> Any:
    return col.number(title, f"{title}得分", f"{title}分数", f"{title}评分", minimum=0, expected=True)


class ModelUnit(Row, table=True):
    """One unit in the creation of one year; each score is of a hundred."""

    __tablename__ = "model_units"

    year: int = col.year("年度", "创建年度", "年份", required=True)
    unit: str = col.unit("单位名称", "创建单位", "参创单位")
    goal: float | None = _score("目标引领")
    method: float | None = _score("方法路径")
    appraisal: float | None = _score("考核评价")
    is_model: bool | None = col.yes("是否模范机关", "模范机关", "是否命名", "是否达到模范机关标准")
    is_pacesetter: bool = col.yes("是否标兵", "标兵单位", "是否标兵单位", "标兵", "是否命名标兵", default=False)
    field: str | None = col.choice("标兵领域", "服务领域", "所属方向", "创建领域", "标兵类别", choices=FIELDS)
    named_on: date | None = col.day("命名日期", "命名时间", "通报日期", ends=True, past=True)
    practice: str | None = col.text("主要做法", "经验做法", "典型做法", "创建做法")
    remark: str | None = col.text("备注", "说明")


def _above(name: str) -> Rule:
    def broken(values: Values, facts: Facts) -> str | None:
        return name if (values.get(name) or 0) > FULL else None

    title = SCORES[name]
    return Rule(
        "rule_broken", "error", f"{title}得分不超过{FULL}", broken, f"{title}得分{{{name}}}高于{FULL}分",
        "三方面得分都按百分制填写，请核对",
    )  # fmt: skip


def _no_field(values: Values, facts: Facts) -> str | None:
    return "is_pacesetter" if values.get("is_pacesetter") and not values.get("field") else None


LEDGER = Ledger(
    id="model_units", title="模范机关创建与标兵单位", table=ModelUnit, keys=(("year", "unit"),), unit_word="家",
    order=140, scope="year",
    purpose="创建单位在目标引领、方法路径、考核评价上各得多少分，谁是标兵",
    work="模范",
    rules=(
        *(_above(name) for name in SCORES),
        Rule("required_missing", "error", "标兵单位要写明标兵领域", _no_field,
             "是标兵单位，没有填写标兵领域", f"请从中选一个：{'、'.join(FIELDS)}"),
    ),
    indicators=INDICATORS,
    charts=(
        Chart("三方面各有多少单位达标", "K27", "side", "shares"),
        Chart("标兵单位在哪些领域", "K27a", "topic", "counts"),
    ),
)  # fmt: skip
