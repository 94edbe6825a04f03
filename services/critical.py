"""What bounds the end of the work: the few units whose steps or deadlines reach furthest."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from services.forecast import Task
from services.share import median

AT_MOST = 3
# The steps of a disposition, each with the word for having taken it.
STEPS = {"requested_on": "已请示", "approved_on": "已批复", "completed_on": "已完成"}
NOT_BEGUN, POSTPONED, WITHDRAWN = "未启动", "暂缓", "不再涉及"
Rows = Iterable[Mapping[str, Any]]


@dataclass(frozen=True)
class Bound:
    """A unit the end waits for: how far it is, and the first day it can be done by; None where there is none to see."""

    unit: str
    why: str
    day: date | None


def by_steps(rows: Rows, as_of: date) -> list[Bound]:
    """Give the open units of the reform ledger that will be done last if each step takes as long as it usually does.

    A step's usual time is the median of the days that lie before it in the units that have taken it by `as_of`; where
    none has, no unit before it can be told an end. Units that are 暂缓 or 不再涉及 are on no way to one. Both are left
    out.
    """
    rows = [row for row in rows if row["status_text"] not in (POSTPONED, WITHDRAWN)]
    usual = _usual_days(rows, as_of)
    found = []
    for row in rows:
        taken = [name for name in STEPS if row[name] and row[name] <= as_of]
        last = taken[-1] if taken else None
        if last != "completed_on" and (day := _end(row, last, usual, as_of)):
            found.append(Bound(row["unit"], STEPS[last] if last else NOT_BEGUN, day))
    return sorted(found, key=lambda bound: bound.day or as_of, reverse=True)[:AT_MOST]


def _end(row: Mapping[str, Any], last: str | None, usual: Mapping[str, int], as_of: date) -> date | None:
    """Give the day the steps after `last` will have taken their usual time; what is overdue takes no more."""
    names = list(STEPS)
    ahead = names[names.index(last) + 1 :] if last else names
    day = row[last] if last else as_of
    if not usual.keys() >= set(ahead):
        return None
    for name in ahead:
        day = max(as_of, day + timedelta(days=usual[name]))
    return day


def by_deadline(tasks: Iterable[Task], as_of: date, word: str) -> list[Bound]:
    """Give the units with open tasks of the latest deadlines, then with the most of them; `word` counts them."""
    open_tasks: dict[str, list[date]] = {}
    for task in tasks:
        if task.unit and not (task.done and task.done <= as_of):
            open_tasks.setdefault(task.unit, []).append(task.due or date.min)
    found = [(max(days), len(days), unit) for unit, days in open_tasks.items()]
    found.sort(key=lambda each: (-each[0].toordinal(), -each[1]))
    return [Bound(unit, f"{count}{word}", day if day > date.min else None) for day, count, unit in found[:AT_MOST]]


def _usual_days(rows: Sequence[Mapping[str, Any]], as_of: date) -> dict[str, int]:
    usual = {}
    for before, name in zip(("reform_on", *STEPS), STEPS, strict=False):
        days = [(row[name] - row[before]).days for row in rows if row[name] and row[before] and row[name] <= as_of]
        if (middle := median([each for each in days if each >= 0])) is not None:
            usual[name] = int(middle)
    return usual
