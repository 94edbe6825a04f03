"""Many rows into a table, column by column in small parts: cell by cell, as SQLAlchemy does it, takes twice as long."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import islice
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection, Dialect

# Rows or ids in one statement.
PART = 1000


def insert(connection: Connection, table: sa.Table, rows: Iterable[Mapping[str, Any]], **common: Any) -> None:
    """Insert rows; a column a row does not name is left empty. `common`: what all have in common."""
    names = [column.name for column in table.columns if column.name not in ("id", *common)]
    statement = cache(lambda filled: sa.insert(table).inline().compile(connection, column_keys=filled))
    for part in parts(rows):
        cells = {name: [row.get(name) for row in part] for name in names}
        cells.update((name, [value] * len(part)) for name, value in common.items())
        # SQLite takes as long for a NULL that is handed over as for a value.
        compiled = statement(tuple(name for name, values in cells.items() if values.count(None) < len(values)))
        bound = [_bound(connection.dialect, table.c[name], cells[name]) for name in compiled.positiontup or ()]
        connection.exec_driver_sql(str(compiled), list(zip(*bound, strict=True)))


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
