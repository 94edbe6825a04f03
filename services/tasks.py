"""What a figure counts, as tasks with their dates: from these come the plan, the pace and the forecast."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from services.forecast import Task
from services.ledgers.rectification import STANDING

Rows = Iterable[Mapping[str, Any]]
YEARLY = frozenset({"K08"})  # starts anew every January and is due by the end of the year


def tasks(indicator: str, things: Rows, reform: Rows = (), of: int = 0) -> list[Task]:
    """Give the tasks of K01, K08 or K17 from the things it counts.

    K01 asks for the rows of 处置台账 and for the denominator too: what the register lacks of it is a task of nobody.
    """
    counted = [thing for thing in things if thing["counted"]]
    if indicator == "K01":
        return _units(counted, reform, of)
    return _persons(counted) if indicator == "K08" else _findings(counted)


def _units(things: Rows, reform: Rows, of: int) -> list[Task]:
    """Give one task per 涉改 unit, planned by its 计划完成日期, then one for each that the register lacks."""
    dates = {row["unit"]: row for row in reform}
    known = []
    for thing in things:
        values = dates.get(thing["unit"], {})
        done = values["completed_on"] if thing["done"] else None
        known.append(Task(thing["unit"], due=values.get("planned_on"), done=done))
    return known + [Task()] * max(0, of - len(known))


def _persons(things: Rows) -> list[Task]:
    """Give one task per person in post, done on the first day of training in the year."""
    return [Task(thing["unit"], done=thing["first_on"] if thing["done"] else None) for thing in things]


def _findings(things: Rows) -> list[Task]:
    """Give one task per finding, planned by its present deadline; 长期坚持 has no end and is none."""
    return [
        Task(thing["unit"], thing["fed_back_on"], thing["due_on"], thing["closed_on"] if thing["done"] else None)
        for thing in things
        if thing["state"] != STANDING
    ]


def due_by(found: Sequence[Task], day: date) -> int | None:
    """Give how many tasks were to be done by a day, None where none has a deadline."""
    days = [task.due for task in found if task.due]
    return sum(due <= day for due in days) if days else None


def target(indicator: str, found: Sequence[Task], as_of: date) -> date | None:
    """Give the day everything is to be done by: the end of the year that counts, else the last deadline."""
    if indicator in YEARLY:
        return date(as_of.year, 12, 31)
    return max((task.due for task in found if task.due), default=None)
