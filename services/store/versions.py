"""Row versions in SQL that SQLite and PostgreSQL both understand: what is current, what a batch did, what it ended."""

from collections.abc import Iterable
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from services.store import bulk

Version = dict[str, Any]


def current(connection: Connection, table: sa.Table) -> list[Version]:
    """Give the current versions of a ledger's rows, the oldest first."""
    return _rows(connection, sa.select(table).where(table.c.batch_out.is_(None)).order_by(table.c.id))


def known(connection: Connection, table: sa.Table, batch: int) -> list[Version]:
    """Give the versions that were current at `batch`, as the sheets had them."""
    later = table.c.batch_out.is_(None) | (table.c.batch_out > batch)
    statement = sa.select(table).where(table.c.batch_in <= batch, later)
    return _rows(connection, statement.order_by(table.c.position.is_(None), table.c.position, table.c.id))


def between(connection: Connection, table: sa.Table, first: int, last: int) -> list[Version]:
    """Give every version that was current at any batch from `first` to `last`, the oldest first."""
    later = table.c.batch_out.is_(None) | (table.c.batch_out > first)
    return _rows(connection, sa.select(table).where(table.c.batch_in <= last, later).order_by(table.c.batch_in))


def brought(connection: Connection, table: sa.Table, batch: int) -> list[Version]:
    """Give the versions a batch wrote."""
    return _rows(connection, sa.select(table).where(table.c.batch_in == batch).order_by(table.c.id))


def closed(connection: Connection, table: sa.Table, batch: int) -> list[Version]:
    """Give the versions a batch ended."""
    return _rows(connection, sa.select(table).where(table.c.batch_out == batch).order_by(table.c.id))


def _rows(connection: Connection, statement: sa.Select[Any]) -> list[Version]:
    result = connection.execute(statement)
    names = list(result.keys())
    return [dict(zip(names, row, strict=True)) for part in result.partitions(bulk.PART) for row in part]


def close(connection: Connection, table: sa.Table, ids: Iterable[int], batch: int) -> None:
    """End versions at `batch`."""
    statement = sa.update(table).values(batch_out=batch)
    for part in bulk.parts(ids):
        connection.execute(statement.where(table.c.id.in_(part)))


def changed_since(connection: Connection, table: sa.Table, batch: int) -> list[tuple[str, int]]:
    """Give the keys a batch touched that a later batch has touched again, with that batch."""
    ended = sa.select(table.c.key, table.c.batch_out).where(table.c.batch_in == batch, table.c.batch_out.is_not(None))
    taken_out = sa.select(table.c.key).where(table.c.batch_out == batch)
    again = sa.select(table.c.key, table.c.batch_in).where(
        table.c.key.in_(taken_out), table.c.batch_out.is_(None), table.c.batch_in > batch
    )
    found = [(key, later) for statement in (ended, again) for key, later in connection.execute(statement)]
    return list(dict.fromkeys(found))


def dangling(
    connection: Connection, table: sa.Table, name: str, target: sa.Table, target_name: str
) -> list[tuple[str, int]]:
    """Give key and batch of current rows whose column `name` is not among the target's current `target_name`."""
    pointer = table.c[name]
    there = sa.select(sa.literal(1)).where(target.c[target_name] == pointer, target.c.batch_out.is_(None)).exists()
    statement = sa.select(table.c.key, table.c.batch_in).where(
        pointer.is_not(None), table.c.batch_out.is_(None), ~there
    )
    return [(key, batch) for key, batch in connection.execute(statement)]
