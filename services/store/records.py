"""Batches, files, sheets, snapshots and notes: what the store keeps beside the ledgers."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection
from sqlalchemy.exc import IntegrityError

from services.errors import BadRequest
from services.store.tables import Table

_TABLES = Table.metadata.tables
BATCH, SOURCE, UPLOAD = _TABLES["batch"], _TABLES["source"], _TABLES["upload"]
SNAPSHOT, ALIAS, NOTE = _TABLES["snapshot"], _TABLES["unit_alias"], _TABLES["note"]
LAYOUT = _TABLES["layout"]
STAYS = frozenset({"account", "session", "attempt", "audit", "audit_head"})


def newest_batch(connection: Connection) -> int:
    """Give the number of the newest batch, 0 where there is none."""
    return int(connection.scalar(sa.select(sa.func.max(BATCH.c.id))) or 0)


def batches(connection: Connection) -> list[dict[str, Any]]:
    """Give every batch, newest first."""
    return [dict(row) for row in connection.execute(sa.select(BATCH).order_by(BATCH.c.id.desc())).mappings()]


def batch(connection: Connection, number: int) -> dict[str, Any]:
    """Give one batch; raises BadRequest for a number there is none of."""
    row = connection.execute(sa.select(BATCH).where(BATCH.c.id == number)).mappings().one_or_none()
    if row is None:
        raise BadRequest(f"没有第{number}批。")
    return dict(row)


def add_batch(connection: Connection, **values: Any) -> int:
    """Write the next batch and give its number; only on the writer's connection."""
    number = newest_batch(connection) + 1
    connection.execute(sa.insert(BATCH).values(id=number, **values))
    return number


def set_counts(connection: Connection, number: int, counts: dict[str, Any]) -> None:
    """Write what a batch did, per ledger."""
    connection.execute(sa.update(BATCH).where(BATCH.c.id == number).values(counts=counts))


def keep_upload(connection: Connection, sha256: str, name: str, content: bytes, redacted: bool) -> None:
    """Keep a file once per content."""
    if connection.scalar(sa.select(UPLOAD.c.sha256).where(UPLOAD.c.sha256 == sha256)) is None:
        values = {"sha256": sha256, "name": name, "size": len(content), "redacted": redacted, "content": content}
        connection.execute(sa.insert(UPLOAD).values(**values))


def upload(connection: Connection, sha256: str) -> dict[str, Any] | None:
    """Give a kept file by the digest of what was uploaded, None where nothing of it is kept."""
    row = connection.execute(sa.select(UPLOAD).where(UPLOAD.c.sha256 == sha256)).mappings().one_or_none()
    return dict(row) if row else None


def add_source(connection: Connection, **values: Any) -> int:
    """Write where rows came from and give its number."""
    written = connection.execute(sa.insert(SOURCE).values(**values)).inserted_primary_key
    return int(written[0]) if written else 0


def aliases(connection: Connection) -> list[dict[str, Any]]:
    """Give the confirmed further names of units, newest first."""
    statement = sa.select(ALIAS).order_by(ALIAS.c.made_at.desc(), ALIAS.c.alias)
    return [dict(row) for row in connection.execute(statement).mappings()]


def add_alias(connection: Connection, **values: Any) -> None:
    """Write a further name of a unit, in place of what the same name meant before."""
    take_alias(connection, values["alias"])
    connection.execute(sa.insert(ALIAS).values(**values))


def take_alias(connection: Connection, alias: str) -> bool:
    """Take a further name away, given in the form of comparison; False where there is none."""
    return bool(connection.execute(sa.delete(ALIAS).where(ALIAS.c.alias == alias)).rowcount)


def layouts(connection: Connection) -> list[dict[str, Any]]:
    """Give how corrected layouts are read, newest first."""
    return [dict(row) for row in connection.execute(sa.select(LAYOUT).order_by(LAYOUT.c.made_at.desc())).mappings()]


def keep_layout(connection: Connection, **values: Any) -> None:
    """Write how a layout is read, in place of what was kept of it before."""
    forget_layout(connection, values["fingerprint"], values["ledger"])
    connection.execute(sa.insert(LAYOUT).values(**values))


def forget_layout(connection: Connection, fingerprint: str, ledger: str) -> None:
    """Forget how a layout is read."""
    connection.execute(sa.delete(LAYOUT).where(LAYOUT.c.fingerprint == fingerprint, LAYOUT.c.ledger == ledger))


def note(connection: Connection, name: str) -> str | None:
    """Give a fact about the store itself."""
    value: str | None = connection.scalar(sa.select(NOTE.c.value).where(NOTE.c.name == name))
    return value


def set_note(connection: Connection, name: str, value: str) -> None:
    """Write a fact about the store itself."""
    connection.execute(sa.insert(NOTE).values(name=name, value=value))


def add_snapshot(connection: Connection, **values: Any) -> None:
    """Write a snapshot; raises BadRequest for a name that is taken."""
    try:
        connection.execute(sa.insert(SNAPSHOT).values(**values))
    except IntegrityError as error:
        raise BadRequest(f"已经有名为“{values['name']}”的快照，请换一个名称。") from error


def snapshots(connection: Connection) -> list[dict[str, Any]]:
    """Give every snapshot, newest first."""
    statement = sa.select(SNAPSHOT).order_by(SNAPSHOT.c.made_at.desc(), SNAPSHOT.c.name)
    return [dict(row) for row in connection.execute(statement).mappings()]


def delete_everything(connection: Connection) -> None:
    """Empty every table but those of who may come in and what they did."""
    for table in reversed(Table.metadata.sorted_tables):
        if table.name not in STAYS:
            connection.execute(sa.delete(table))
