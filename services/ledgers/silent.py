"""Who is silent: the 在管 units that a ledger awaits a row from and that have none."""

import sqlalchemy as sa
from sqlalchemy import Connection

from services.indicators import At, live
from services.ledgers import ledgers
from services.ledgers.population import in_charge, units


def silent(connection: Connection, at: At) -> dict[str, list[str]]:
    """Give the units by ledger, in official order; only ledgers that await every unit are in it."""
    unit, found = units(at), dict[str, list[str]]()
    for ledger in ledgers().values():
        if not ledger.awaited:
            continue
        row = live(ledger.id, at)
        there = sa.select(row.c.unit).where(row.c.unit.is_not(None))
        if ledger.since:
            there = there.where(sa.func.coalesce(row.c[ledger.since], at.as_of) <= at.as_of)
        statement = sa.select(unit.c.unit).where(in_charge(unit), unit.c.unit.not_in(there))
        found[ledger.id] = list(connection.scalars(statement.order_by(unit.c.position.is_(None), unit.c.position)))
    return found
