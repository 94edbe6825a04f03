"""What is on record while a file is judged: current rows by ledger, and unit names in all their spellings."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any

from services.ingest.names import UnitNames
from services.ledger import Ledger
from services.ledgers import ledger as ledger_named
from services.store import provenance, records, versions
from services.store.engine import Connection
from services.text import normal

Row = dict[str, Any]


def key_of(ledger: Ledger, values: Any) -> str:
    """Give the natural key: the first of the ledger's keys whose fields are all filled, else the last with blanks."""
    for fields in ledger.keys:
        parts = [values.get(field) for field in fields]
        if None not in parts and "" not in parts:
            break
    return _key(fields, parts)


def joined(fields: tuple[str, ...], values: Any) -> str:
    """Give one key as text: its first field's name and each part in the form in which spellings are compared."""
    return _key(fields, [values.get(field) for field in fields])


def _key(fields: tuple[str, ...], parts: list[Any]) -> str:
    return "|".join([fields[0], *[normal(str(part or "")) for part in parts]])


def titled(ledger: Ledger, values: Any) -> str:
    """Give words by which an analyst knows the row: its key, as written."""
    for fields in ledger.keys:
        if all(values.get(name) for name in fields):
            break
    words = [values.get(name.removesuffix("_key")) for name in fields]
    return " · ".join([str(word) for word in words if word])


class Known:
    """The current rows of the ledgers, read once each, and those the file itself brings before others refer to them."""

    def __init__(self, connection: Connection, city: str) -> None:
        self._connection = connection
        self._city = city
        self._rows: dict[str, dict[str, Row]] = {}
        self._by_field: dict[tuple[str, tuple[str, ...]], dict[str, list[Row]]] = {}
        self._earliest: dict[tuple[str, ...], date | None] = {}
        self._names: UnitNames | None = None
        self._sources: dict[int, Any] = {}

    def rows(self, name: str) -> dict[str, Row]:
        """Give the current rows of a ledger by key."""
        if name not in self._rows:
            found = versions.current(self._connection, ledger_named(name).versions)
            self._rows[name] = {row["key"]: row for row in found}
        return self._rows[name]

    def find(self, name: str, field: str, text: str) -> list[Row]:
        """Give the current rows of a ledger whose `field` reads as `text`, however it is spelled."""
        return self.alike(name, (field,), {field: text}) if text else []

    def alike(self, name: str, fields: tuple[str, ...], values: Any) -> list[Row]:
        """Give the current rows of a ledger that agree with `values` in all of `fields`."""
        index = self._by_field.get((name, fields))
        if index is None:
            index = self._by_field[name, fields] = defaultdict(list)
            for row in self.rows(name).values():
                index[joined(fields, row)].append(row)
        return index.get(joined(fields, values), []) if index else []

    def earliest(self, name: str, field: str, text: str, day: str) -> date | None:
        """Give the first `day` among the current rows of a ledger whose `field` reads as `text`."""
        asked = (name, field, text, day)
        if asked not in self._earliest:
            self._earliest[asked] = min((row[day] for row in self.find(name, field, text) if row[day]), default=None)
        return self._earliest[asked]

    def whereabouts(self, row: Row, field: str) -> str:
        """Give the file, the sheet and the cell that a field of a row on record was read from, in words."""
        if row["source_id"] not in self._sources or row["kept"]:
            self._sources.update(provenance.sources(self._connection, [row]))
        source, line, cell = provenance.place(row, field, self._sources)
        return f"{source['file']}，工作表“{source['sheet']}”{cell or f'第{line}行'}"

    def names(self) -> UnitNames:
        """Give the units under all their names."""
        if self._names is None:
            units = [(row["name"], row["short_name"], row["former_names"] or []) for row in self.rows("units").values()]
            confirmed = [(row["written"], row["unit"]) for row in records.aliases(self._connection)]
            self._names = UnitNames(units, confirmed, self._city)
        return self._names

    def learn(self, name: str, rows: Iterable[Row]) -> None:
        """Add the rows of the file in hand, so that its later sheets may refer to them."""
        blank = dict.fromkeys(ledger_named(name).versions.columns.keys())
        self.rows(name).update({row["key"]: {**blank, **row} for row in rows})
        self._by_field = {at: index for at, index in self._by_field.items() if at[0] != name}
        self._earliest = {at: day for at, day in self._earliest.items() if at[0] != name}
        self._names = None
