"""What is on record of one unit, gathered for its page."""

from collections import Counter
from datetime import date
from typing import Any

from pages.parts.asked import asked
from pages.parts.data import items, rows, targets
from pages.parts.measured import measure
from services.dossier import Record, Roll
from services.indicators import Measure

SOON = "临期天数"


def record(values: dict[str, Any]) -> Record:
    """Give the record of the unit with these values of 单位名册, as known at the view."""
    view, now = asked()
    own = (("unit", values["name"]),)

    def known(name: str) -> list[dict[str, Any]]:
        return [row["values"] for row in rows(now.stamp, view.batch, name, own)]

    def counted(indicator: str) -> dict[int, dict[str, Any]]:
        return {thing["row"]: thing for thing in items(now.stamp, view.as_of, view.batch, indicator, own)}

    findings, overdue = counted("K16"), counted("K06b")
    organisations = rows(now.stamp, view.batch, "orgs", own)
    stage = next((thing["state"] for thing in counted("K01a").values()), None)
    return Record(
        values, view.as_of, int(targets(now.stamp, view.as_of, view.batch)[SOON]), stage,
        reform=next(iter(known("reform")), None), elections=known("elections"),
        orgs=[row["values"] for row in organisations],
        overdue=frozenset(row["values"]["name"] for row in organisations if row["id"] in overdue),
        findings=[
            {**row["values"], "state": findings[row["id"]]["state"]}
            for row in rows(now.stamp, view.batch, "findings", own)
            if row["id"] in findings
        ],
        weak_orgs=known("weak_orgs"),
        roll=_roll(values["name"]),
    )  # fmt: skip


def _roll(unit: str) -> Roll:
    view, now = asked()
    own = view.only().sliced(unit=unit)
    return Roll(_share(measure(now.stamp, own, "K08")), _share(measure(now.stamp, own, "K10")), _heads(unit))


def _share(measured: Measure | None) -> tuple[int, int] | None:
    return (int(measured.n), measured.of) if measured and measured.of is not None else None


def _heads(unit: str) -> tuple[tuple[date, int], ...]:
    """Give how many of the unit's people came to the sessions of each month, by the month's first day."""
    view, now = asked()
    days = {row["key"]: row["values"]["started_on"] for row in rows(now.stamp, view.batch, "sessions")}
    came = (row["values"] for row in rows(now.stamp, view.batch, "attendance", (("unit", unit),)))
    started = (days.get(each["session_key"]) for each in came if each["attended"])
    months = Counter(day.replace(day=1) for day in started if day and day <= view.as_of)
    return tuple(sorted(months.items()))
