"""Rows put straight into a store, as a batch would have left them, for tests of figures."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from functools import cache
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from services.indicators import Measure, Moment, TracedRow, at, measure, trace
from services.ledgers import indicators, ledger
from services.store.row import Table
from services.store.tables import Batch, Source, Upload

DERIVED = {"name": "person", "due_on": "original_due_on"}


class Register:
    """A store being filled: `batch()` opens the next batch, `add` puts a row into it, `change` a new version."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.batches = 0
        self.lines: dict[str, int] = {}
        self.sources: dict[tuple[int, str], int] = {}
        connection.execute(sa.insert(Upload).values(sha256="0", name="台账.xlsx", size=0, redacted=False, content=b""))
        self.batch()

    def batch(self, made_on: date = date(2023, 1, 1)) -> int:
        self.batches += 1
        made_at = datetime(made_on.year, made_on.month, made_on.day, 12, tzinfo=UTC)
        values = {"id": self.batches, "made_at": made_at, "made_by": "业务员甲", "action": "import", "counts": {}}
        self.connection.execute(sa.insert(Batch).values(**values))
        return self.batches

    def add(self, ledger_id: str, /, key: str | None = None, kept: dict[str, Any] | None = None, **values: Any) -> int:
        """Put a row in, at the next line of the batch's sheet of that ledger; gives the id of the row version."""
        table = ledger(ledger_id).table.__table__
        line = self.lines[ledger_id] = self.lines.get(ledger_id, 1) + 1
        hidden = {field: values[own] for own, field in DERIVED.items() if field in table.c and own in values}
        if ledger_id == "attendance":
            hidden["session_key"] = values["session"]
        if ledger_id == "sessions":
            key = values["name"]
        row = {
            "key": key or f"{ledger_id}{line}", "batch_in": self.batches, "source_id": self._source(ledger_id),
            "line": line, "position": line, "kept": kept or {}, "marks": {}, **hidden, **values,
        }  # fmt: skip
        return self.connection.execute(sa.insert(table).values(**row).returning(table.c.id)).scalar_one()

    def change(self, ledger_id: str, row: int, /, **values: Any) -> int:
        """Close a row version in the current batch and put its successor in."""
        table = ledger(ledger_id).table.__table__
        old = self.connection.execute(sa.select(table).where(table.c.id == row)).mappings().one()
        self.connection.execute(sa.update(table).where(table.c.id == row).values(batch_out=self.batches))
        own = {column.id: old[column.id] for column in ledger(ledger_id).columns}
        return self.add(ledger_id, key=old["key"], **{**own, **values})

    def measure(
        self, id: str, as_of: date, where: Any = None, by: str | None = None, batch: int | None = None
    ) -> Measure:
        now = at(self.connection, Moment(as_of, self.batches if batch is None else batch))
        found = measure(self.connection, indicators()[id], now, where, by)
        assert found is not None, f"{id} has none of the dimensions {where}"
        return found

    def figure(self, id: str, as_of: date, **options: Any) -> tuple[float | int, int | None]:
        found = self.measure(id, as_of, **options)
        return found.n, found.of

    def trace(self, id: str, as_of: date, part: Any = "n", where: Any = None) -> list[TracedRow]:
        now = at(self.connection, Moment(as_of, self.batches))
        return trace(self.connection, indicators()[id], now, part, where)

    def _source(self, name: str) -> int:
        known = self.sources.get((self.batches, name))
        if known is None:
            columns = {column.id: chr(ord("A") + number) for number, column in enumerate(ledger(name).columns)}
            values = {
                "batch": self.batches, "ledger": name, "file": f"{name}-{self.batches}.xlsx", "sha256": "0",
                "sheet": "Sheet1", "columns": columns,
            }  # fmt: skip
            statement = sa.insert(Source).values(**values).returning(Source.id)
            known = self.sources[self.batches, name] = self.connection.execute(statement).scalar_one()
        return known


@cache
def _engine() -> sa.Engine:
    engine = sa.create_engine("sqlite://")
    Table.metadata.create_all(engine)
    return engine


@contextmanager
def in_memory() -> Iterator[Register]:
    """Give an empty register that lives in memory and is taken back at the end."""
    with _engine().connect() as connection:
        yield Register(connection)
        connection.rollback()
