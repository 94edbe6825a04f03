"""When the work will be done: from what the last weeks brought to a day, or a word why there is none.

A bootstrap makes up the weeks to come by drawing from the past ones. Weeks bring whole numbers and there are at most
twelve of them, so every possible draw is counted instead of some thousand random ones: the limit of the bootstrap,
without a seed, the same for the same data, and never earlier for a slower week.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

WEEK = timedelta(days=7)
WEEKS = 12  # past weeks that are drawn from
FEWEST_WEEKS, FEWEST_DONE = 4, 5  # with less a forecast would be a guess
HORIZON = 52  # weeks; what lies beyond is no date
LIKELY, SAFE = 50, 85  # in so many of 100 ways all is done


@dataclass(frozen=True)
class Task:
    """One thing to be done: whose it is, since when it is known (None: from the beginning), by when, and when it was.

    A thing that is no unit's on record (a unit of the task that no register holds) has no unit.
    """

    unit: str | None = None
    since: date | None = None
    due: date | None = None
    done: date | None = None


@dataclass(frozen=True)
class Forecast:
    """`likely` and `safe`: the ends of the weeks by which all is done in 50% and in 85% of the ways; None: over a year.

    `weeks`: what each active week brought, oldest first. `fan`: at the end of each week to come, how many more are done
    at least in 85% and in 50% of the ways.
    """

    left: int
    weeks: tuple[int, ...]
    likely: date | None
    safe: date | None
    fan: tuple[tuple[date, int, int], ...]

    @property
    def pace(self) -> Fraction:
        """Give how many were done a week."""
        return Fraction(sum(self.weeks), len(self.weeks))


def forecast(tasks: Sequence[Task], as_of: date) -> Forecast | str:
    """Give when the tasks that are open at `as_of` will be done, or in words why that cannot be said.

    The words are empty where nothing is left to do.
    """
    left = sum(task.done is None or task.done > as_of for task in tasks)
    if not left:
        return ""
    weeks = active_weeks(tasks, as_of)
    if len(weeks) < FEWEST_WEEKS:
        return f"有进展的时间不足{FEWEST_WEEKS}周，暂不预测"
    if not any(weeks):
        return f"近{len(weeks)}周没有新的完成，按现速无法预计"
    if sum(weeks) < FEWEST_DONE:
        return f"近{len(weeks)}周只完成{sum(weeks)}，暂不预测"
    likely = safe = None
    fan = []
    for number, (ways, below) in enumerate(_weeks_to_come(left, weeks), start=1):
        day, surely, probably = as_of + number * WEEK, _done_in(SAFE, ways, below), _done_in(LIKELY, ways, below)
        fan.append((day, surely, probably))
        likely = likely or (day if probably == left else None)
        if surely == left:
            safe = day
            break
    return Forecast(left, weeks, likely, safe, tuple(fan))


def active_weeks(tasks: Iterable[Task], as_of: date) -> tuple[int, ...]:
    """Give what each of the last active weeks brought, oldest first, at most twelve; weeks are counted back from T.

    A week is active from the first completion on while anything was open. One in which nothing was done counts as
    zero: such weeks will come again. One in which nothing was open could bring nothing and says nothing of the pace.
    """
    known = sorted(task.since or date.min for task in tasks)
    done = sorted(task.done for task in tasks if task.done and task.done <= as_of)
    weeks: list[int] = []
    end = as_of
    while done and end >= done[0] and len(weeks) < WEEKS:
        start = end - WEEK
        before = bisect_right(done, start)
        if bisect_right(known, end) > before:
            weeks.append(bisect_right(done, end) - before)
        end = start
    return tuple(reversed(weeks))


def _weeks_to_come(left: int, weeks: Sequence[int]) -> Iterator[tuple[int, list[int]]]:
    """Give for each week to come the number of all draws so far, and how many of them bring 0, 1 … `left` - 1."""
    sizes = Counter(weeks)
    ways, below = 1, [1] + [0] * (left - 1)
    for _ in range(HORIZON):
        drawn = [0] * left
        for size, times in sizes.items():
            for total in range(left - size):
                drawn[total + size] += times * below[total]
        ways, below = ways * len(weeks), drawn
        yield ways, below


def _done_in(chance: int, ways: int, below: Sequence[int]) -> int:
    """Give the most that is done in at least `chance` of 100 draws; `len(below)`, everything, where that many bring it.

    Draws that bring less than k are the sum of `below[:k]`.
    """
    less = 0
    for total, draws in enumerate(below):
        less += draws
        if 100 * (ways - less) < chance * ways:
            return total
    return len(below)


def required(left: int, as_of: date, target: date) -> Fraction | None:
    """Give how many a week have to be done from `as_of` to finish by `target`; None where that day is not ahead."""
    days = (target - as_of).days
    return Fraction(left * 7, days) if days > 0 else None


def weeks_late(day: date, target: date) -> int:
    """Give by how many weeks `day` is after `target`, a begun week counting in full; negative by whole weeks before."""
    return -((target - day).days // 7)
