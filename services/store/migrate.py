"""Bring a store to the newest schema, all or nothing."""

from pathlib import Path

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine

from services.errors import StoreUnusable

SCRIPTS = Path(__file__).parent / "migrations"


def _config(connection: Connection) -> Config:
    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(SCRIPTS))
    return config


def migrate(engine: Engine) -> None:
    """Upgrade to the newest revision in one transaction; raises StoreUnusable for a store of a later program."""
    newest = ScriptDirectory(str(SCRIPTS)).get_current_head()
    with engine.connect() as connection:
        found = MigrationContext.configure(connection).get_current_revision()
    if found == newest:
        return
    with engine.connect().execution_options(writing=True) as connection, connection.begin():
        if engine.dialect.name == "postgresql":
            connection.execute(sa.select(sa.func.pg_advisory_xact_lock(1)))
        known = {script.revision for script in ScriptDirectory(str(SCRIPTS)).walk_revisions()}
        if found is not None and found not in known:
            raise StoreUnusable("这个数据库是更新版本的程序建立的，请先升级程序。")
        command.upgrade(_config(connection), "head")
