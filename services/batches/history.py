"""The batches so far and what each changed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from services.batches.plan import Change, ChangeKind
from services.batches.wanted import same
from services.ledger import Ledger
from services.ledgers import ledgers
from services.store import Store, records, versions
from services.store.engine import Connection


@dataclass(frozen=True)
class BatchInfo:
    """One batch as the history shows it; `undone_by` is the batch that took it back."""

    id: int
    made_at: datetime
    by: str
    action: str
    file: str | None
    sha256: str | None
    undoes: int | None
    undone_by: int | None
    reason: str | None
    counts: Mapping[str, Mapping[str, int]]


def history(store: Store) -> list[BatchInfo]:
    """Give all batches, newest first."""
    with store.read() as connection:
        rows = records.batches(connection)
    undone = {row["undoes"]: row["id"] for row in rows if row["undoes"]}
    return [
        BatchInfo(
            row["id"], row["made_at"], row["made_by"], row["action"], row["file"], row["sha256"], row["undoes"],
            undone.get(row["id"]), row["reason"], row["counts"],
        )
        for row in rows
    ]  # fmt: skip


def batch_changes(store: Store, number: int) -> list[Change]:
    """Give every row the batch brought, changed or took out ("missing"); raises BadRequest for an unknown batch."""
    with store.read() as connection:
        records.batch(connection, number)
        return [change for ledger in ledgers().values() for change in _changes(connection, ledger, number)]


def _changes(connection: Connection, ledger: Ledger, number: int) -> Iterator[Change]:
    before = {row["key"]: row for row in versions.closed(connection, ledger.versions, number)}
    for row in versions.brought(connection, ledger.versions, number):
        old = before.pop(row["key"], None)
        fields = _differing(ledger.by_id, old, row) if old else ()
        kind: ChangeKind = "changed" if old else "new"
        yield Change(kind, ledger.id, row["key"], row["line"], old, row, fields)
    for key, old in before.items():
        yield Change("missing", ledger.id, key, before=old)


def _differing(columns: Mapping[str, Any], old: dict[str, Any], new: dict[str, Any]) -> tuple[str, ...]:
    names = [*columns, *(["due_kind"] if "due_kind" in new else [])]
    return tuple(name for name in names if not same(columns.get(name), old[name], new[name]))
