"""The short codes of figures as they are kept: code and figure, each once."""

from collections.abc import Iterable, Mapping

import sqlalchemy as sa
from sqlalchemy import Connection
from sqlalchemy.exc import OperationalError

from services.errors import StoreUnusable
from services.store.tables import Table

_TABLE = Table.metadata.tables["figure_code"]


def codes_of(connection: Connection, figures: Iterable[str]) -> dict[str, str]:
    """Give the codes of those figures that have one, by figure."""
    return _rows(connection, _TABLE.c.figure.in_(list(figures)), "figure", "code")


def figures_of(connection: Connection, codes: Iterable[str]) -> dict[str, str]:
    """Give the figures of those codes that are taken, by code."""
    return _rows(connection, _TABLE.c.code.in_(list(codes)), "code", "figure")


def keep(connection: Connection, codes: Mapping[str, str]) -> None:
    """Write codes by figure; only on the writer's connection. Raises StoreUnusable where nothing can be written."""
    try:
        connection.execute(sa.insert(_TABLE), [{"figure": figure, "code": code} for figure, code in codes.items()])
    except OperationalError as error:
        raise StoreUnusable("数据库现在不能写入。") from error


def _rows(connection: Connection, where: sa.ColumnElement[bool], key: str, value: str) -> dict[str, str]:
    return {row[0]: row[1] for row in connection.execute(sa.select(_TABLE.c[key], _TABLE.c[value]).where(where))}
