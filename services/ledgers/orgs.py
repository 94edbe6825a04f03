"""党组织名册: party organisations, their boards and terms (ledgers.md §3.3)."""

from datetime import date, timedelta
from typing import Any

from services.ledger import Chart, Facts, Ledger, Rule, Source, Values
from services.ledgers import boards, terms
from services.ledgers.calendar import add_months, month_end
from services.store import columns as col
from services.store.row import Row

TERMS = Source("《关于党的基层组织任期的意见》（2018年）", "A")
KINDS: dict[str, tuple[str, ...]] = {
    "机关党委": ("党委",),
    "党总支": ("党总支部",),
    "党支部": (),
    "联合党支部": (),
    "临时党支部": (),
}


class Org(Row, table=True):
    """One party organisation. `previous_term_ends_on` keeps the end of the term before a re-election."""

    __tablename__ = "orgs"

    name: str = col.text("党组织名称", "党组织全称", required=True)
    code: str | None = col.text("党组织代码")
    kind: str = col.choice("组织类型", "类别", "党组织类别", choices=KINDS, required=True)
    unit: str = col.unit("所属单位", "单位", "所在单位")
    parent: str | None = col.text("上级党组织")
    founded_on: date | None = col.day("成立日期", "建立日期", past=True)
    members: int | None = col.count("党员数", "党员人数", expected=True)
    full_members: int | None = col.count("正式党员数")
    seats: int | None = col.count("应配委员数", "委员应配", expected=True)
    filled: int | None = col.count("现任委员数", expected=True)
    elected_on: date | None = col.day("本届选举日期", "上次换届时间", "本届成立日期", past=True, expected=True)
    term_years: int | None = col.count("任期", "任期(年)")
    term_ends_on: date | None = col.day("届满日期", "任期届满时间", "应换届时间", ends=True)
    status: str | None = col.choice(
        "状态", choices={"正常": (), "筹建中": ("筹建",), "已撤销": ("撤销",), "已移交": ("移交",)}, default="正常"
    )
    remark: str | None = col.text("备注")
    previous_term_ends_on: date | None = None


def _term_end(values: Values, facts: Facts) -> date | None:
    elected, years = values.get("elected_on"), values.get("term_years")
    if elected is None or not years:
        return None
    end = add_months(elected, years * 12)
    return month_end(end) if facts.marks.get("elected_on") else end


def _derive(values: Values, facts: Facts) -> dict[str, Any]:
    years = values.get("term_years") or (5 if values.get("kind") == "机关党委" else 3)
    end = values.get("term_ends_on") or _term_end({**values, "term_years": years}, facts)
    return {"term_years": years, "term_ends_on": end}


def _carry(old: Values | None, new: Values) -> dict[str, Any]:
    """Keep the end of the last term once a re-election is entered: a year's distance tells it from a correction."""
    if old is None:
        return {}
    before, after = old.get("elected_on"), new.get("elected_on")
    if before and after and after - before >= timedelta(days=365):
        return {"previous_term_ends_on": old.get("term_ends_on")}
    return {"previous_term_ends_on": old.get("previous_term_ends_on")}


def _other_term(values: Values, facts: Facts) -> str | None:
    end, expected = values.get("term_ends_on"), _term_end(values, facts)
    if end is None or expected is None or values.get("kind") == "临时党支部":
        return None
    rough = facts.marks.get("term_ends_on") in ("month", "quarter", "year")
    return "term_ends_on" if (month_end(end) != month_end(expected) if rough else end != expected) else None


LEDGER = Ledger(
    id="orgs", title="党组织名册", table=Org, keys=(("code",), ("name", "unit")), unit_word="个", order=30,
    since="founded_on",
    purpose="有哪些党组织，班子配得齐不齐，什么时候换届",
    work="覆盖",
    derive=_derive,
    carry=_carry,
    rules=(
        Rule("term_mismatch", "warning", "届满日期应等于本届选举日期加任期（机关党委5年，其他3年）", _other_term,
             "届满日期{term_ends_on}与选举日期{elected_on}加任期{term_years}年不一致", "请核对；如属实可以保留", TERMS),
    ),
    indicators=(*boards.INDICATORS, *terms.INDICATORS),
    awaited=True,
    charts=(
        Chart("各领域党组织覆盖率", "K03", "domain", "shares"),
        Chart("各类党组织班子配齐率", "K07", "kind", "shares"),
        Chart("逾期未换届多久", "K06b", "band", "counts"),
    ),
)  # fmt: skip
