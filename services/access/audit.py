"""The trail: a row for everything done or refused, each chained to the one before by its digest."""

import hashlib
import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, Literal

from services.access.operations import OPERATIONS
from services.access.origin import address
from services.store import access
from services.store.engine import Connection

Outcome = Literal["done", "refused"]
OUTCOMES: dict[Outcome, str] = {"done": "已办", "refused": "被拒绝"}
BEFORE_THE_FIRST = "0" * 64
LONGEST = 200


def append(
    connection: Connection, by: str, operation: str, thing: str, outcome: Outcome, detail: Mapping[str, Any]
) -> int:
    """Write the next row on the writer's connection and give its number."""
    newest, previous, highest = access.tip(connection)
    row: dict[str, Any] = {
        # Rows cut off or added behind our back are not written over: `verify` finds the place for ever.
        "id": max(newest or 0, highest) + 1,
        "at": datetime.now(UTC).isoformat(timespec="microseconds"),
        "actor": _text(by),
        "address": address.get(),
        "operation": OPERATIONS[operation].id,
        "thing": _text(thing),
        "outcome": outcome,
        "detail": json.dumps(detail, sort_keys=True),
        "previous": previous or BEFORE_THE_FIRST,
    }
    access.add_audit(connection, **row, hash=digest(row))
    return int(row["id"])


def digest(row: Mapping[Any, Any]) -> str:
    """Give the digest of a row, all of it but the digest itself."""
    kept = [row[name] for name in access.AUDITED]
    return hashlib.sha256(json.dumps(kept, default=repr).encode()).hexdigest()


def _text(written: str) -> str:
    """Give words any database keeps, cut where they are long."""
    return written.encode("utf-8", "replace").decode().replace("\0", "")[:LONGEST]
