"""The engine itself: slices, groups, moments, targets, dates, and the way back to a cell."""

from datetime import date, timedelta

import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st

from services.errors import BadRequest
from services.indicators import Moment, at, measure, measure_all, targets_in_force, trace_json
from services.indicators.sql import days_between, within_months
from services.ledgers import indicators
from services.ledgers.calendar import add_months, months_before
from tests.indicators.register import Register

D = date.fromisoformat
DAY = D("2023-06-30")
DATES = st.dates(date(2015, 1, 1), date(2030, 12, 31))


def finding(register: Register, **values: object) -> int:
    defaults = {"unit": "甲局", "text": "问题", "fed_back_on": D("2023-03-01"), "due_on": D("2023-05-31")}
    return register.add("findings", **{**defaults, **values})


def test_a_figure_without_the_dimension_asked_for_is_left_out(register: Register) -> None:
    now = at(register.connection, Moment(DAY, 1))
    assert measure(register.connection, indicators()["K25"], now, {"domain": "机关"}) is None
    found = measure_all(register.connection, indicators().values(), now, {"category": "党费"})
    of_findings = {"K16", "K17", "K18", "K18a", "K19", "K20", "K21", "K22"}
    assert {each.id for each in found} == {"K13", "K14", *of_findings, "K30a", "K31"}
    assert register.measure("K25", DAY, by="domain").groups == ()


def test_groups_stand_in_official_order(register: Register) -> None:
    for name, domain in [("丙", "社会组织"), ("甲", "机关"), ("乙", "国有企业")]:
        register.add("units", name=name, domain=domain, is_reform=False, is_new=False)
        finding(register, unit=name)
    finding(register, unit="名册之外")
    assert [g.key for g in register.measure("K17", DAY, by="unit").groups] == ["丙", "甲", "乙", "名册之外"]
    assert [g.key for g in register.measure("K17", DAY, by="domain").groups] == ["机关", "国有企业", "社会组织", "未填"]
    assert register.figure("K17", DAY, where={"domain": "未填"}) == (0, 1)
    assert [g.key for g in register.measure("K17", DAY, by="state").groups] == ["待整改"]


def test_months_follow_each_other_whatever_units_stand_in_them(register: Register) -> None:
    for name, month in [("甲", "05"), ("乙", "04"), ("丙", "06")]:
        register.add("units", name=name, domain="机关", is_reform=False, is_new=False)
        finding(register, unit=name, fed_back_on=D("2023-03-01"), closed_on=D(f"2023-{month}-20"))
    finding(register, unit="甲")
    found = register.measure("K17", DAY, by="closed_month").groups
    assert [group.key for group in found] == ["2023-04", "2023-05", "2023-06", "未填"]


def test_as_json_is_what_the_contract_shows(register: Register) -> None:
    finding(register, closed_on=D("2023-05-20"))
    assert register.measure("K19", DAY, by="unit").as_json() == {
        "id": "K19", "name": "逾期数", "n": 0, "of": None, "percent": None,
        "values": {"days_max": None, "bands": {"1-30": 0, "31-90": 0, ">90": 0}}, "groups": (),
    }  # fmt: skip
    now = at(register.connection, Moment(DAY, 1))
    rows = register.trace("K17", DAY)
    assert trace_json(indicators()["K17"], "n", now, rows) == {
        "id": "K17", "part": "n", "as_of": "2023-06-30", "batch": 1, "count": 1,
        "rows": [{
            "ledger": "findings", "file": "findings-1.xlsx", "sheet": "Sheet1", "line": 2, "cell": "N2",
            "values": {
                "unit": "甲局", "text": "问题", "fed_back_on": "2023-03-01", "due_on": "2023-05-31",
                "closed_on": "2023-05-20",
            },
        }],
    }  # fmt: skip


def test_what_was_known_at_an_earlier_batch(register: Register) -> None:
    row = finding(register)
    register.batch(D("2023-06-15"))
    register.change("findings", row, closed_on=D("2023-05-20"))
    assert register.figure("K17", DAY, batch=0) == (0, 0)
    assert register.figure("K17", DAY, batch=1) == (0, 1)
    assert register.figure("K17", DAY, batch=2) == (1, 1)
    assert register.figure("K17", D("2023-05-19"), batch=2) == (0, 1)
    assert register.trace("K17", DAY)[0].file == "findings-2.xlsx"


def test_a_value_kept_from_an_older_file_is_traced_to_it(register: Register) -> None:
    finding(register)
    first = register.sources[1, "findings"]
    register.batch()
    finding(register, closed_on=D("2023-05-20"), kept={"closed_on": [first, 7]})
    (row,) = register.trace("K17", DAY)
    assert (row.file, row.line, row.cell, row.batch) == ("findings-1.xlsx", 7, "N7", 1)
    assert register.trace("K17", DAY, "of")[1].file == "findings-2.xlsx"


def test_no_telephone_leaves_by_a_list_and_a_kind_of_deadline_stands_for_its_date(register: Register) -> None:
    register.add("units", name="甲局", domain="机关", is_reform=True, is_new=False, phone="139****0000", contact="甲")
    values = register.trace("K01", DAY, "of")[0].values
    assert values == {"name": "甲局", "domain": "机关", "is_reform": True, "is_new": False, "contact": "甲"}
    finding(register, due_on=None, due_kind="长期坚持")
    assert register.trace("K16", DAY)[0].values["due_on"] == "长期坚持"


def test_requests_that_make_no_sense(register: Register) -> None:
    with pytest.raises(BadRequest, match="没有分母"):
        register.trace("K16", DAY, "of")
    with pytest.raises(BadRequest, match="不能按“颜色”筛选"):
        register.trace("K17", DAY, "n", {"颜色": "红"})
    now = at(register.connection, Moment(DAY, 1))
    for asked in ({"by": "颜色"}, {"where": {"颜色": "红"}}):
        with pytest.raises(BadRequest, match="不能按“颜色”筛选或分组"):
            measure_all(register.connection, indicators().values(), now, **asked)
    assert measure_all(register.connection, [indicators()["K13"]], now, by="mode")[0].groups == ()
    with pytest.raises(BadRequest, match="没有第9批"):
        register.measure("K17", DAY, batch=9)
    with pytest.raises(BadRequest, match="截至日期"):
        register.measure("K17", date(1, 1, 1))


def test_targets_in_force_on_a_day_and_at_a_batch(register: Register) -> None:
    assert targets_in_force(register.connection, DAY)["涉改任务基数"] == "87"
    register.add("targets", item="涉改任务基数", value="6", effective_on=D("2023-01-01"))
    register.batch()
    register.add("targets", item="涉改任务基数", value="7", effective_on=D("2023-06-01"))
    assert targets_in_force(register.connection, DAY)["涉改任务基数"] == "7"
    assert targets_in_force(register.connection, DAY, batch=1)["涉改任务基数"] == "6"
    assert targets_in_force(register.connection, D("2022-12-31"))["涉改任务基数"] == "87"


def test_completeness_counts_required_and_expected_cells(register: Register) -> None:
    register.add("targets", item="临期天数", value="15", effective_on=DAY)
    found = register.measure("K25", D("2023-01-31"), by="ledger")
    assert (found.n, found.of, found.percent) == (3, 4, "75.0%")
    assert found.values["ledgers"]["targets"] == {"n": 3, "of": 4}
    assert found.values["ledgers"]["units"] == {"n": 0, "of": 0}
    assert found.values["days_since"] == 30
    assert register.measure("K25", D("2022-12-01")).values["days_since"] is None
    assert [row.cell for row in register.trace("K25", DAY, "of")] == ["D2", "C2", "A2", "B2"]


@given(first=DATES, last=DATES, months=st.integers(0, 40))
def test_dates_in_sql_are_dates_in_python(first: date, last: date, months: int) -> None:
    engine = sa.create_engine("sqlite://")
    with engine.connect() as connection:
        days, within = connection.execute(
            sa.select(days_between(first, last), within_months(first, last, months))
        ).one()
    assert days == (last - first).days
    assert bool(within) == (last <= add_months(first, months))


@given(day=DATES, months=st.integers(0, 40))
def test_months_before_is_the_last_such_day(day: date, months: int) -> None:
    found = months_before(day, months)
    assert add_months(found, months) <= day < add_months(found + timedelta(days=1), months)
