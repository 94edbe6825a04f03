"""The audit trail, as tests read it."""

import json
from typing import Any

import sqlalchemy as sa

from services.store import Store
from services.store.access import AUDIT


def trail(store: Store, operation: str = "") -> list[dict[str, Any]]:
    """Give the rows of the audit, of one operation or of all, with their detail read."""
    with store.read() as connection:
        rows = connection.execute(sa.select(AUDIT).order_by(AUDIT.c.id)).mappings().all()
    kept = [{**row, "detail": json.loads(row["detail"])} for row in rows]
    return [row for row in kept if operation in ("", row["operation"])]
