"""What comes after the town was built: a batch that changes every current row of some ledgers."""

from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa

from services.ledgers import ledger
from services.store import Store
from services.store.tables import Batch


def change(into: Store, batch: int, **values: dict[str, Any]) -> None:
    """Write a batch that changes every current row of these ledgers."""
    with into.write() as connection:
        made_at = datetime(2023, 11, batch, tzinfo=UTC)
        made = {"id": batch, "made_at": made_at, "made_by": "业务员乙", "action": "import", "file": "以后.xlsx"}
        connection.execute(sa.insert(Batch).values(**made, counts={}))
        for name, changed in values.items():
            table = ledger(name).versions
            rows = connection.execute(sa.select(table).where(table.c.batch_out.is_(None))).mappings().all()
            connection.execute(sa.update(table).where(table.c.batch_out.is_(None)).values(batch_out=batch))
            for row in rows:
                kept = {key: value for key, value in row.items() if key != "id"}
                connection.execute(sa.insert(table).values({**kept, "batch_in": batch, "batch_out": None, **changed}))
