"""数据完整率: the cells that ought to be filled, over all ledgers (K25)."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy import Select

from services.indicators import At, Counted, Indicator, live
from services.indicators.sql import flag
from services.ledgers import ledgers


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
