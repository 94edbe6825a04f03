"""Snapshots: a name for a pair (截至日期, batch). Nothing is copied, and no later upload changes one."""

from dataclasses import dataclass
from datetime import UTC, date, datetime

from services.access import perform
from services.errors import BadRequest
from services.store import Store, records

KINDS = ("月度", "会议")


@dataclass(frozen=True)
class Snapshot:
    """A named moment: what it was published for, a word about it, by whom and when."""

    name: str
    as_of: date
    batch: int
    kind: str
    note: str | None
    made_at: datetime
    made_by: str


def snapshot(
    store: Store,
    name: str,
    as_of: date | None,
    by: str,
    kind: str = KINDS[0],
    note: str | None = None,
    batch: int | None = None,
) -> Snapshot:
    """Name the state at `as_of` (default: today) with what is known at `batch` (default: the newest).

    Raises BadRequest for a name that is missing or taken, and for an unknown kind; NotAllowed.
    """
    name, day = name.strip(), as_of or store.today()
    with perform(store, by, "snapshot.publish", name) as act:
        if not name:
            raise BadRequest("请给快照起一个名称。")
        if kind not in KINDS:
            raise BadRequest(f"快照的种类只能是{'、'.join(KINDS)}，不能是“{kind}”。")
        known = records.newest_batch(act.connection) if batch is None else batch
        made = Snapshot(name, day, known, kind, (note or "").strip() or None, datetime.now(UTC), by)
        records.add_snapshot(act.connection, **vars(made))
        act.note(kind=kind, as_of=day.isoformat(), batch=known)
    return made


def snapshots(store: Store) -> list[Snapshot]:
    """Give all snapshots, newest first."""
    with store.read() as connection:
        return [Snapshot(**row) for row in records.snapshots(connection)]


def named(store: Store, name: str) -> Snapshot:
    """Give one snapshot; raises BadRequest for an unknown name."""
    for each in snapshots(store):
        if each.name == name:
            return each
    raise BadRequest(f"没有名为“{name}”的快照。")
