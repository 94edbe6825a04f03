"""Rows of the audit: filtered, in pages, and as a file to take away."""

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from services.access import OPERATIONS, permit
from services.access.audit import OUTCOMES, Outcome
from services.store import Store, access
from services.text import harmless
from services.trail.words import said

TITLES = ("序号", "时间", "操作人", "地址", "事项", "对象", "结果", "说明", "校验码")
PAGE = 100


@dataclass(frozen=True)
class Wanted:
    """Which rows: the days from `first` to `last`, by whom, what and how it ended; None and "" for all."""

    first: date | None = None
    last: date | None = None
    actor: str = ""
    operation: str = ""
    outcome: Outcome | None = None

    def conditions(self) -> dict[str, str]:
        """Give the same as the store asks it: the ends of the days in UTC, and what must be equal."""
        ends = {
            "since": self.first and _start(self.first),
            "until": self.last and _start(self.last + timedelta(days=1)),
            "actor": self.actor, "operation": self.operation, "outcome": self.outcome,
        }  # fmt: skip
        return {name: end for name, end in ends.items() if end}


@dataclass(frozen=True)
class Entry:
    """One row of the audit; `operation`, `outcome` and `detail` in words."""

    id: int
    at: datetime
    actor: str
    address: str | None
    operation: str
    thing: str
    outcome: str
    detail: str
    hash: str


def listed(store: Store, by: str, wanted: Wanted, page: int = 0) -> tuple[list[Entry], int]:
    """Give one page of rows, the newest first, and how many there are on all pages; raises NotAllowed."""
    permit(store, by, "audit.read")
    conditions = wanted.conditions()
    with store.read() as connection:
        rows = access.audit(connection, conditions, PAGE, page * PAGE)
        return [_entry(row) for row in rows], access.count_audit(connection, conditions)


def actors(store: Store, by: str) -> list[str]:
    """Give everybody the audit names, for a choice; raises NotAllowed."""
    permit(store, by, "audit.read")
    with store.read() as connection:
        return access.audited_actors(connection)


def exported(store: Store, by: str, wanted: Wanted) -> bytes:
    """Give the rows as UTF-8 CSV with BOM, the oldest first, formulas made harmless; raises NotAllowed."""
    conditions = wanted.conditions()
    with store.read() as connection:
        rows = access.audit(connection, conditions)
    permit(store, by, "audit.export", rows=len(rows), **conditions)
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(TITLES)
    for entry in map(_entry, reversed(rows)):
        at = entry.at.astimezone().isoformat(sep=" ", timespec="seconds")
        cells = (entry.actor, entry.address or "", entry.operation, entry.thing, entry.outcome, entry.detail)
        writer.writerow([entry.id, at, *map(harmless, cells), entry.hash])
    return text.getvalue().encode("utf-8-sig")


def _start(day: date) -> str:
    return datetime.combine(day, time()).astimezone(UTC).isoformat(timespec="microseconds")


def _entry(row: Mapping[str, Any]) -> Entry:
    known = OPERATIONS.get(row["operation"])
    operation = known.title if known else row["operation"]  # one of an earlier or a later program
    at, outcome = datetime.fromisoformat(row["at"]), OUTCOMES.get(row["outcome"], row["outcome"])
    return Entry(
        row["id"], at, row["actor"], row["address"], operation, row["thing"], outcome, said(row["detail"]), row["hash"]
    )
