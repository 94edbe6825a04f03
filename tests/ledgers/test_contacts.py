"""联系点走访与诉求: K30, K30a and the sheets they are read from."""

from datetime import date
from typing import Any

import pytest

from services.ledgers import ledger
from tests.indicators.register import Register
from tests.ledgers.reading import problems, upload, values

D = date.fromisoformat
DAY = D("2023-06-30")


@pytest.fixture(autouse=True)
def town(register: Register) -> None:
    for name, domain in {"甲局": "机关", "乙局": "机关", "丙馆": "事业单位", "丁厂": "国有企业"}.items():
        register.add("units", name=name, domain=domain, is_reform=name == "丁厂", is_new=False)
    register.add("reform", unit="丁厂", disposition="移交", completed_on=DAY)


def visit(register: Register, unit: str, day: str | None, matter: str = "无", **more: Any) -> None:
    register.add("contacts", unit=unit, visited_on=day and D(day), matter=matter, **more)


def test_who_was_visited_this_year_of_those_on_the_list(register: Register) -> None:
    visit(register, "甲局", "2023-03-01")
    visit(register, "甲局", "2023-03-01", "停车难")
    visit(register, "甲局", "2023-06-30")
    visit(register, "乙局", "2022-11-01")  # on the list without a year: this year not visited
    visit(register, "丙馆", None, year=2023)
    visit(register, "丙馆", "2023-07-01", year=2023)
    visit(register, "丁厂", "2023-02-01")  # handed over
    found = register.measure("K30", DAY, by="domain")
    assert (found.n, found.of, found.percent, found.values) == (1, 3, "33.3%", {"visits": 2})
    assert [(group.key, group.n, group.of) for group in found.groups] == [("机关", 1, 2), ("事业单位", 0, 1)]
    assert register.figure("K30", D("2023-07-01")) == (2, 3)
    (row,) = register.trace("K30", DAY)
    assert row.values["visited_on"] == "2023-06-30"


def test_the_list_of_another_year_is_not_this_years(register: Register) -> None:
    visit(register, "甲局", "2022-03-01", year=2022)
    visit(register, "乙局", "2023-03-01", year=2023)
    assert register.figure("K30", DAY) == (1, 1)
    assert register.figure("K30", D("2022-12-31")) == (1, 1)
    assert register.measure("K30", D("2024-01-01")).percent == "—"


def test_how_long_open_requests_have_waited(register: Register) -> None:
    visit(register, "甲局", "2023-06-30", "希望增加名额", category="党建工作")
    visit(register, "甲局", "2023-05-31", "停车难", category="民生保障", due_on=D("2023-06-29"))
    visit(register, "乙局", "2023-03-31", "用地手续", closed_on=D("2023-07-01"))
    visit(register, "乙局", "2023-03-31", "用工难", closed_on=DAY)
    visit(register, "乙局", "2023-03-31", "暂无")
    visit(register, "丙馆", "2023-07-01", "还没有提出")
    visit(register, "丙馆", None, "没有日期")
    visit(register, "丁厂", "2023-01-01", "已随单位移交")
    found = register.measure("K30a", DAY, by="band")
    assert (found.n, found.of) == (4, None)
    assert found.values == {"days_mean": 40.3, "days_median": 30, "over_30": 1, "over_90": 1, "late": 1, "closed": 1}
    assert [(group.key, group.n) for group in found.groups] == [
        ("30天以内", 2), ("90天以上", 1), ("走访日期不详", 1),
    ]  # fmt: skip
    assert len(register.trace("K30a", DAY)) == 4
    assert register.figure("K30a", DAY, where={"category": "党建工作"}) == (1, None)


def test_a_sheet_with_merged_units_and_four_spellings_of_a_day(register: Register) -> None:
    register.add("units", name="市体育局", domain="机关", is_reform=False, is_new=False)
    seen = upload(
        register, "contacts",
        ("市直机关工委领导走访联系点台账", *[None] * 6),
        ("填报单位：市直机关工委　　填报时间：2023年10月31日", *[None] * 6),
        ("序号", "挂点领导", "联系点单位", "走访时间", "诉求\n事项", "是否办结", "办结时间"),
        (1, "工委委员甲", "甲局", "2023.3.5", "停车难", "是", "2023年4月"),
        (2, None, None, "２０２３年５月６日", "无", None, None),
        (3, "工委委员乙", "某市体育局", 45075, None, "/", None),
        (4, None, None, "二〇二三年六月七日", "用工难", "否", None),
        (5, "工委委员丙", "丙馆", None, None, None, None),
        ("合计", None, "3家", *[None] * 4),
        merges=[(3, 1, 4, 1), (3, 2, 4, 2), (5, 1, 6, 1), (5, 2, 6, 2)],
    )  # fmt: skip
    assert problems(seen) == []
    assert values(seen, "unit", "leader", "visited_on", "matter", "status", "closed_on") == [
        ("甲局", "工委委员甲", D("2023-03-05"), "停车难", "已办结", D("2023-04-30")),
        ("甲局", "工委委员甲", D("2023-05-06"), "无", None, None),
        ("市体育局", "工委委员乙", D("2023-05-29"), "无", "/", None),
        ("市体育局", "工委委员乙", D("2023-06-07"), "用工难", "办理中", None),
        ("丙馆", "工委委员丙", None, "无", None, None),
    ]


def test_a_list_of_visits_needs_no_column_for_requests(register: Register) -> None:
    header, rows = (
        ("联系领导", "联系点", "走访日期"),
        [("工委委员甲", "甲局", "2023.3.5"), ("工委委员乙", "乙局", None)],
    )
    seen = upload(register, "contacts", ("2023年联系点走访安排", None, None), header, *rows)
    assert problems(seen) == []
    assert values(seen, "unit", "matter") == [("甲局", "无"), ("乙局", "无")]
    assert problems(upload(register, "contacts", header, *rows)) == [("error", "required_missing", "A1")]


def test_a_blank_request_is_the_same_row_next_month(register: Register) -> None:
    rows = ("单位", "走访日期", "事项"), ("甲局", "2023.3.5", None)
    (new,) = upload(register, "contacts", *rows).changes
    register.add("contacts", key=new.key, unit="甲局", visited_on=D("2023-03-05"), matter="无")
    assert [change.kind for change in upload(register, "contacts", *rows).changes] == ["unchanged"]


@pytest.mark.parametrize(
    ("row", "found"),
    [
        (("甲局", "2023.3.5", "停车难", None, "2023.3.4", None), ("error", "order_conflict", "E2")),
        (("甲局", "2023.3.5", "停车难", "正在办理", "2023.3.8", None), ("error", "status_conflict", "D2")),
        (("甲局", "2023.3.5", "停车难", "已办结", None, None), ("warning", "status_downgraded", "D2")),
        (("甲局", None, "停车难", None, None, None), ("warning", "required_missing", "C2")),
        (("甲局", None, "暂无", None, None, None), None),
        (("甲局", "2023.3.5", "停车难", None, None, "1-9"), ("warning", "ref_unknown", "F2")),
        (("甲局", "2023.3.5", "停车难", None, None, "1-1"), None),
        (("甲局", "2023.3.5-3.8", "停车难", None, None, None), ("error", "date_range", "B2")),
        (("甲局", "3月5日", "停车难", None, None, None), ("error", "date_no_year", "B2")),
        (("甲局", "2023.12.1", "停车难", None, None, None), ("error", "date_future", "B2")),
        (("甲局", "2023.3.5", "同上", None, None, None), ("error", "ditto", "C2")),
    ],
)
def test_rules(register: Register, row: Any, found: Any) -> None:
    register.add("findings", unit="甲局", text="问题", no="1-1")
    header = ("联系单位", "走访日期", "事项", "办理状态", "办结日期", "关联问题")
    assert problems(upload(register, "contacts", header, row)) == ([found] if found else [])


def test_the_same_visit_twice_in_one_file(register: Register) -> None:
    row = ("甲局", "2023.3.5", "停 车 难")
    seen = upload(register, "contacts", ("单位", "走访日期", "诉求"), row, ("甲局", "2023-03-05", "停车难"))
    assert problems(seen) == [("error", "duplicate_row", "A3")]


def test_an_open_request_may_become_a_finding() -> None:
    raises = ledger("contacts").raises
    assert raises is not None
    row = {"matter": "停车难", "closed_on": None, "finding": None}
    raised = raises(row, {})
    assert raised is not None
    assert (raised.text, raised.field) == ("停车难", "matter")
    for settled in ({"matter": "无诉求"}, {"closed_on": DAY}, {"finding": "1-1"}):
        assert raises({**row, **settled}, {}) is None
