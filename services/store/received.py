"""Everything a unit's files ever brought, sheet by sheet."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy import Connection

from services.ledger import Ledger
from services.store.records import BATCH, SOURCE


@dataclass(frozen=True)
class Received:
    """What one sheet brought about a unit: how many rows that were new or changed, and the first of them."""

    ledger: str
    batch: int
    made_at: datetime
    made_by: str
    file: str
    sheet: str
    rows: int
    row: int


def received(connection: Connection, ledgers: Iterable[Ledger], unit: str, batch: int) -> list[Received]:
    """Give every sheet up to `batch` that brought something about a unit, newest first.

    A sheet that only repeats what is on record brings nothing; what an undo brings back came by its own file.
    """
    found = []
    for ledger in ledgers:
        table = ledger.versions
        about = table.c.get("name" if ledger.id == "units" else "unit")
        if about is None:
            continue
        statement = (
            sa.select(
                SOURCE.c.batch, BATCH.c.made_at, BATCH.c.made_by, SOURCE.c.file, SOURCE.c.sheet,
                sa.func.count().label("rows"), sa.func.min(table.c.id).label("row"),
            )
            .select_from(table.join(SOURCE, SOURCE.c.id == table.c.source_id).join(BATCH, BATCH.c.id == SOURCE.c.batch))
            .where(about == unit, table.c.batch_in == SOURCE.c.batch, SOURCE.c.batch <= batch)
            .group_by(SOURCE.c.id, BATCH.c.id)
        )  # fmt: skip
        found += [Received(ledger.id, **row) for row in connection.execute(statement).mappings()]
    return sorted(found, key=lambda each: -each.batch)
