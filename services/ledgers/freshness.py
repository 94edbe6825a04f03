"""How new what is known of each ledger is: the newest batch that changed it, the newest day in its rows."""

from dataclasses import dataclass
from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy import Connection

from services.indicators import At, live
from services.ledger import Ledger
from services.ledgers import ledgers
from services.store.row import Table


@dataclass(frozen=True)
class Freshness:
    """`batch` is the newest that changed the ledger; `day` the newest day by 截至 on which something happened.

    All are None where the ledger holds nothing (`rows` 0); `day` also where its columns date no event.
    """

    ledger: str
    rows: int
    batch: int | None = None
    made_at: datetime | None = None
    made_by: str | None = None
    day: date | None = None


def freshness(connection: Connection, at: At) -> list[Freshness]:
    """Give it for every ledger, in official order."""
    return [_of(connection, ledger, at) for ledger in ledgers().values()]


def _of(connection: Connection, ledger: Ledger, at: At) -> Freshness:
    row, made = live(ledger.id, at), Table.metadata.tables["batch"]
    rows, batch = connection.execute(sa.select(sa.func.count(), sa.func.max(row.c.batch_in)).select_from(row)).one()
    if not rows:
        return Freshness(ledger.id, 0)
    # Plans and deadlines lie where they were put; only what happened says how far the ledger reaches.
    happened = [row.c[column.id] for column in ledger.columns if column.past or column.id == ledger.since]
    newest = [connection.scalar(sa.select(sa.func.max(day)).where(day <= at.as_of)) for day in happened]
    made_at, made_by = connection.execute(sa.select(made.c.made_at, made.c.made_by).where(made.c.id == batch)).one()
    return Freshness(ledger.id, rows, batch, made_at, made_by, max((day for day in newest if day), default=None))
