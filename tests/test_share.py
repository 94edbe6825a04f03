"""Shares, points, means and medians as they are shown."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.share import mean, median, percent, points


@pytest.mark.parametrize(
    ("n", "of", "shown"),
    [
        (86, 87, "98.9%"), (87, 87, "100%"), (0, 87, "0%"), (0, 0, "—"), (3, None, "—"), (1, 3, "33.3%"),
        (2, 3, "66.7%"), (1, 8, "12.5%"), (1, 16, "6.3%"), (1999, 2000, "99.9%"), (9999, 10000, "99.9%"),
        (1, 2000, "0.1%"), (1, 2001, "<0.1%"), (1, 100000, "<0.1%"), (7, 6, "116.7%"),
    ],
)  # fmt: skip
def test_percent(n: int, of: int | None, shown: str) -> None:
    assert percent(n, of) == shown


@given(st.integers(1, 10_000), st.data())
def test_only_all_is_100_and_only_none_is_0(of: int, data: st.DataObject) -> None:
    n = data.draw(st.integers(0, of))
    assert (percent(n, of) == "100%") == (n == of)
    assert (percent(n, of) == "0%") == (n == 0)


def test_points_are_of_shares_not_of_counts() -> None:
    assert points((3, 7), (1, 4)) == "+17.9"
    assert points((1, 4), (3, 7)) == "−17.9"
    assert points((1, 2), (2, 4)) == "0.0"
    assert points((1, 0), (2, 4)) is None


def test_means_round_half_up() -> None:
    assert mean([80, 101, 52]) == 77.7
    assert mean([1, 2]) == 1.5
    assert mean([]) is None
    assert mean([0, 0, 0, 1] * 5) == 0.3  # 0.25
    assert median([52, 80, 101]) == 80
    assert median([52, 53]) == 52.5
    assert median([]) is None


@given(st.lists(st.integers(-1000, 1000), min_size=1))
def test_mean_is_within_half_a_tenth(values: list[int]) -> None:
    shown = mean(values)
    assert shown is not None
    assert abs(Fraction(shown).limit_denominator(10) - Fraction(sum(values), len(values))) <= Fraction(1, 20)
