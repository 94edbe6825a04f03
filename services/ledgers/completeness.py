"""数据完整率: the cells that ought to be filled, over all ledgers (K25), and the same unit by unit."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection, Select

from services.indicators import At, Counted, Indicator, live
from services.indicators.sql import flag
from services.ledgers import ledgers
from services.ledgers.population import units


def _cells(at: At) -> Select[Any]:
    selects = []
    for ledger in ledgers().values():
        row = live(ledger.id, at)
        for column in ledger.columns:
            if column.required or column.expected:
                selects.append(
                    sa.select(
                        sa.literal(ledger.id).label("ledger"), row.c.id.label("row"),
                        sa.literal(column.id).label("field"), sa.literal(ledger.order).label("position"),
                        flag(row.c[column.id].is_not(None)).label("done"),
                    )
                )  # fmt: skip
    return sa.select(sa.union_all(*selects).subquery())


def _by_ledger(counted: Counted, at: At) -> dict[str, Any]:
    shares = {id: {"n": counted.count(ledger=id, done=1), "of": counted.count(ledger=id)} for id in ledgers()}
    days = (at.as_of - at.known_on).days if at.known_on else None
    return {"ledgers": shares, "days_since": None if days is None or days < 0 else days}


INDICATOR = Indicator(
    "K25", "数据完整率", "格", _cells,
    numerator="已填写的格", denominator="各台账必填和应填的列，每行一格",
    decided_by="name", facts=("ledger",), values=_by_ledger,
    note="另列各台账的完整率，以及最近一批数据到截至日期的天数。",
)  # fmt: skip


@dataclass(frozen=True)
class Filled:
    """The cells of one ledger about one unit that ought to be filled; `unit` None where a ledger is about no unit."""

    ledger: str
    unit: str | None
    domain: str | None
    n: int
    of: int


def by_unit(connection: Connection, at: At, where: Mapping[str, str] | None = None) -> list[Filled]:
    """Give K25 ledger by ledger and unit by unit, in official order.

    `where` keeps the units whose columns equal it (领域); what is about no unit is left out then.
    """
    unit = units(at)
    found = []
    for ledger in ledgers().values():
        row = live(ledger.id, at)
        named = row.c.name if ledger.id == "units" else row.c.get("unit")
        wanted = [row.c[column.id] for column in ledger.columns if column.required or column.expected]
        filled = sum((sa.func.count(cell) for cell in wanted), sa.literal(0))
        if named is None:
            if not where:
                n, rows = connection.execute(sa.select(filled, sa.func.count()).select_from(row)).one()
                found += [Filled(ledger.id, None, None, n, rows * len(wanted))] if rows else []
            continue
        statement = (
            sa.select(named.label("unit"), unit.c.domain, filled.label("n"), sa.func.count().label("rows"))
            .select_from(row.outerjoin(unit, unit.c.unit == named))
            .where(*(unit.c[name] == word for name, word in (where or {}).items()))
            .group_by(named, unit.c.domain, unit.c.position)
            .order_by(unit.c.position.is_(None), unit.c.position, named)
        )
        found += [
            Filled(ledger.id, each.unit, each.domain, each.n, each.rows * len(wanted))
            for each in connection.execute(statement)
        ]
    return found
