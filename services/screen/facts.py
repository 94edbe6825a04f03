"""What the pages of the wall may ask: figures at one moment over one 领域, and of rows what `allowed` lets through."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cached_property
from typing import Any, TypeVar

from services.changes import Comparison, Split
from services.indicators import At, Measure, Moment, at, items, measure
from services.ledgers import indicators, ledger, ledgers, needs
from services.screen import allowed
from services.screen.stand import Stand
from services.snapshots import Snapshot
from services.store import provenance
from services.store.engine import Connection

Rows = list[dict[str, Any]]
T = TypeVar("T")
YEARLY = frozenset({"K08", "K10", "K15"})  # of the figures shown, those that start anew every January


class Facts:
    """The same services the dashboard's pages ask, at the wall's moment; each question is asked once.

    `against`: the snapshot compared with. `list_units`: whether units may be named where something is behind.
    """

    def __init__(self, connection: Connection, stand: Stand, domain: str | None, list_units: bool) -> None:
        self._connection = connection
        self._kept: dict[tuple[Any, ...], Any] = {}
        self.at: At = at(connection, stand.moment)
        self.against: Snapshot | None = stand.before
        self.domain = domain
        self.list_units = list_units
        self.where: Mapping[str, str] = {"domain": domain} if domain else {}

    def measure(self, id: str, by: str | None = None) -> Measure | None:
        """Give a figure, split by a dimension; None where it cannot be sliced by 领域."""
        return self._once(
            ("measure", id, by), lambda: measure(self._connection, indicators()[id], self.at, self.where, by)
        )

    def before(self, id: str) -> Measure | None:
        """Give a figure at the snapshot compared with; None where there is none, 未报 then, or another year's count."""
        then = self._then
        if then is None or (id in YEARLY and then.as_of.year != self.at.as_of.year):
            return None
        if any(each.id not in self._batches_then for each in needs(id)):
            return None
        return self._once(("before", id), lambda: measure(self._connection, indicators()[id], then, self.where))

    def split(self, id: str) -> Split | None:
        """Give what moved a figure since the snapshot, without the names of the things and the reasons."""
        return self._once(("split", id), lambda: self._split(id))

    def missing(self, id: str) -> str | None:
        """Give the title of the ledger a figure still lacks: then it is 未报, not 0."""
        return next((each.title for each in needs(id) if each.id not in self.batches), None)

    def reported(self, id: str) -> Measure | None:
        """Give a figure, None where the ledger behind it holds nothing."""
        return None if self.missing(id) else self.measure(id)

    def things(self, id: str) -> Rows:
        """Give what a figure counts, one by one, in official order."""

        def ask() -> Rows:
            return [allowed.thing(each) for each in items(self._connection, indicators()[id], self.at, self.where)]

        return self._once(("things", id), ask)

    def rows(self, name: str) -> Rows:
        """Give the rows of a ledger about the units of the slice, in official order."""
        return self._once(("rows", name), lambda: self._rows(name))

    @cached_property
    def batches(self) -> dict[str, int]:
        """The newest batch of every ledger that holds anything."""
        return provenance.newest(self._connection, ledgers().values(), self.at.batch)

    @cached_property
    def units(self) -> dict[str, dict[str, Any]]:
        """Every unit of the register by its name, in official order."""
        return {row["name"]: row for row in self._read("units")}

    def short(self, unit: str) -> str:
        """Give the name by which a unit is called."""
        return self.units.get(unit, {}).get("short_name") or unit

    @cached_property
    def _then(self) -> At | None:
        return at(self._connection, Moment(self.against.as_of, self.against.batch)) if self.against else None

    @cached_property
    def _batches_then(self) -> dict[str, int]:
        batch = self._then.batch if self._then else 0
        return provenance.newest(self._connection, ledgers().values(), batch)

    @cached_property
    def _comparison(self) -> Comparison | None:
        return Comparison(self._connection, self._then, self.at) if self._then else None

    def _split(self, id: str) -> Split | None:
        found = self._comparison.split(indicators()[id], self.where) if self._comparison else None
        if found is None:
            return None
        changes = (replace(change, name="", reason="", place=None) for change in found.changes)
        return replace(found, changes=tuple(changes))

    def _read(self, name: str) -> Rows:
        found = provenance.sourced(self._connection, ledger(name), self.at.batch, {})
        return [allowed.row(name, row.values) for row in found]

    def _rows(self, name: str) -> Rows:
        naming = "name" if name == "units" else "unit"
        rows = list(self.units.values()) if name == "units" else self._read(name)
        if self.domain is None:
            return rows
        return [row for row in rows if self.units.get(row[naming], {}).get("domain") == self.domain]

    def _once(self, key: tuple[Any, ...], ask: Callable[[], T]) -> T:
        if key not in self._kept:
            self._kept[key] = ask()
        kept: T = self._kept[key]
        return kept
