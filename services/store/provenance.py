"""The rows of one ledger as they stood at a batch, each with where it was read."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import ColumnElement, Connection, RowMapping

from services.ledger import Ledger
from services.store.row import Row
from services.store.tables import Batch, Source

Version = RowMapping | Mapping[str, Any]
KEEPING = frozenset(Row.model_fields)


@dataclass(frozen=True)
class SourcedRow:
    """One row: its values by field (hidden ones too), file, sheet and row, each field's column, digest, who and when.

    `kept` names the fields an older file gave, as {field: [source, line]}.
    """

    ledger: str
    id: int
    values: dict[str, Any]
    file: str
    sheet: str
    line: int
    columns: dict[str, str]
    kept: dict[str, Any]
    sha256: str
    batch: int
    made_at: datetime
    made_by: str


def sourced(connection: Connection, ledger: Ledger, batch: int, where: Mapping[str, Any]) -> list[SourcedRow]:
    """Give the rows known at `batch` whose columns equal `where`, in the office's own order, then by file and row."""
    table, source, made = ledger.table.__table__, Source.__table__, Batch.__table__  # type: ignore[attr-defined]
    statement = (
        sa.select(
            table, source.c.file.label("_file"), source.c.sheet.label("_sheet"), source.c.columns.label("_columns"),
            source.c.sha256.label("_sha256"), made.c.made_at.label("_made_at"), made.c.made_by.label("_made_by"),
        )
        .join(source, source.c.id == table.c.source_id)
        .join(made, made.c.id == source.c.batch)
        .where(_live(ledger, batch), *(table.c[name] == value for name, value in where.items()))
        .order_by(table.c.position.is_(None), table.c.position, table.c.source_id, table.c.line)
    )  # fmt: skip
    return [_sourced(ledger, row) for row in connection.execute(statement).mappings()]


def _sourced(ledger: Ledger, row: Mapping[Any, Any]) -> SourcedRow:
    values = {column.name: row[column.name] for column in ledger.table.__table__.columns if column.name not in KEEPING}
    return SourcedRow(
        ledger.id, row["id"], values, row["_file"], row["_sheet"], row["line"], row["_columns"], row["kept"],
        row["_sha256"], row["batch_in"], row["_made_at"], row["_made_by"],
    )  # fmt: skip


def sources(connection: Connection, rows: Iterable[Mapping[Any, Any]]) -> dict[int, RowMapping]:
    """Give the sheets that row versions were read from, or older files where those gave some of the fields, by id."""
    listed = list(rows)
    ids = {row["source_id"] for row in listed} | {source for row in listed for source, _ in row["kept"].values()}
    table = Source.metadata.tables["source"]
    found = connection.execute(sa.select(table).where(table.c.id.in_(ids))).mappings()
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


def _live(ledger: Ledger, batch: int) -> ColumnElement[bool]:
    table = ledger.table.__table__
    return sa.and_(table.c.batch_in <= batch, sa.or_(table.c.batch_out.is_(None), table.c.batch_out > batch))
