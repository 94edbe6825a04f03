"""Filling a new store with the demonstration data, through the same preview and commit as any upload."""

import hashlib
from datetime import date, datetime, time

from services.batches import Options, commit, preview
from services.demo import AS_OF, demonstration
from services.demo.schedule import BEIJING
from services.errors import StoreUnusable
from services.store import Store, access, records
from services.store.engine import Connection

LOADED = "demonstration loaded"
PUBLISHED = (
    ("3月例会", "会议", date(2023, 3, 31)), ("2023年4月", "月度", date(2023, 4, 30)),
    ("2023年5月", "月度", date(2023, 5, 31)), ("6月例会", "会议", date(2023, 6, 30)),
    ("2023年7月", "月度", date(2023, 7, 31)), ("2023年8月", "月度", date(2023, 8, 31)),
    ("9月例会", "会议", date(2023, 9, 28)),
)  # fmt: skip


def fill(store: Store) -> int:
    """Load the demonstration into a new store and give how many batches that took.

    A store of the office's own (with batches or accounts, or once emptied for real work) is left as it is and gives
    0; a loading that was broken off is taken up where it stopped. Raises StoreUnusable where a file does not go
    through.
    """
    with store.write() as connection:
        demonstrating = records.note(connection, "demonstration")
        accounts, _ = access.who(connection, "")
        if accounts or records.note(connection, "real") or records.note(connection, LOADED):
            return 0
        there = {batch["sha256"] for batch in records.batches(connection)}
        if there and not demonstrating:
            return 0
        if not demonstrating:
            records.set_note(connection, "demonstration", AS_OF.isoformat())
    filled = 0
    for file in demonstration():
        if hashlib.sha256(file.content).hexdigest() in there:
            continue
        seen = preview(store, file.name, file.content, Options(file.ledger, reason=file.reason), file.made_at.date())
        if seen.outcome != "ready":
            raise StoreUnusable(f"演示数据“{file.name}”没有通过检查。")
        commit(store, seen, file.by, file.made_at)
        filled += 1
    with store.write() as connection:
        _publish(connection)
        records.set_note(connection, LOADED, str(filled))
    return filled


def _publish(connection: Connection) -> None:
    """Write the snapshots the office took on the evening of these days, with what it knew by then."""
    batches = records.batches(connection)
    for name, kind, day in PUBLISHED:
        evening = datetime.combine(day, time(18), BEIJING)
        known = max(batch["id"] for batch in batches if batch["made_at"] <= evening)
        taken = {"name": name, "kind": kind, "as_of": day, "batch": known, "made_at": evening, "made_by": "业务员甲"}
        records.add_snapshot(connection, **taken)
