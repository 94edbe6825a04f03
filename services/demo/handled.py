"""How far the things of the demonstration's registers are that somebody has to do by a day."""

from datetime import date, timedelta
from random import Random
from typing import Any

from services.demo.days import AS_OF, after, between

ENDS = ((3, 31), (6, 30), (9, 30), (12, 31))
QUARTER_ENDS = [date(year, month, day) for year in (2022, 2023, 2024) for month, day in ENDS]
FINAL = date(2023, 10, 27)  # nothing was closed on the very last days


def handled(random: Random, began: date, done: str, doing: str) -> dict[str, Any]:
    """Draw deadline, 办理状态, 进展情况 (`done` or `doing`) and 办结日期 of a thing that began on a day."""
    if random.random() < 0.05:
        return {"due_on": "长期坚持", "status": "长期坚持", "progress": doing, "closed_on": None}
    due = random.choice([day for day in QUARTER_ENDS if timedelta(45) < day - began < timedelta(330)])
    passed = due <= AS_OF
    if random.random() < (0.9 if passed else 0.3):
        late = passed and random.random() < 0.14
        first, last = (due, after(due, 40)) if late else (after(began, 25), due)
        closed = between(random, min(first, FINAL), min(last, FINAL))
        forgotten = random.random() < 0.02
        return {"due_on": due, "status": "已办结", "progress": done, "closed_on": None if forgotten else closed}
    begun = passed or random.random() < 0.75
    told = {"status": "办理中", "progress": doing} if begun else {"status": "未启动", "progress": None}
    return {"due_on": due, **told, "closed_on": None}
