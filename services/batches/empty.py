"""From the demonstration to the real store."""

from services.errors import BadRequest
from services.store import Store, records


def empty_demonstration(store: Store) -> None:
    """Delete everything in a store that holds the demonstration data, for good: it stays a real store from then on.

    Raises BadRequest for a real store.
    """
    with store.write() as connection:
        if records.note(connection, "demonstration") is None:
            raise BadRequest("这不是演示数据，不能清空。")
        records.delete_everything(connection)
        records.set_note(connection, "real", "since the demonstration was emptied")
