"""From the demonstration to the real store."""

from services.access import perform
from services.errors import BadRequest
from services.store import Store, records


def empty_demonstration(store: Store, by: str | None = None) -> None:
    """Delete everything in a store that holds the demonstration data, for good: it stays a real store from then on.

    Accounts and the audit stay. Raises BadRequest for a real store, and NotAllowed.
    """
    with perform(store, by, "demonstration.empty") as act:
        if records.note(act.connection, "demonstration") is None:
            raise BadRequest("这不是演示数据，不能清空。")
        act.note(batches=records.newest_batch(act.connection))
        records.delete_everything(act.connection)
        records.set_note(act.connection, "real", "since the demonstration was emptied")
