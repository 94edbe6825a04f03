"""Snapshots: a name for a pair (截至日期, batch). Nothing is copied, and no later upload changes one."""

from dataclasses import dataclass
from datetime import UTC, date, datetime

from services.errors import BadRequest
from services.store import Store, records


@dataclass(frozen=True)
class Snapshot:
    """A named moment."""

    name: str
    as_of: date
    batch: int


def snapshot(store: Store, name: str, as_of: date | None, by: str) -> Snapshot:
    """Name the state at `as_of` (default: today) with what is known now; raises BadRequest for a taken name."""
    name = name.strip()
    if not name:
        raise BadRequest("请给快照起一个名称。")
    day = as_of or store.today()
    with store.write() as connection:
        batch = records.newest_batch(connection)
        records.add_snapshot(connection, name=name, as_of=day, batch=batch, made_at=datetime.now(UTC), made_by=by)
    return Snapshot(name, day, batch)


def snapshots(store: Store) -> list[Snapshot]:
    """Give all snapshots, newest first."""
    with store.read() as connection:
        return [Snapshot(row["name"], row["as_of"], row["batch"]) for row in records.snapshots(connection)]


def named(store: Store, name: str) -> Snapshot:
    """Give one snapshot; raises BadRequest for an unknown name."""
    for each in snapshots(store):
        if each.name == name:
            return each
    raise BadRequest(f"没有名为“{name}”的快照。")
