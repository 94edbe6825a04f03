"""Taking a batch back. An undo is itself a batch; what was changed since is a conflict, never damage."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from services.access import Actor, may, perform
from services.access import actor as account
from services.batches.dangling import Conflict, dangling
from services.batches.scope import within
from services.errors import DashboardError, NotAllowed
from services.ledger import Ledger
from services.ledgers import ledgers
from services.store import Store, bulk, records, versions
from services.store.engine import Connection


@dataclass(frozen=True)
class Undone:
    """How an undo ended: `batch` is the new batch, None in a conflict."""

    outcome: Literal["undone", "conflict"]
    undoes: int
    batch: int | None = None
    conflicts: tuple[Conflict, ...] = ()


class _Conflicted(DashboardError):
    code = "conflict"

    def __init__(self, conflicts: list[Conflict]) -> None:
        super().__init__()
        self.conflicts = tuple(conflicts)


def undo(store: Store, number: int, by: str, made_at: datetime | None = None) -> Undone:
    """Take batch `number` back, or say what stands in the way.

    Raises BadRequest for a batch there is none of, NotAllowed for one that is not for the one who asks to take back.
    """
    try:
        with perform(store, by, "batch.undo", f"第{number}批") as act:
            batch, counts = _undo(act.connection, number, act.actor, made_at or datetime.now(UTC))
            within(act.connection, act.actor, batch)
            act.note(batch=batch, counts=counts)
    except _Conflicted as conflict:
        return Undone("conflict", number, conflicts=conflict.conflicts)
    return Undone("undone", number, batch)


def _undo(
    connection: Connection, number: int, actor: Actor, made_at: datetime
) -> tuple[int, dict[str, dict[str, int]]]:
    """Write the batch that takes `number` back; give its number and what it did, per ledger."""
    taken_back = records.batch(connection, number)
    if not _theirs(connection, actor, taken_back["made_by"]):
        raise NotAllowed(f"第{number}批是{taken_back['made_by']}提交的，只能由本人撤销。")
    conflicts = [conflict for ledger in ledgers().values() for conflict in _changed(connection, ledger, number)]
    if conflicts:
        raise _Conflicted(conflicts)
    batch = records.add_batch(
        connection, made_at=made_at, made_by=actor.name, action="undo", file=taken_back["file"], undoes=number,
        counts={},
    )  # fmt: skip
    reversed_ = {ledger.id: _reverse(connection, ledger, number, batch) for ledger in ledgers().values()}
    counts = {name: count for name, count in reversed_.items() if any(count.values())}
    records.set_counts(connection, batch, counts)
    left = dangling(connection, ledgers().keys())
    if left:
        raise _Conflicted(left)
    return batch, counts


def _theirs(connection: Connection, actor: Actor, maker: str) -> bool:
    """Say whether a batch is theirs to take back: their own, or, answering for all 领域, that of somebody gone."""
    if actor.owner or maker == actor.name:
        return True
    try:
        gone = not may(account(connection, maker), "batch.undo")
    except NotAllowed:
        gone = True
    return gone and actor.domains is None


def _changed(connection: Connection, ledger: Ledger, number: int) -> list[Conflict]:
    """Give the rows of the batch that are not as it left them; a change that was taken back left them so."""
    changed = versions.changed_since(connection, ledger.versions, number)
    if not changed:
        return []
    left = {row["key"]: _content(row) for row in versions.brought(connection, ledger.versions, number)}
    now = {row["key"]: _content(row) for row in versions.current(connection, ledger.versions)}
    return [Conflict(ledger.id, key, later) for key, later in changed if left.get(key) != now.get(key)]


def _content(row: versions.Version) -> versions.Version:
    return {name: value for name, value in row.items() if name not in ("id", "batch_in", "batch_out")}


def _reverse(connection: Connection, ledger: Ledger, number: int, batch: int) -> dict[str, int]:
    """Close what the batch brought, bring back what it closed; give how many of each."""
    brought = versions.brought(connection, ledger.versions, number)
    closed = versions.closed(connection, ledger.versions, number)
    standing = [row["id"] for row in brought if row["batch_out"] is None]
    if len(standing) < len(brought):  # a change and its undo put another version in the place of some
        keys = {row["key"] for row in brought}
        standing = [row["id"] for row in versions.current(connection, ledger.versions) if row["key"] in keys]
    versions.close(connection, ledger.versions, standing, batch)
    bulk.insert(connection, ledger.versions, closed, batch_in=batch, batch_out=None)
    return {"removed": len(brought), "restored": len(closed)}
