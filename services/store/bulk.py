"""Many rows into a table, column by column: SQLAlchemy's own way, cell by cell, takes longer than the database does."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection, Dialect

# Rows or ids in one statement.
PART = 1000


def insert(connection: Connection, table: sa.Table, cells: Mapping[str, Sequence[Any]]) -> None:
    """Insert rows; `cells`: by name of the column, the values of all rows in order."""
    # SQLite takes as long for a NULL that is handed over as for a value.
    names = [name for name, values in cells.items() if values.count(None) < len(values)]
    statement = sa.insert(table).inline().compile(connection, column_keys=names)
    bound = [_bound(connection.dialect, table.c[name], cells[name]) for name in statement.positiontup or ()]
    for rows in parts(zip(*bound, strict=True)):
        connection.exec_driver_sql(str(statement), rows)


def parts(of: Iterable[Any]) -> Iterator[list[Any]]:
    """Give all of these in lists of at most PART."""
    left = iter(of)
    while part := list(islice(left, PART)):
        yield part


def _bound(dialect: Dialect, column: sa.Column[Any], values: Sequence[Any]) -> Iterable[Any]:
    """Give the values of a column as the driver takes them."""
    process = column.type.dialect_impl(dialect).bind_processor(dialect)
    if process is None:
        return values
    if isinstance(column.type, sa.JSON):
        empty = process({})  # as nearly all are; they cannot be looked up
        return [empty if value == {} else process(value) for value in values]
    forms = {value: process(value) for value in set(values)}
    return [forms[value] for value in values]
