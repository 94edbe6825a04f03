"""Accounts as they are read, and the audit trail as it is kept."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from services.store.tables import Table

_TABLES = Table.metadata.tables
ACCOUNT, AUDIT, HEAD = _TABLES["account"], _TABLES["audit"], _TABLES["audit_head"]
AUDITED = tuple(column.name for column in AUDIT.columns if column.name != "hash")
Kept = dict[str, Any]

# Built once: they are part of everything that is done.
_ONE = sa.select(sa.literal(1).label("one")).subquery()
_WHO = sa.select(sa.exists(sa.select(1).select_from(ACCOUNT)).label("_any"), ACCOUNT).select_from(
    _ONE.outerjoin(ACCOUNT, ACCOUNT.c.name == sa.bindparam("by"))
)
_TIP = sa.select(HEAD.c.newest, HEAD.c.hash, sa.select(sa.func.max(AUDIT.c.id)).scalar_subquery()).select_from(
    _ONE.outerjoin(HEAD, HEAD.c.id == 1)
)
_ADD = sa.insert(AUDIT)
_MOVE = sa.update(HEAD).values(newest=sa.bindparam("to"), hash=sa.bindparam("digest"))


def who(connection: Connection, name: str) -> tuple[bool, Kept | None]:
    """Say whether there is any account, disabled ones included, and give the one with this name."""
    # No account has a name that cannot be kept; PostgreSQL would not even look for it.
    asked = name if "\0" not in name and name == name.encode("utf-8", "replace").decode() else ""
    row = connection.execute(_WHO, {"by": asked}).mappings().one()
    return row["_any"], None if row["name"] is None else {key: row[key] for key in row if key != "_any"}


def accounts(connection: Connection) -> list[Kept]:
    """Give every account, by name."""
    return [dict(row) for row in connection.execute(sa.select(ACCOUNT).order_by(ACCOUNT.c.name)).mappings()]


def tip(connection: Connection) -> tuple[int | None, str | None, int]:
    """Give number and digest of the newest row as kept beside the audit, and the highest number in the audit itself."""
    newest, digest, highest = connection.execute(_TIP).one()
    return newest, digest, highest or 0


def add_audit(connection: Connection, **row: Any) -> None:
    """Write a row of the audit, and its number and digest beside; only on the writer's connection."""
    connection.execute(_ADD, row)
    connection.execute(_MOVE, {"to": row["id"], "digest": row["hash"]})


def audit(
    connection: Connection, conditions: Mapping[str, str], limit: int | None = None, offset: int = 0
) -> list[Kept]:
    """Give rows of the audit, newest first, `detail` as the object it is."""
    asked = sa.select(AUDIT).where(*_where(conditions)).order_by(AUDIT.c.id.desc()).limit(limit).offset(offset)
    return [{**row, "detail": json.loads(row["detail"])} for row in connection.execute(asked).mappings()]


def count_audit(connection: Connection, conditions: Mapping[str, str]) -> int:
    """Give how many rows of the audit there are."""
    return int(connection.scalar(sa.select(sa.func.count()).select_from(AUDIT).where(*_where(conditions))) or 0)


def audited_actors(connection: Connection) -> list[str]:
    """Give everybody the audit names."""
    return list(connection.scalars(sa.select(AUDIT.c.actor).distinct().order_by(AUDIT.c.actor)))


def _where(conditions: Mapping[str, str]) -> Iterator[sa.ColumnElement[bool]]:
    """Give the conditions: `since` and `until` are the ends of the time, all others must be equal."""
    for name, value in conditions.items():
        if name == "since":
            yield AUDIT.c.at >= value
        elif name == "until":
            yield AUDIT.c.at < value
        else:
            yield AUDIT.c[name] == value
