"""When a question is asked: as of which day, with what was known after which batch."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa
from sqlalchemy import Connection, Subquery

from services.errors import BadRequest
from services.indicators.targets import targets_in_force
from services.store.row import Table
from services.store.tables import Batch


@dataclass(frozen=True)
class Moment:
    """截至日期 (the end of that day) and the newest batch that counts as known; batch 0 is before the first."""

    as_of: date
    batch: int


@dataclass(frozen=True)
class At(Moment):
    """A moment with the targets in force then, and the day of its batch (None before the first)."""

    targets: Mapping[str, str]
    known_on: date | None

    @property
    def year_start(self) -> date:
        """The first day of the year of 截至日期."""
        return date(self.as_of.year, 1, 1)

    def number(self, item: str) -> int:
        """Give a target that is a number."""
        return int(self.targets[item])


def at(connection: Connection, moment: Moment) -> At:
    """Give the moment with what is in force then; raises BadRequest for a batch or a day that makes no sense."""
    if not 1900 <= moment.as_of.year <= 2999:
        raise BadRequest("截至日期应在1900年至2999年之间。")
    batch = Batch.metadata.tables["batch"]
    made_at = connection.scalar(sa.select(batch.c.made_at).where(batch.c.id == moment.batch))
    if made_at is None and moment.batch != 0:
        raise BadRequest(f"没有第{moment.batch}批数据。")
    targets = targets_in_force(connection, moment.as_of, moment.batch)
    return At(moment.as_of, moment.batch, targets, made_at.astimezone().date() if made_at else None)


def live(ledger: str, moment: Moment) -> Subquery:
    """Give the row versions of a ledger that were known at the moment's batch."""
    table = Table.metadata.tables[ledger]
    known = sa.and_(
        table.c.batch_in <= moment.batch, sa.or_(table.c.batch_out.is_(None), table.c.batch_out > moment.batch)
    )
    return sa.select(table).where(known).subquery()
