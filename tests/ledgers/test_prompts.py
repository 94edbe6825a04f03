"""建议看一看: each prompt finds its rows, points at their cell, and says nothing where there is nothing to say."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from typing import Any

import pytest

from services.indicators import Moment, at, measure
from services.indicators.targets import DEFAULTS
from services.ledgers.prompts import PROMPTS
from services.quality import Look, looks
from tests.indicators.generated import TODAY, fill
from tests.indicators.register import Register, in_memory

D = date.fromisoformat
DAY = D("2023-10-31")


@pytest.fixture
def town() -> Iterator[Register]:
    """Give two units that agree in every ledger."""
    with in_memory() as register:
        register.batch(D("2023-10-01"))
        for name in ("甲局", "乙局"):
            unit(register, name)
            register.add("reform", unit=name, disposition="优化")
            register.add("orgs", name=f"{name}支部", unit=name, kind="党支部", filled=1, members=5, full_members=4)
            post(register, unit=name, org=f"{name}支部", name=f"{name}书记")
        yield register


def unit(register: Register, name: str, **values: Any) -> int:
    plain = {"domain": "机关", "is_reform": True, "is_new": False, "disposition": "优化", "full_members": 2}
    return register.add("units", name=name, **{**plain, **values})


def post(register: Register, **values: Any) -> int:
    return register.add("posts", **{"post": "书记", "started_on": D("2020-01-01"), **values})


def finding(register: Register, **values: Any) -> int:
    plain = {"unit": "甲局", "text": "问题", "fed_back_on": D("2023-03-01"), "due_on": D("2023-08-31")}
    return register.add("findings", **{**plain, **values})


def found(register: Register, day: date = DAY, **where: str) -> dict[str, list[Look]]:
    """Give the prompts that found something."""
    here = at(register.connection, Moment(day, register.batches))
    return {prompt: rows for prompt, rows in looks(register.connection, here, where).items() if rows}


def only(register: Register, prompt: str) -> list[tuple[str | None, str]]:
    """Give unit and field letter of the rows of the one prompt that found something."""
    rows = found(register)
    assert set(rows) == {prompt}
    return [(look.unit, look.row.cell.rstrip("0123456789") if look.row.cell else "") for look in rows[prompt]]


def letter(ledger: str, field: str) -> str:
    from services.ledgers import ledger as named

    return chr(ord("A") + list(named(ledger).by_id).index(field))


def test_ledgers_that_agree_say_nothing(town: Register) -> None:
    assert found(town) == {}


def test_a_unit_of_the_reform_without_its_row_and_a_row_without_its_unit(town: Register) -> None:
    unit(town, "丙局")
    assert only(town, "Q01") == [("丙局", letter("units", "is_reform"))]


def test_a_row_of_a_unit_the_reform_does_not_touch(town: Register) -> None:
    unit(town, "丙局", is_reform=False, disposition=None)
    town.add("reform", unit="丙局", disposition="优化")
    assert only(town, "Q02") == [("丙局", letter("reform", "unit"))]


def test_what_was_never_uploaded_contradicts_nothing() -> None:
    with in_memory() as register:
        register.batch(D("2023-10-01"))
        unit(register, "甲局", full_members=9, is_new=True)
        post(register, unit="甲局", org="甲局支部", name="甲")
        assert found(register) == {}


def test_two_ledgers_that_differ_name_both_words(town: Register) -> None:
    unit(town, "丙局", disposition="移交", reform_type="市级机构改革")
    town.add("reform", unit="丙局", disposition="划转", reform_type="国企国资改革", to_org="某工委")
    (first, second) = found(town)["Q03"]
    assert {first.says, second.says} == {
        "名册写的是移交，处置台账写的是划转",
        "名册写的是市级机构改革，处置台账写的是国企国资改革",
    }
    assert {first.row.cell, second.row.cell} == {
        f"{letter('reform', name)}4" for name in ("disposition", "reform_type")
    }


def test_closed_in_words_only(town: Register) -> None:
    finding(town, status_text="已销号", reported_on=DAY)
    finding(town, status_text="已销号", closed_on=DAY)
    assert only(town, "Q04") == [("甲局", letter("findings", "status_text"))]


@pytest.mark.parametrize(("days", "asked"), [(59, False), (60, True)])
def test_waiting_long_for_acceptance(town: Register, days: int, asked: bool) -> None:
    finding(town, reported_on=DAY - timedelta(days=days))
    assert set(found(town)) == ({"Q05"} if asked else set())


def test_a_board_that_is_not_in_the_register(town: Register) -> None:
    post(town, unit="甲局", org="甲局党支部", name="丙", post="委员")
    post(town, unit="甲局", org="早就没有的支部", name="丁", ended_on=D("2021-01-01"))
    (look,) = found(town)["Q06"]
    assert look.says == "丙任委员的“甲局党支部”，党组织名册里没有"


def test_two_leaders_and_so_one_more_than_the_register_counts(town: Register) -> None:
    post(town, unit="甲局", org="甲局支部", name="新书记", started_on=D("2023-09-01"))
    rows = found(town)
    assert sorted(look.says for look in rows["Q07"]) == [
        "甲局支部：新书记，2023-09-01起任书记",
        "甲局支部：甲局书记，2020-01-01起任书记",
    ]
    assert [look.says for look in rows["Q08"]] == ["甲局支部：名册写现任1人，任职台账在任2人"]
    assert "Q07" not in found(town, D("2023-08-31"))


def test_more_full_members_than_members(town: Register) -> None:
    unit(town, "丙局", is_reform=False, disposition=None, members=3, full_members=4)
    town.add("orgs", name="丙局支部", unit="丙局", kind="党支部", members=1, full_members=2)
    assert [(look.row.ledger, look.unit) for look in found(town)["Q09"]] == [("orgs", "丙局"), ("units", "丙局")]


def test_a_weak_organisation_nobody_registered(town: Register) -> None:
    for org in ("甲局支部", "甲局第三支部"):
        town.add("weak_orgs", year=2023, org=org, unit="甲局", listed_on=D("2023-03-01"), due_on=D("2023-09-30"))
    (look,) = found(town)["Q10"]
    assert "甲局第三支部" in look.says


def test_a_unit_that_should_be_in_other_ledgers(town: Register) -> None:
    unit(town, "丙局", is_reform=False, disposition=None, full_members=3, is_new=True)
    town.add("elections", unit="乙局", type="首次选举")
    assert [(look.unit, look.says) for look in found(town)["Q11"]] == [
        ("丙局", "党组织名册里没有这个单位"),
        ("丙局", "选举台账里没有这个单位"),
    ]


def test_a_unit_of_which_nothing_changed_for_two_months(town: Register) -> None:
    assert set(found(town, D("2023-12-01"))) == set()
    town.batch(D("2023-12-01"))
    finding(town, unit="乙局")
    rows = found(town, D("2023-12-02"))["Q12"]
    assert [(look.unit, look.says) for look in rows] == [("甲局", "最近一次变化是2023-10-01的第2批")]


@pytest.mark.parametrize(("people", "asked"), [(4, False), (5, True)])
def test_many_with_exactly_the_hours_asked_for(town: Register, people: int, asked: bool) -> None:
    town.add("sessions", name="班", category="教育培训", mode="集中培训", started_on=D("2023-05-01"), hours=56)
    town.add("orgs", name="丙局支部", unit="乙局", kind="党支部", filled=people)
    for number in range(people):
        post(town, unit="乙局", org="丙局支部", name=f"人{number}", post="委员")
        town.add("attendance", session="班", name=f"人{number}", unit="乙局", attended=1)
    town.add("attendance", session="班", name="甲局书记", unit="甲局", attended=1)
    assert len(found(town).get("Q13", [])) == (people if asked else 0)


def test_many_closed_on_one_day(town: Register) -> None:
    for number in range(5):
        finding(town, closed_on=D("2023-06-01"), no=str(number))
        finding(town, unit="乙局", closed_on=D("2023-06-01") + timedelta(days=number // 2), no=f"乙{number}")
    assert only(town, "Q14") == [("甲局", letter("findings", "closed_on"))] * 5


def test_everything_reported_at_the_last_moment(town: Register) -> None:
    for number in range(3):
        told = {"closed_on": D("2023-09-10") + timedelta(days=number), "no": str(number)}
        finding(town, reported_on=D("2023-08-30") + timedelta(days=number % 2), **told)
        finding(town, unit="乙局", reported_on=D("2023-08-29") + timedelta(days=number), **told)
    assert only(town, "Q15") == [("甲局", letter("findings", "reported_on"))] * 3


@pytest.mark.parametrize(
    ("prompt", "item", "value"),
    [
        ("Q05", "待验收提醒天数", "31"),
        ("Q12", "无变化提醒月数", "0"),
        ("Q14", "相同数据提醒个数", "2"),
        ("Q15", "踩点完成提醒项数", "2"),
    ],
)
def test_thresholds_are_those_in_force(town: Register, prompt: str, item: str, value: str) -> None:
    told = {"reported_on": D("2023-08-31"), "closed_on": D("2023-09-20")}
    finding(town, no="1", **told)
    finding(town, no="2", **told)
    finding(town, no="3", unit="乙局", reported_on=D("2023-09-30"))
    assert prompt not in found(town)
    town.add("targets", item=item, value=value, effective_on=D("2023-01-01"))
    assert prompt in found(town)
    in_force = at(town.connection, Moment(DAY, town.batches)).targets
    assert f"{value}{'个月' if prompt == 'Q12' else ''}" in PROMPTS[prompt].looked_for(in_force)


def test_every_prompt_names_the_settings_it_depends_on() -> None:
    for prompt in PROMPTS.values():
        assert prompt.settings == tuple(item for item in DEFAULTS if item in prompt.settings)
        assert "{" not in prompt.looked_for({item: DEFAULTS[item] for item in prompt.settings})


def test_a_slice_has_its_own_prompts(town: Register) -> None:
    unit(town, "丙局", domain="国有企业")
    assert set(found(town, domain="机关")) == set()
    assert set(found(town, domain="国有企业")) == {"Q01"}


@pytest.mark.parametrize("seed", range(3))
def test_as_many_rows_as_the_count_says(stored: Register, seed: int) -> None:
    fill(stored, Random(seed))
    here = at(stored.connection, Moment(TODAY, stored.batches))
    for prompt, rows in looks(stored.connection, here, {}).items():
        counted = measure(stored.connection, PROMPTS[prompt], here)
        assert counted is not None
        assert (prompt, len(rows)) == (prompt, counted.n)
        assert all(look.says and look.row.file and look.row.cell for look in rows)
