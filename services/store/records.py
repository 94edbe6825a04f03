"""Batches, files, sheets, snapshots and notes: what the store keeps beside the ledgers."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection
from sqlalchemy.exc import IntegrityError

from services.errors import BadRequest
from services.store.row import Table
from services.store.tables import Batch, Note, Snapshot, Source, UnitAlias, Upload


def newest_batch(connection: Connection) -> int:
    """Give the number of the newest batch, 0 where there is none."""
    return connection.scalar(sa.select(sa.func.max(Batch.id))) or 0


def batches(connection: Connection) -> list[dict[str, Any]]:
    """Give every batch, newest first."""
    table = Table.metadata.tables["batch"]
    return [dict(row) for row in connection.execute(sa.select(table).order_by(table.c.id.desc())).mappings()]


def batch(connection: Connection, number: int) -> dict[str, Any]:
    """Give one batch; raises BadRequest for a number there is none of."""
    table = Table.metadata.tables["batch"]
    row = connection.execute(sa.select(table).where(table.c.id == number)).mappings().one_or_none()
    if row is None:
        raise BadRequest(f"没有第{number}批。")
    return dict(row)


def add_batch(connection: Connection, **values: Any) -> int:
    """Write the next batch and give its number; only on the writer's connection."""
    number = newest_batch(connection) + 1
    connection.execute(sa.insert(Batch).values(id=number, **values))
    return number


def set_counts(connection: Connection, number: int, counts: dict[str, Any]) -> None:
    """Write what a batch did, per ledger."""
    connection.execute(sa.update(Batch).where(sa.column("id") == number).values(counts=counts))


def keep_upload(connection: Connection, sha256: str, name: str, content: bytes, redacted: bool) -> None:
    """Keep a file once per content."""
    if connection.scalar(sa.select(Upload.sha256).where(sa.column("sha256") == sha256)) is None:
        values = {"sha256": sha256, "name": name, "size": len(content), "redacted": redacted, "content": content}
        connection.execute(sa.insert(Upload).values(**values))


def add_source(connection: Connection, **values: Any) -> int:
    """Write where rows came from and give its number."""
    written = connection.execute(sa.insert(Source).values(**values)).inserted_primary_key
    return int(written[0]) if written else 0


def aliases(connection: Connection) -> list[tuple[str, str]]:
    """Give the confirmed further names of units as (name, unit)."""
    return [(written, unit) for written, unit in connection.execute(sa.select(UnitAlias.written, UnitAlias.unit))]


def note(connection: Connection, name: str) -> str | None:
    """Give a fact about the store itself."""
    return connection.scalar(sa.select(Note.value).where(sa.column("name") == name))


def set_note(connection: Connection, name: str, value: str) -> None:
    """Write a fact about the store itself."""
    connection.execute(sa.insert(Note).values(name=name, value=value))


def add_snapshot(connection: Connection, **values: Any) -> None:
    """Write a snapshot; raises BadRequest for a name that is taken."""
    try:
        connection.execute(sa.insert(Snapshot).values(**values))
    except IntegrityError as error:
        raise BadRequest(f"已经有名为“{values['name']}”的快照，请换一个名称。") from error


def snapshots(connection: Connection) -> list[dict[str, Any]]:
    """Give every snapshot, newest first."""
    table = Table.metadata.tables["snapshot"]
    return [dict(row) for row in connection.execute(sa.select(table).order_by(table.c.made_at.desc())).mappings()]


def delete_everything(connection: Connection) -> None:
    """Empty every table."""
    for table in reversed(Table.metadata.sorted_tables):
        connection.execute(sa.delete(table))
