"""需要领导出面: the few things a leader should take up, each with who, why and for how many days."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

AT_MOST = 7
Rows = Iterable[Mapping[str, Any]]


@dataclass(frozen=True)
class Call:
    """One thing to take up: the unit, the reason in words, and since how many days."""

    unit: str
    reason: str
    days: int


def late_findings(rows: Rows) -> list[Call]:
    """Give one call per unit with overdue findings (rows with `unit` and `late` days), the longest overdue first."""
    late: dict[str, list[int]] = {}
    for row in rows:
        late.setdefault(row["unit"], []).append(row["late"])
    calls = [Call(unit, f"{len(days)}项督查问题超过整改时限", max(days)) for unit, days in late.items()]
    return _longest(calls)


def late_reforms(rows: Rows, as_of: date) -> list[Call]:
    """Give the units of the reform ledger past their planned day and not completed by `as_of`."""
    calls = []
    for row in rows:
        planned, completed = row.get("planned_on"), row.get("completed_on")
        open_still = not completed or completed > as_of
        if planned and planned < as_of and open_still and row.get("status_text") not in ("暂缓", "不再涉及"):
            calls.append(Call(row["unit"], f"党组织{row['disposition']}超过计划完成日期", (as_of - planned).days))
    return _longest(calls)


def waiting_elections(rows: Rows, as_of: date) -> list[Call]:
    """Give new units founded by `as_of` whose election result is not approved yet, since the day they were founded."""
    calls = []
    for row in rows:
        founded, approved = row.get("founded_approved_on"), row.get("result_approved_on")
        if row.get("type") == "首次选举" and founded and founded <= as_of and not (approved and approved <= as_of):
            calls.append(Call(row["unit"], "组建批复后首次选举还没有办完", (as_of - founded).days))
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
