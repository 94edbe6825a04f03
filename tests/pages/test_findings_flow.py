"""The cumulative flow: every finding stands in exactly one band on every day, and today's bands are the figure's."""

from datetime import date
from typing import Any

from pages.parts.findings_flow import standing

T = date(2023, 6, 30)


def finding(state: str, **days: str) -> dict[str, Any]:
    return {"state": state, "fed_back_on": "2023-03-01", **days}


def test_a_finding_moves_by_its_own_dates() -> None:
    found = [finding("已销号", reported_on="2023-05-01", closed_on="2023-06-01")]
    assert standing(found, date(2023, 2, 28)) == {}
    assert standing(found, date(2023, 4, 30)) == {"整改中、待整改": 1}
    assert standing(found, date(2023, 5, 31)) == {"待验收": 1}
    assert standing(found, T, now=True) == {"已销号": 1}


def test_what_only_a_word_says_holds_now_alone() -> None:
    found = [finding("待验收")]
    assert standing(found, date(2023, 5, 31)) == {"整改中、待整改": 1}
    assert standing(found, T, now=True) == {"待验收": 1}


def test_standing_ones_stay_and_begun_and_unbegun_are_one_band() -> None:
    found = [finding("长期坚持"), finding("待整改"), finding("整改中")]
    assert standing(found, date(2023, 5, 31)) == standing(found, T, now=True) == {"长期坚持": 1, "整改中、待整改": 2}
