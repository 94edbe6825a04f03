"""A store of an earlier program keeps what it holds."""

from datetime import UTC, date, datetime

import sqlalchemy as sa
from alembic import command

from services.ledgers import ledgers
from services.snapshots import snapshots
from services.store import Store
from services.store.engine import create_engine
from services.store.migrate import _config
from services.store.row import Table


def test_a_snapshot_from_before_there_were_kinds_is_a_monthly_one(database: str) -> None:
    engine = create_engine(database)
    with engine.connect().execution_options(writing=True) as connection, connection.begin():
        command.upgrade(_config(connection), "0002")
        values = {"name": "三月", "as_of": date(2023, 3, 31), "batch": 1, "made_by": "甲"}
        table = sa.Table("snapshot", sa.MetaData(), autoload_with=connection)
        connection.execute(sa.insert(table).values(**values, made_at=datetime(2023, 3, 31, tzinfo=UTC)))
    engine.dispose()
    (kept,) = snapshots(Store.open(database))
    assert (kept.name, kept.as_of, kept.kind, kept.note) == ("三月", date(2023, 3, 31), "月度", None)


def test_the_migrations_give_the_indexes_that_the_tables_declare(store: Store) -> None:
    ledgers()
    found = sa.inspect(store.engine)
    for table in Table.metadata.sorted_tables:
        indexes = [each for each in found.get_indexes(table.name) if "duplicates_constraint" not in each]
        there = {(index["name"], index["unique"], tuple(index["column_names"])) for index in indexes}
        assert there == {(index.name, index.unique, tuple(index.columns.keys())) for index in table.indexes}, table.name
