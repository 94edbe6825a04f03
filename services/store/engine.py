"""The one place where a database is opened.

SQLite gets explicit transactions (pysqlite's own lose updates), WAL where the library is safe with it, and
PRAGMAs on every connection. PostgreSQL gets an advisory lock for the writer. Either way there is one writer.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection, Engine, RootTransaction
from sqlalchemy.engine import make_url
from sqlalchemy.exc import OperationalError, SQLAlchemyError

from services.errors import StoreUnusable
from services.settings import database_url
from services.store.records import newest_batch, note

# SQLite 3.7.0–3.51.2 can corrupt a WAL database under two concurrent writers.
SAFE_WAL = (3, 51, 3)
WRITER_LOCK = 20231031
BUSY = "数据库正在被别人写入，请过一会儿再试。"


def sqlite_module() -> ModuleType:
    """Give the newest SQLite driver at hand: Python's own, or pysqlite3 where Python's library is too old."""
    if sqlite3.sqlite_version_info >= SAFE_WAL:
        return sqlite3
    try:
        import pysqlite3.dbapi2 as newer
    except ImportError:
        return sqlite3
    # Else it looks for a way to adapt each None, in vain, which takes longer than writing the row; this gives None.
    newer.register_adapter(type(None), {}.get)
    return newer if newer.sqlite_version_info >= sqlite3.sqlite_version_info else sqlite3


def create_engine(url: str) -> Engine:
    """Give an engine for `url`; SQLite's folder and file are made where they are missing.

    Raises StoreUnusable for a bad URL.
    """
    try:
        parsed = make_url(url)
        if parsed.get_backend_name() != "sqlite":
            parsed = parsed.set(drivername="postgresql+psycopg") if parsed.drivername == "postgresql" else parsed
            # by position, as SQLite's driver has it
            return sa.create_engine(parsed, paramstyle="format", hide_parameters=True)
        if parsed.database and parsed.database != ":memory:":
            _private(Path(parsed.database))
        driver = sqlite_module()
        # What an error says may go to a log, so it quotes no value.
        engine = sa.create_engine(
            parsed, module=driver, connect_args={"check_same_thread": False}, hide_parameters=True
        )
    except (SQLAlchemyError, ImportError, OSError) as error:
        raise StoreUnusable(f"打不开数据库，请检查 DATABASE_URL：{error}") from error
    journal = "WAL" if driver.sqlite_version_info >= SAFE_WAL else "DELETE"
    pragmas = (
        f"journal_mode={journal}", "synchronous=FULL", "foreign_keys=ON", "busy_timeout=5000",
        "trusted_schema=OFF", "recursive_triggers=ON",
    )  # fmt: skip

    @sa.event.listens_for(engine, "connect")
    def prepare(connection: Any, record: Any) -> None:
        connection.isolation_level = None
        for pragma in pragmas:
            connection.execute(f"PRAGMA {pragma}")

    @sa.event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        options = connection.get_execution_options()
        if options.get("wait", True):
            connection.exec_driver_sql("BEGIN IMMEDIATE" if options.get("writing") else "BEGIN")
            return
        connection.exec_driver_sql("PRAGMA busy_timeout=0")
        try:
            connection.exec_driver_sql("BEGIN IMMEDIATE")
        finally:
            connection.exec_driver_sql("PRAGMA busy_timeout=5000")

    return engine


def _private(file: Path) -> None:
    """Make a new database's file, which only the user the server runs as can read; SQLite's other files follow it."""
    file.parent.mkdir(parents=True, exist_ok=True)
    if not file.exists():
        file.touch(mode=0o600)


class Store:
    """An opened store. Reading never blocks writing; there is one writer at a time."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine

    @classmethod
    def open(cls, url: str | None = None) -> "Store":
        """Give the store at `url` (default: the settings' one), migrated. Raises StoreUnusable."""
        from services.store.migrate import migrate

        store = cls(create_engine(url or database_url()))
        try:
            migrate(store.engine)
        except SQLAlchemyError as error:
            raise StoreUnusable(f"打不开数据库：{error.__cause__ or error}") from error
        return store

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """Give a connection in a transaction of its own that sees one state of the store."""
        with self.engine.connect() as connection:
            if self.engine.dialect.name == "postgresql":
                connection = connection.execution_options(isolation_level="REPEATABLE READ")
            yield connection

    @contextmanager
    def write(self, wait: bool = True) -> Iterator[Connection]:
        """Give the writer's connection; everything done with it is kept together or not at all.

        Raises StoreUnusable where another writer keeps the database for longer than five seconds, or, without
        `wait`, where it is not free at once.
        """
        options = {"writing": True, "wait": wait}
        with self.engine.connect().execution_options(**options) as connection, self._begun(connection):
            if self.engine.dialect.name == "postgresql":
                lock = sa.func.pg_advisory_xact_lock if wait else sa.func.pg_try_advisory_xact_lock
                if connection.scalar(sa.select(lock(WRITER_LOCK))) is False:
                    raise StoreUnusable(BUSY)
            yield connection

    @staticmethod
    def _begun(connection: Connection) -> RootTransaction:
        try:
            return connection.begin()
        except OperationalError as error:
            raise StoreUnusable(BUSY) from error

    def version(self) -> int:
        """Give the number of the newest batch, 0 in an empty store."""
        with self.read() as connection:
            return newest_batch(connection)

    def demonstration(self) -> date | None:
        """Give the day the demonstration data stand at, None in a real store."""
        with self.read() as connection:
            day = note(connection, "demonstration")
        return date.fromisoformat(day) if day else None

    def today(self) -> date:
        """Give the default 截至日期: the demonstration's day, else today."""
        return self.demonstration() or date.today()
