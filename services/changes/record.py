"""What was on record at two batches, ledger by ledger, and every version in between."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from services.ledger import Ledger
from services.ledgers import ledger as ledger_named
from services.store import records, versions
from services.store.engine import Connection

Version = dict[str, Any]


@dataclass(frozen=True)
class Reported:
    """A batch: the day it was made, and the batch it took back."""

    day: date
    undoes: int | None


@dataclass(frozen=True)
class Pair:
    """One row as it was known at the first batch and at the last; None where it was not on record.

    `history` has its versions from the first batch to the last, the oldest first.
    """

    ledger: Ledger
    key: str
    old: Version | None
    new: Version | None
    history: tuple[Version, ...]

    @property
    def known(self) -> Version:
        """Give the row as it was last known."""
        return self.new or self.old or self.history[-1]


class _Book:
    """One ledger: its rows by key, by version and by unit."""

    def __init__(self, ledger: Ledger, found: list[Version], first: int, last: int) -> None:
        self.by_id = {row["id"]: row for row in found}
        histories: dict[str, list[Version]] = defaultdict(list)
        for row in found:
            histories[row["key"]].append(row)
        self.pairs = {
            key: Pair(ledger, key, _known(rows, first), _known(rows, last), tuple(rows))
            for key, rows in histories.items()
        }
        self.by_unit: dict[str | None, list[Pair]] = defaultdict(list)
        naming = "name" if ledger.id == "units" else "unit"
        for pair in self.pairs.values():
            for unit in {row.get(naming) for row in pair.history}:
                self.by_unit[unit].append(pair)


def _known(rows: list[Version], batch: int) -> Version | None:
    started = (row for row in rows if row["batch_in"] <= batch)
    return next((row for row in started if row["batch_out"] is None or row["batch_out"] > batch), None)


class Record:
    """Reads each ledger once, when it is first asked for."""

    def __init__(self, connection: Connection, first: int, last: int) -> None:
        self._connection = connection
        self._first, self._last = first, last
        self._books: dict[str, _Book] = {}

    def _book(self, name: str) -> _Book:
        if name not in self._books:
            ledger = ledger_named(name)
            ends = sorted((self._first, self._last))
            found = versions.between(self._connection, ledger.versions, *ends)
            self._books[name] = _Book(ledger, found, self._first, self._last)
        return self._books[name]

    def version(self, name: str, row: int) -> Version:
        """Give a row version by its id."""
        return self._book(name).by_id[row]

    def pair(self, name: str, row: int) -> Pair:
        """Give the row that a version belongs to."""
        return self._book(name).pairs[self.version(name, row)["key"]]

    def keyed(self, name: str, key: str | None) -> Pair | None:
        """Give the row of this key."""
        return self._book(name).pairs.get(key or "")

    def all(self, name: str) -> list[Pair]:
        """Give every row of a ledger."""
        return list(self._book(name).pairs.values())

    def of_unit(self, name: str, unit: str | None) -> list[Pair]:
        """Give the rows of a ledger that are, or were, about a unit."""
        return self._book(name).by_unit.get(unit, [])

    @cached_property
    def batches(self) -> dict[int, dict[str, Any]]:
        """Give every batch by its number."""
        return {batch["id"]: batch for batch in records.batches(self._connection)}

    @cached_property
    def reported(self) -> dict[int, Reported]:
        """Give every batch's day, and what it took back, by its number."""
        return {id: Reported(each["made_at"].astimezone().date(), each["undoes"]) for id, each in self.batches.items()}
