"""A register that lives on: rows are put right, come late, are taken out and taken back, in several batches."""

from datetime import date, timedelta
from random import Random
from typing import Any

import sqlalchemy as sa

from services.ledger import Kind
from services.ledgers import ledger, ledgers
from services.ledgers.units import DISPOSITIONS, DOMAINS
from tests.indicators.generated import TODAY, fill
from tests.indicators.register import Register

DAYS = (Kind.DATE, Kind.DUE)


def live_on(register: Register, random: Random, batches: int = 3) -> None:
    """Fill an empty register in batch 1, then change it in some more batches."""
    fill(register, random)
    for number in range(batches):
        register.batch(date(2023, 7 + number, 1))
        for name in ledgers():
            _change(register, random, name)
        if random.random() < 0.5:
            started = TODAY - timedelta(days=random.randint(0, 200))
            register.add("targets", item="涉改任务基数", value=str(random.randint(1, 9)), effective_on=started)
            register.add("targets", item="年度学时(书记和班子成员)", value="7", effective_on=started)


def _change(register: Register, random: Random, name: str) -> None:
    table = ledger(name).table.__table__
    current = sa.select(table).where(table.c.batch_out.is_(None))
    for row in register.connection.execute(current).mappings().all():
        luck = random.random()
        if luck < 0.1 and name != "sessions":
            out = sa.update(table).where(table.c.id == row["id"]).values(batch_out=register.batches)
            register.connection.execute(out)
        elif luck < 0.5:
            column = random.choice(list(ledger(name).columns))
            hidden = {each: row[each] for each in ("previous_term_ends_on", "due_kind") if each in row}
            register.change(name, row["id"], **hidden, **_value(random, column.id, column.kind, row[column.id]))


def _value(random: Random, field: str, kind: Kind, old: Any) -> dict[str, Any]:
    if kind in DAYS and field not in ("started_on", "listed_on", "effective_on", "fed_back_on", "due_on"):
        return {field: random.choice([None, TODAY - timedelta(days=random.randint(-60, 300))])}
    if kind in DAYS and old:
        return {field: TODAY - timedelta(days=random.randint(-60, 300))}
    if field == "disposition":
        return {field: random.choice(list(DISPOSITIONS))}
    if field == "domain":
        return {field: random.choice(list(DOMAINS))}
    if kind is Kind.BOOL:
        return {field: not old}
    if kind is Kind.ATTENDED:
        return {field: 1 - old}
    return {"status_text": "不再涉及"} if field == "status_text" else {}
