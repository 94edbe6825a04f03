"""The rows of one ledger as they stood at a batch, each with where it was read."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import ColumnElement, Connection, RowMapping

from services.ledger import Ledger
from services.store.records import BATCH, SOURCE
from services.store.row import Row

Version = RowMapping | Mapping[str, Any]
KEEPING = frozenset(Row.model_fields)


@dataclass(frozen=True)
class SourcedRow:
    """One row: its values by field (hidden ones too), file, sheet and row, each field's column, digest, who and when.

    `position` is the office's own 序号, `source` numbers the sheet; `kept` names the fields an older file gave, as
    {field: [source, line]}.
    """

    ledger: str
    id: int
    key: str
    position: float | None
    values: dict[str, Any]
    source: int
    file: str
    sheet: str
    line: int
    columns: dict[str, str]
    kept: dict[str, Any]
    sha256: str
    batch: int
    made_at: datetime
    made_by: str


@dataclass(frozen=True)
class Origin:
    """One sheet of one upload: file, digest, each field's column, and the batch, the day and the person it came by."""

    id: int
    ledger: str
    file: str
    sheet: str
    sha256: str
    columns: dict[str, str]
    batch: int
    made_at: datetime
    made_by: str


def sourced(connection: Connection, ledger: Ledger, batch: int, where: Mapping[str, Any]) -> list[SourcedRow]:
    """Give the rows known at `batch` whose columns equal `where`, in the office's own order, then by file and row."""
    table = ledger.versions
    conditions = (table.c[name] == value for name, value in where.items())
    order = (table.c.position.is_(None), table.c.position, table.c.source_id, table.c.line)
    statement = _with_sources(table).where(_live(ledger, batch), *conditions).order_by(*order)
    return [_sourced(ledger, row) for row in connection.execute(statement).mappings()]


def version(connection: Connection, ledger: Ledger, row: int) -> SourcedRow | None:
    """Give one row version, whether or not it still holds; None where there is none of this id."""
    statement = _with_sources(ledger.versions).where(ledger.versions.c.id == row)
    found = connection.execute(statement).mappings().one_or_none()
    return _sourced(ledger, found) if found else None


def origins(connection: Connection, ids: Iterable[int]) -> dict[int, Origin]:
    """Give sheets of uploads by their number."""
    names = ("id", "ledger", "file", "sheet", "sha256", "columns", "batch")
    statement = (
        sa.select(*(SOURCE.c[name] for name in names), BATCH.c.made_at, BATCH.c.made_by)
        .join(BATCH, BATCH.c.id == SOURCE.c.batch)
        .where(SOURCE.c.id.in_(list(ids)))
    )
    return {row["id"]: Origin(**row) for row in connection.execute(statement).mappings()}


def _with_sources(table: sa.Table) -> sa.Select[Any]:
    named = ("file", "sheet", "columns", "sha256")
    return (
        sa.select(
            table, *(SOURCE.c[name].label(f"_{name}") for name in named), SOURCE.c.batch.label("_batch"),
            BATCH.c.made_at.label("_made_at"), BATCH.c.made_by.label("_made_by"),
        )
        .join(SOURCE, SOURCE.c.id == table.c.source_id)
        .join(BATCH, BATCH.c.id == SOURCE.c.batch)
    )  # fmt: skip


def _sourced(ledger: Ledger, row: Mapping[Any, Any]) -> SourcedRow:
    values = {column.name: row[column.name] for column in ledger.table.__table__.columns if column.name not in KEEPING}
    return SourcedRow(
        ledger.id, row["id"], row["key"], row["position"], values, row["source_id"], row["_file"], row["_sheet"],
        row["line"], row["_columns"], row["kept"], row["_sha256"], row["_batch"], row["_made_at"], row["_made_by"],
    )  # fmt: skip


def sources(connection: Connection, rows: Iterable[Mapping[Any, Any]]) -> dict[int, RowMapping]:
    """Give the sheets that row versions were read from, or older files where those gave some of the fields, by id."""
    listed = list(rows)
    ids = {row["source_id"] for row in listed} | {source for row in listed for source, _ in row["kept"].values()}
    found = connection.execute(sa.select(SOURCE).where(SOURCE.c.id.in_(ids))).mappings()
    return {source["id"]: source for source in found}


def place(row: Mapping[Any, Any], field: str, sources: Mapping[int, RowMapping]) -> tuple[RowMapping, int, str | None]:
    """Give the sheet, the line and the cell that a field of a row version was read from."""
    # A field that the newest file left blank still stands in the older file that gave it.
    source_id, line = row["kept"].get(field, (row["source_id"], row["line"]))
    source = sources[source_id]
    at = source["columns"].get(field)
    # A title or a fill-in line gives a whole address ("A2"), a column only its letter.
    return source, line, at if at is None or at[-1].isdigit() else f"{at}{line}"


def filled(connection: Connection, ledgers: Iterable[Ledger], batch: int) -> set[str]:
    """Give the ids of those ledgers that hold any row at `batch`."""
    return {ledger.id for ledger in ledgers if connection.scalar(sa.select(sa.exists().where(_live(ledger, batch))))}


def newest(connection: Connection, ledgers: Iterable[Ledger], batch: int) -> dict[str, int]:
    """Give the newest batch that brought a row known at `batch`, for those of the ledgers that hold any."""
    found = {}
    for ledger in ledgers:
        brought = sa.func.max(ledger.table.__table__.c.batch_in)
        if number := connection.scalar(sa.select(brought).where(_live(ledger, batch))):
            found[ledger.id] = int(number)
    return found


def _live(ledger: Ledger, batch: int) -> ColumnElement[bool]:
    table = ledger.table.__table__
    return sa.and_(table.c.batch_in <= batch, sa.or_(table.c.batch_out.is_(None), table.c.batch_out > batch))
