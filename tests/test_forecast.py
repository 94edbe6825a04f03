"""The forecast: true to the weeks it is drawn from, never early for a slower pace, and silent where it would guess."""

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.forecast import Forecast, Task, active_weeks, forecast, required, weeks_late

T = date(2023, 6, 30)
PACES = st.lists(st.integers(0, 9), min_size=4, max_size=12).filter(lambda paces: sum(paces) >= 5 and paces[0] > 0)


def tasks(paces: list[int], left: int) -> list[Task]:
    """Give tasks of which `paces` were done in the last weeks, oldest first, and `left` are open."""
    found = [Task(done=T - timedelta(days=7 * back)) for back, pace in enumerate(reversed(paces)) for _ in range(pace)]
    return found + [Task()] * left


def test_a_steady_pace_ends_where_it_leads() -> None:
    found = forecast(tasks([2] * 8, 10), T)
    assert isinstance(found, Forecast)
    assert found.likely == found.safe == T + timedelta(weeks=5)
    assert found.pace == 2
    assert [(surely, probably) for _, surely, probably in found.fan] == [(2, 2), (4, 4), (6, 6), (8, 8), (10, 10)]


def test_every_draw_is_counted() -> None:
    # Weeks bring 0 or 4, and 4 are left: done in week m in 1 - 2^-m of the draws, 1/2 in the first, 7/8 in the third.
    found = forecast(tasks([4, 0, 4, 0], 4), T)
    assert isinstance(found, Forecast)
    assert (found.likely, found.safe) == (T + timedelta(weeks=1), T + timedelta(weeks=3))
    assert [(surely, probably) for _, surely, probably in found.fan] == [(0, 4), (0, 4), (4, 4)]


@given(PACES, st.integers(1, 60))
def test_half_of_the_draws_are_never_later_than_most_of_them(paces: list[int], left: int) -> None:
    found = forecast(tasks(paces, left), T)
    assert isinstance(found, Forecast)
    assert found == forecast(tasks(paces, left), T)
    assert found.likely is not None or found.safe is None
    if found.safe:
        assert found.likely is not None
        assert T < found.likely <= found.safe
        assert found.fan[-1] == (found.safe, left, left)
    for (_, surely, probably), (_, more, still_more) in zip(found.fan, found.fan[1:], strict=False):
        assert 0 <= surely <= probably <= left
        assert surely <= more
        assert probably <= still_more


@given(PACES, st.integers(1, 60), st.data())
def test_a_better_week_never_delays_the_end(paces: list[int], left: int, data: st.DataObject) -> None:
    better = list(paces)
    better[data.draw(st.integers(0, len(paces) - 1))] += data.draw(st.integers(1, 5))
    slow, quick = forecast(tasks(paces, left), T), forecast(tasks(better, left), T)
    assert isinstance(slow, Forecast)
    assert isinstance(quick, Forecast)
    for before, after in ((slow.likely, quick.likely), (slow.safe, quick.safe)):
        assert (after or date.max) <= (before or date.max)


@given(PACES, st.integers(1, 30))
def test_less_to_do_never_takes_longer(paces: list[int], left: int) -> None:
    much, little = forecast(tasks(paces, left + 3), T), forecast(tasks(paces, left), T)
    assert isinstance(much, Forecast)
    assert isinstance(little, Forecast)
    assert (little.likely or date.max) <= (much.likely or date.max)


def test_nothing_left_needs_no_word() -> None:
    assert forecast(tasks([3] * 6, 0), T) == ""
    assert forecast([], T) == ""


@pytest.mark.parametrize(
    ("paces", "word"),
    [
        ([], "不足4周"),
        ([5, 5, 5], "不足4周"),
        ([9] + [0] * 12, "没有新的完成"),
        ([1, 0, 1, 0, 1], "只完成3"),
    ],
)
def test_it_refuses_with_a_word(paces: list[int], word: str) -> None:
    found = forecast(tasks(paces, 20), T)
    assert isinstance(found, str)
    assert word in found


def test_no_date_beyond_a_year() -> None:
    found = forecast(tasks([1, 0, 0, 1, 1, 1, 1], 80), T)
    assert isinstance(found, Forecast)
    assert (found.likely, found.safe) == (None, None)
    assert len(found.fan) == 52
    assert max(day for day, _, _ in found.fan) <= T + timedelta(weeks=52)


def test_a_week_without_work_to_do_is_no_week() -> None:
    first = [Task(since=T - timedelta(weeks=9), done=T - timedelta(weeks=8))] * 3
    second = [Task(since=T - timedelta(weeks=2), done=T - timedelta(weeks=1)), Task(since=T - timedelta(weeks=2))]
    assert active_weeks([*first, *second], T) == (3, 0, 1, 0)
    assert active_weeks([*first, *second, Task()], T) == (3, 0, 0, 0, 0, 0, 0, 1, 0)


def test_what_is_done_after_the_day_is_open_at_the_day() -> None:
    found = forecast([*tasks([2] * 8, 0), Task(done=T + timedelta(days=1))], T)
    assert isinstance(found, Forecast)
    assert found.left == 1


def test_the_pace_that_is_needed() -> None:
    assert required(16, T, T + timedelta(days=28)) == 4
    assert required(5, T, T + timedelta(days=14)) == Fraction(5, 2)
    assert required(5, T, T) is None


def test_a_begun_week_counts_as_late_and_a_whole_one_as_early() -> None:
    assert [weeks_late(T + timedelta(days=days), T) for days in (15, 14, 1, 0, -6, -7, -14)] == [3, 2, 1, 0, 0, -1, -2]
