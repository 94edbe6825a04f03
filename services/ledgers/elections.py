"""选举台账: first elections of new units, re-elections at the end of a term, by-elections (ledgers.md §3.4)."""

from datetime import date
from typing import Any

from services.ledger import Chart, Facts, Ledger, Rule, Source, Values
from services.ledgers.calendar import add_months
from services.ledgers.new_units import INDICATORS
from services.store import columns as col
from services.store.row import Row

ATTENDANCE = Source("《中国共产党基层组织选举工作条例》（2020年）", "B")
EXTENSION = Source("《中国共产党基层组织选举工作条例》（2020年）第三条、第四条", "A")


class Election(Row, table=True):
    """One election of one organisation."""

    __tablename__ = "elections"

    unit: str = col.unit(required=False)
    org: str | None = col.text("党组织名称", "党组织全称", "党组织")
    type: str = col.choice(
        "选举类型", choices={"首次选举": ("新组建",), "换届选举": ("换届",), "补选": ()}, required=True
    )
    year: int | None = col.year("年度")
    contacted_on: date | None = col.day("对接日期")
    founded_approved_on: date | None = col.day("组建批复日期", "批复成立日期", ends=True, past=True)
    requested_on: date | None = col.day("请示日期")
    meeting_approved_on: date | None = col.day("批复召开日期", ends=True, past=True)
    meeting: str | None = col.choice(
        "召开形式", "大会类型", choices={"党员大会": (), "党员代表大会": ("代表大会",)}, expected=True
    )
    held_on: date | None = col.day("大会日期", "选举日期", "召开日期", ends=True, expected=True)
    due_n: int | None = col.count("应到会人数")
    present_n: int | None = col.count("实到会人数")
    result_approved_on: date | None = col.day("结果批复日期", "当选结果批复", "批复日期", ends=True, past=True)
    extended: bool | None = col.yes("是否批准延期")
    extended_to: date | None = col.day("延期至", ends=True)
    remark: str | None = col.text("备注")


def _org(values: Values, facts: Facts) -> Values | None:
    rows = facts.find("orgs", "name", values.get("org") or "")
    own = [row for row in rows if not values.get("unit") or row["unit"] == values["unit"]]
    return own[0] if len({row["unit"] for row in own}) == 1 else None


def _derive(values: Values, facts: Facts) -> dict[str, Any]:
    day = values.get("held_on") or values.get("contacted_on")
    org = None if values.get("unit") else _org(values, facts)
    return {"year": day.year if day else None, "unit": org["unit"] if org else None}


def _no_unit(values: Values, facts: Facts) -> str | None:
    return "org" if not values.get("unit") else None


def _few(values: Values, facts: Facts) -> str | None:
    due, present = values.get("due_n"), values.get("present_n")
    return "present_n" if due and present is not None and present * 5 < due * 4 else None


def _congress(values: Values, facts: Facts) -> str | None:
    org = _org(values, facts) if values.get("org") and values.get("meeting") == "党员代表大会" else None
    return "meeting" if org and org["kind"] in ("党总支", "党支部", "联合党支部", "临时党支部") else None


def _long(values: Values, facts: Facts) -> str | None:
    until = values.get("extended_to")
    org = _org(values, facts) if until and values.get("org") else None
    end: date | None = org.get("term_ends_on") if org else None
    return "extended_to" if end and until and until > add_months(end, 12) else None


LEDGER = Ledger(
    id="elections", title="选举台账", table=Election, keys=(("org", "unit", "type", "year"), ("unit", "type", "year")),
    unit_word="次", order=40, scope="year",
    purpose="新组建单位首次选举、到期换届和补选办到哪一步",
    work="覆盖",
    derive=_derive,
    requires_one_of=(("unit", "org"),),
    rules=(
        Rule("unit_unknown", "error", "只写党组织的，党组织要在名册中", _no_unit,
             "没有单位名称，党组织名册中也查不到“{org}”", "请填写单位名称，或先上传党组织名册"),
        Rule("quorum", "warning", "到会人数应达到应到会人数的五分之四", _few,
             "实到{present_n}人，不足应到{due_n}人的五分之四", "请核对到会人数", ATTENDANCE),
        Rule("rule_broken", "warning", "党总支、党支部召开党员大会", _congress,
             "{org}召开的是党员代表大会", "党总支、党支部一般召开党员大会，请核对", EXTENSION),
        Rule("long_term", "warning", "延期换届一般不超过1年", _long,
             "延期至{extended_to}，超过届满日期1年以上，不计为有效延期", "请核对延期批复", EXTENSION),
    ),
    indicators=INDICATORS,
    charts=(
        Chart("各领域组建率", "K04", "domain", "shares"),
        Chart("各领域选举完成率", "K05", "domain", "shares"),
    ),
)  # fmt: skip
