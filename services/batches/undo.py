"""Taking a batch back. An undo is itself a batch; what was changed since is a conflict, never damage."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from services.batches.dangling import Conflict, dangling
from services.ledger import Ledger
from services.ledgers import ledgers
from services.store import Store, records, versions
from services.store.engine import Connection


@dataclass(frozen=True)
class Undone:
    """How an undo ended: `batch` is the new batch, None in a conflict."""

    outcome: Literal["undone", "conflict"]
    undoes: int
    batch: int | None = None
    conflicts: tuple[Conflict, ...] = ()


class _Conflicted(Exception):
    def __init__(self, conflicts: list[Conflict]) -> None:
        super().__init__()
        self.conflicts = tuple(conflicts)


def undo(store: Store, number: int, by: str, made_at: datetime | None = None) -> Undone:
    """Take batch `number` back, or say what stands in the way. Raises BadRequest for a batch there is none of."""
    try:
        with store.write() as connection:
            batch = _undo(connection, number, by, made_at or datetime.now(UTC))
    except _Conflicted as conflict:
        return Undone("conflict", number, conflicts=conflict.conflicts)
    return Undone("undone", number, batch)


def _undo(connection: Connection, number: int, by: str, made_at: datetime) -> int:
    taken_back = records.batch(connection, number)
    conflicts = [
        Conflict(ledger.id, key, later)
        for ledger in ledgers().values()
        for key, later in versions.changed_since(connection, ledger.versions, number)
    ]
    if conflicts:
        raise _Conflicted(conflicts)
    batch = records.add_batch(
        connection, made_at=made_at, made_by=by, action="undo", file=taken_back["file"], undoes=number, counts={}
    )
    counts = {ledger.id: _reverse(connection, ledger, number, batch) for ledger in ledgers().values()}
    records.set_counts(connection, batch, {name: count for name, count in counts.items() if any(count.values())})
    left = dangling(connection, ledgers().keys())
    if left:
        raise _Conflicted(left)
    return batch


def _reverse(connection: Connection, ledger: Ledger, number: int, batch: int) -> dict[str, int]:
    """Close what the batch brought, bring back what it closed; give how many of each."""
    brought = versions.brought(connection, ledger.versions, number)
    closed = versions.closed(connection, ledger.versions, number)
    versions.close(connection, ledger.versions, [row["id"] for row in brought], batch)
    versions.add(connection, ledger.versions, closed, batch_in=batch, batch_out=None)
    return {"removed": len(brought), "restored": len(closed)}
