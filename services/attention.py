"""需要领导出面: the few things a leader should take up, each with who, why and for how many days."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from services.ledgers import indicators

AT_MOST = 7
PATIENCE = "同步天数"  # a new unit is to be in step with the reform: so many days from its founding to its election
Rows = Iterable[Mapping[str, Any]]


@dataclass(frozen=True)
class Call:
    """One thing to take up: the unit, the reason in words, and since how many days."""

    unit: str
    reason: str
    days: int


def urgent() -> list[str]:
    """Give the indicators that count what belongs here, by id."""
    return [id for id, each in indicators().items() if each.urgent]


def calls(
    late: Mapping[str, Rows],
    reform: Sequence[Mapping[str, Any]],
    elections: Rows,
    weak_orgs: Rows,
    as_of: date,
    patience: int,
) -> list[Call]:
    """Give what a leader should take up, at most seven: from the things of the urgent indicators, by id, and the rows
    of three ledgers.

    Elections and weak organisations of a unit that was handed over by `as_of` are nobody's here any more.
    """
    left = {
        row["unit"] for row in reform
        if row["disposition"] == "移交" and row["completed_on"] and row["completed_on"] <= as_of
    }  # fmt: skip
    return chosen(
        *(late_things(id, things) for id, things in late.items()),
        late_reforms(reform, as_of),
        waiting_elections([row for row in elections if row["unit"] not in left], as_of, patience),
        late_weak_orgs([row for row in weak_orgs if row["unit"] not in left], as_of),
    )


def late_things(id: str, things: Rows) -> list[Call]:
    """Give one call per unit with things in the numerator of an urgent indicator (`unit`, `late` days, `done`)."""
    counted, late = indicators()[id], dict[str, list[int]]()
    for thing in things:
        if thing["done"]:
            late.setdefault(thing["unit"], []).append(thing["late"])
    said = {unit: f"{len(days)}{counted.unit_word}{counted.urgent}" for unit, days in late.items()}
    return _longest([Call(unit, said[unit], max(days)) for unit, days in late.items()])


def late_reforms(rows: Rows, as_of: date) -> list[Call]:
    """Give the units of the reform ledger past their planned day and not completed by `as_of`."""
    calls = []
    for row in rows:
        planned, completed = row.get("planned_on"), row.get("completed_on")
        open_still = not completed or completed > as_of
        if planned and planned < as_of and open_still and row.get("status_text") not in ("暂缓", "不再涉及"):
            calls.append(Call(row["unit"], f"党组织{row['disposition']}超过计划完成日期", (as_of - planned).days))
    return _longest(calls)


def waiting_elections(rows: Rows, as_of: date, patience: int) -> list[Call]:
    """Give new units founded more than `patience` days before `as_of` whose election result is not approved yet.

    The days are counted from the founding.
    """
    calls = []
    for row in rows:
        founded, approved = row.get("founded_approved_on"), row.get("result_approved_on")
        waits = row.get("type") == "首次选举" and not (approved and approved <= as_of)
        if waits and founded and (as_of - founded).days > patience:
            calls.append(Call(row["unit"], f"组建批复满{patience}天，首次选举还没有办完", (as_of - founded).days))
    return _longest(calls)


def late_weak_orgs(rows: Rows, as_of: date) -> list[Call]:
    """Give the organisations on the 软弱涣散 list that are past their deadline and not closed."""
    calls = []
    for row in rows:
        closed = row.get("closed_on")
        if row["due_on"] < as_of and not (closed and closed <= as_of):
            calls.append(Call(row["unit"], f"{row['org']}整顿超过时限", (as_of - row["due_on"]).days))
    return _longest(calls)


def chosen(*kinds: Sequence[Call]) -> list[Call]:
    """Give at most seven calls, taking the longest of each kind in turn; a unit is named once.

    The calls chosen stand with the longest first.
    """
    taken: dict[str, Call] = {}
    for place in range(max((len(kind) for kind in kinds), default=0)):
        for kind in kinds:
            if place < len(kind) and len(taken) < AT_MOST:
                taken.setdefault(kind[place].unit, kind[place])
    return _longest(list(taken.values()))


def _longest(calls: list[Call]) -> list[Call]:
    return sorted(calls, key=lambda call: (-call.days, call.unit))
