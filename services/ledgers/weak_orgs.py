"""软弱涣散党组织整顿台账: organisations listed, put right, accepted and closed (ledgers.md §3.8)."""

from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Select

from services.indicators import At, Counted, Indicator, live
from services.indicators.sql import days_between, flag
from services.ledger import Chart, Facts, Ledger, Rule, Values
from services.ledgers.population import in_charge, split, units
from services.ledgers.units import DOMAINS, WHICH_DOMAIN
from services.share import mean, median
from services.store import columns as col
from services.store.row import Row


class WeakOrg(Row, table=True):
    """One organisation on the list of one year."""

    __tablename__ = "weak_orgs"

    year: int = col.year("年度", required=True)
    org: str = col.text("党组织名称", "党组织全称", required=True)
    unit: str = col.unit()
    domain: str | None = col.choice("领域", "所属领域", choices=DOMAINS, ambiguous=WHICH_DOMAIN)
    kinds: list[str] | None = col.many("主要情形", "类型", "软弱涣散情形", expected=True)
    text: str | None = col.text("主要问题")
    listed_on: date = col.day("列入日期", "确定日期", past=True, required=True)
    planned_on: date | None = col.day("方案日期")
    measures: str | None = col.text("整顿措施", expected=True)
    leader: str | None = col.text("联系领导", "包联领导", "挂点领导", person=True, expected=True)
    owner: str | None = col.text("责任人", person=True)
    due_on: date = col.day("整顿时限", ends=True, required=True)
    applied_on: date | None = col.day("申请验收日期")
    accepted_on: date | None = col.day("验收日期", ends=True, past=True)
    verdict: str | None = col.choice("验收结论", choices={"合格": ("转化提升",), "不合格": ("继续整顿",)})
    closed_on: date | None = col.day("销号日期", "摘牌日期", ends=True, past=True)
    revisited_on: date | None = col.day("回头看日期")
    revisit_verdict: str | None = col.text("回头看结论")
    remark: str | None = col.text("备注", "说明")


def _unaccepted(values: Values, facts: Facts) -> str | None:
    proper = values.get("accepted_on") and values.get("verdict") == "合格"
    return "closed_on" if values.get("closed_on") and not proper else None


def _early(later: str, earlier: str) -> Rule:
    titles = {"listed_on": "列入日期", "accepted_on": "验收日期", "closed_on": "销号日期"}

    def broken(values: Values, facts: Facts) -> str | None:
        last, first = values.get(later), values.get(earlier)
        return later if last and first and last < first else None

    return Rule(
        "order_conflict", "error", f"{titles[later]}不早于{titles[earlier]}", broken,
        f"{titles[later]}{{{later}}}早于{titles[earlier]}{{{earlier}}}", "请核对两个日期",
    )  # fmt: skip


def _put_right(at: At) -> Select[Any]:
    row, unit = live("weak_orgs", at), units(at)
    return (
        sa.select(
            sa.literal("weak_orgs").label("ledger"), row.c.id.label("row"), *split(unit, row.c.unit),
            flag(sa.and_(row.c.closed_on <= at.as_of, row.c.verdict == "合格")).label("done"),
            days_between(row.c.listed_on, row.c.closed_on).label("days"),
        )
        .select_from(row.outerjoin(unit, unit.c.unit == row.c.unit))
        .where(row.c.listed_on.between(at.year_start, at.as_of), in_charge(unit))
    )  # fmt: skip


def _days(counted: Counted, at: At) -> dict[str, Any]:
    days = counted.numbers("days", done=1)
    return {"mean": mean(days), "median": median(days)}


INDICATORS = (
    Indicator(
        "K15", "软弱涣散整顿完成率", "个", _put_right,
        numerator="验收合格、销号日期不晚于截至日期的党组织",
        denominator="当年列入、列入日期不晚于截至日期的在管党组织",
        decided_by="closed_on", counted_by="listed_on",
    ),
    Indicator(
        "K15a", "软弱涣散平均整顿天数", "个", _put_right, share=False,
        numerator="当年列入、已销号的党组织从列入到销号的天数，取平均数和中位数",
        decided_by="closed_on", facts=("days",), values=_days,
    ),
)  # fmt: skip


LEDGER = Ledger(
    id="weak_orgs", title="软弱涣散党组织整顿台账", table=WeakOrg, keys=(("year", "org"),), unit_word="个", order=80,
    scope="year",
    since="listed_on",
    purpose="列入整顿的党组织办到哪一步，验收和销号没有",
    work="整改",
    rules=(
        Rule("rule_broken", "error", "销号要有验收日期，且验收结论为合格", _unaccepted,
             "填了销号日期{closed_on}，验收日期或合格结论不全（结论：{verdict}）",
             "请补上验收日期和结论，或删去销号日期"),
        _early("accepted_on", "listed_on"),
        _early("closed_on", "accepted_on"),
    ),
    indicators=INDICATORS,
    charts=(
        Chart("各领域整顿完成率", "K15", "domain", "shares"),
    ),
)  # fmt: skip
