"""Whether the database is as it was written: the file's own structure, references, kept files, and the audit."""

import hashlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection
from sqlalchemy.exc import DatabaseError

from services.errors import StoreUnusable
from services.store.access import AUDIT, tip
from services.store.records import UPLOAD

UNREADABLE = "数据库文件有损坏，读不下去。"
# What keeps the audit from being changed (migration 0008), by database.
GUARDS = {
    "sqlite": {
        "audit_no_update", "audit_no_delete", "audit_no_replace", "audit_head_no_delete", "audit_head_no_insert",
        "audit_head_forward",
    },
    "postgresql": {"audit_kept", "audit_head_kept", "audit_head_forward"},
}  # fmt: skip
_NAMES = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
    "postgresql": "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled IN ('O', 'A')",
}


def faults(connection: Connection) -> list[str]:
    """Give what is wrong with the database itself, in sentences; nothing of a cell is in them."""
    found = []
    if connection.dialect.name == "sqlite":
        with told():
            said = [row[0] for row in connection.exec_driver_sql("PRAGMA integrity_check")]
            lost = [row[0] for row in connection.exec_driver_sql("PRAGMA foreign_key_check")]
        found += [f"数据库文件的完整性检查没有通过，有{len(said)}处。"] if said != ["ok"] else []
        found += [f"“{table}”表有{lost.count(table)}条记录，引用的内容不见了。" for table in dict.fromkeys(lost)]
    with told():
        there = {row[0] for row in connection.exec_driver_sql(_NAMES[connection.dialect.name])}
    missing = len(GUARDS[connection.dialect.name] - there)
    return [*found, f"禁止改动审计的保护少了{missing}项。"] if missing else found


def damaged_uploads(connection: Connection) -> list[str]:
    """Give the names of kept files whose content no longer has the digest it was uploaded with."""
    asked = sa.select(UPLOAD.c.name, UPLOAD.c.sha256, UPLOAD.c.content).where(~UPLOAD.c.redacted)
    with told():
        return [name for name, digest, content in connection.execute(asked) if _digest(content) != digest]


def newest(connection: Connection) -> tuple[int | None, str | None]:
    """Give number and digest of the audit's newest row as kept beside it; raises StoreUnusable."""
    with told(), _any_bytes(connection):
        return tip(connection)[:2]


def chain(connection: Connection) -> Iterator[Mapping[Any, Any]]:
    """Give the audit's rows in order, exactly as they are kept; raises StoreUnusable where one cannot be read."""
    with told(), _any_bytes(connection):
        yield from connection.execute(sa.select(AUDIT).order_by(AUDIT.c.id)).mappings()


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


@contextmanager
def told() -> Iterator[None]:
    """Raise StoreUnusable where the database under this cannot be read."""
    try:
        yield
    except DatabaseError as error:
        raise StoreUnusable(UNREADABLE) from error


@contextmanager
def _any_bytes(connection: Connection) -> Iterator[None]:
    """Let SQLite give text that is not UTF-8, too: that is damage to be told, not an error."""
    driver = connection.connection.driver_connection
    if connection.dialect.name != "sqlite" or driver is None:
        yield
        return
    kept, driver.text_factory = driver.text_factory, lambda raw: raw.decode("utf-8", "surrogateescape")
    try:
        yield
    finally:
        driver.text_factory = kept
