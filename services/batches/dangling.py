"""Rows that name what is no longer on record: a write that would leave any is not made."""

from collections.abc import Collection
from dataclasses import dataclass

from services.ledgers import ledger as ledger_named
from services.ledgers import ledgers
from services.store import versions
from services.store.engine import Connection


@dataclass(frozen=True)
class Conflict:
    """A row that stands in the way, and the batch that brought it."""

    ledger: str
    key: str
    changed_by_batch: int


def dangling(connection: Connection, targets: Collection[str]) -> list[Conflict]:
    """Give current rows of any ledger that name a row of one of `targets` that is not among the current ones."""
    found = []
    for ledger in ledgers().values():
        for column in ledger.references:
            if column.ref in targets:
                target = ledger_named(column.ref or "").versions
                hidden = f"{column.id}_key"
                by_key = hidden in ledger.versions.columns
                name, target_name = (hidden, "key") if by_key else (column.id, "name")
                rows = versions.dangling(connection, ledger.versions, name, target, target_name)
                found += [Conflict(ledger.id, key, batch) for key, batch in rows]
    return found
