"""换届 and 班子: K06, K06b, K07."""

from datetime import date
from typing import Any

import pytest

from tests.indicators.register import Register

D = date.fromisoformat
DAY = D("2023-10-31")


def org(register: Register, **values: Any) -> None:
    unit = values.pop("unit", "甲局")
    defaults = {
        "name": "第一支部", "unit": unit, "kind": "党支部", "status": "正常", "term_years": 3,
        "elected_on": D("2020-06-30"), "term_ends_on": D("2023-06-30"),
    }  # fmt: skip
    register.add("orgs", **{**defaults, **values})


def election(register: Register, **values: Any) -> None:
    register.add("elections", **{"unit": "甲局", "org": "第一支部", "type": "换届选举", **values})


@pytest.mark.parametrize(
    ("held_on", "extension", "in_time", "overdue"),
    [
        ("2023-06-30", None, 1, 0),
        ("2023-07-01", None, 0, 0),
        (None, None, 0, 1),
        ("2023-11-01", None, 0, 1),
        ("2020-06-30", None, 0, 1),
        ("2023-09-30", "2023-09-30", 1, 0),
        ("2023-10-01", "2023-09-30", 0, 0),
        (None, "2023-09-30", 0, 1),
        (None, "2024-06-30", 0, 0),
        (None, "2024-07-01", 0, 1),
        ("2023-08-01", "2024-07-01", 0, 0),
    ],
)
def test_elected_by_the_end_of_the_term_or_a_valid_extension(
    register: Register, held_on: str | None, extension: str | None, in_time: int, overdue: int
) -> None:
    org(register)
    election(register, held_on=held_on and D(held_on))
    if extension:
        election(register, extended=True, extended_to=D(extension))
    assert register.figure("K06", DAY) == (in_time, 1)
    assert register.figure("K06b", DAY) == (overdue, None)


def test_an_election_that_names_the_unit_alone_is_that_of_its_one_organisation(register: Register) -> None:
    org(register)
    org(register, name="临时", kind="临时党支部")
    election(register, org=None, held_on=D("2023-06-01"))
    assert register.figure("K06", DAY) == (1, 1)
    org(register, name="第二支部", term_ends_on=D("2025-06-30"))
    assert register.figure("K06", DAY) == (0, 1)


def test_which_terms_are_counted(register: Register) -> None:
    org(register, name="届满当天", term_ends_on=DAY)
    org(register, name="明天届满", term_ends_on=D("2023-11-01"))
    org(register, name="去年届满", term_ends_on=D("2022-12-31"))
    org(register, name="临时", kind="临时党支部")
    org(register, name="撤销", status="已撤销")
    org(register, name="移交", unit="乙局")
    register.add("units", name="乙局", domain="机关", is_reform=True, is_new=False)
    register.add("reform", unit="乙局", disposition="移交", completed_on=D("2023-09-01"))
    assert [row.values["name"] for row in register.trace("K06", DAY, "of")] == ["届满当天"]
    assert [row.values["name"] for row in register.trace("K06b", DAY)] == ["去年届满"]


def test_a_term_that_ended_before_the_register_was_renewed(register: Register) -> None:
    renewed = {"elected_on": D("2023-07-10"), "term_ends_on": D("2026-07-10"), "previous_term_ends_on": D("2023-06-30")}
    org(register, **renewed)
    assert register.figure("K06", D("2023-06-29")) == (0, 0)
    assert register.figure("K06", DAY) == (0, 1)
    assert register.figure("K06b", D("2023-07-09")) == (1, None)
    assert register.figure("K06b", DAY) == (0, None)
    election(register, held_on=D("2023-07-10"), extended=True, extended_to=D("2023-07-31"))
    assert register.figure("K06", DAY) == (1, 1)
    assert [(row.ledger, row.cell) for row in register.trace("K06", DAY)] == [("elections", "J2")]


def test_renewed_in_time_with_nothing_but_the_register(register: Register) -> None:
    org(register, elected_on=D("2023-06-20"), term_ends_on=D("2026-06-20"), previous_term_ends_on=D("2023-06-30"))
    assert register.figure("K06", DAY) == (1, 1)
    assert [(row.ledger, row.cell) for row in register.trace("K06", DAY)] == [("orgs", "K2")]


def test_a_term_whose_beginning_is_unknown(register: Register) -> None:
    org(register, elected_on=None)
    election(register, held_on=D("2020-06-10"))
    assert register.figure("K06", DAY) == (0, 1)
    election(register, held_on=D("2023-06-10"))
    assert register.figure("K06", DAY) == (1, 1)


def test_overdue_for_more_than_a_year(register: Register) -> None:
    org(register, name="一", term_ends_on=D("2022-10-31"))
    org(register, name="二", term_ends_on=D("2022-10-30"))
    assert register.measure("K06b", DAY).values == {"≤1年": 1, ">1年": 1}


def test_a_full_board_has_a_secretary_in_post_and_no_empty_seat(register: Register) -> None:
    for name, filled, ended, founded in [
        ("齐", 3, None, None), ("缺员", 2, None, None), ("未填", None, None, None), ("离任", 3, DAY, None),
        ("未到离任", 3, D("2023-11-01"), None), ("未成立", 3, None, D("2023-11-01")),
    ]:  # fmt: skip
        org(register, name=name, seats=3, filled=filled, founded_on=founded)
        register.add("posts", name="甲", unit="甲局", org=name, post="书记", started_on=D("2020-01-01"), ended_on=ended)
    org(register, name="没有书记", seats=3, filled=3)
    org(register, name="没有应配", seats=None, filled=3)
    assert register.figure("K07", DAY) == (2, 6)
