"""Alembic's environment: the program hands its connection in; `alembic revision` opens the settings' store."""

import importlib

from alembic import context
from sqlalchemy import Connection

from services.settings import database_url
from services.store.engine import create_engine
from services.store.row import Table


def run(connection: Connection) -> None:
    """Run the migrations on one connection, inside the caller's transaction."""
    context.configure(connection=connection, target_metadata=Table.metadata, render_as_batch=True)
    context.run_migrations()


given = context.config.attributes.get("connection")
if given is not None:
    run(given)
else:
    importlib.import_module("services.ledgers").ledgers()  # a new revision is drawn from their tables
    with create_engine(database_url()).begin() as opened:
        run(opened)
