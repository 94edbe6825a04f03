"""What a playlist stands at: a snapshot, and the one published before it."""

from dataclasses import dataclass

from services.indicators import Moment
from services.screen.playlist import Playlist
from services.snapshots import Snapshot, named, snapshots
from services.store import Store


@dataclass(frozen=True)
class Stand:
    """The moment shown, the snapshot it is (None: nothing was ever published), and the one it is compared with."""

    moment: Moment
    snapshot: str | None = None
    before: Snapshot | None = None


def stand(store: Store, playlist: Playlist) -> Stand:
    """Give the playlist's snapshot, else the newest published, else what is known today.

    Raises BadRequest for a snapshot there is none of.
    """
    published = snapshots(store)
    if playlist.snapshot is None and not published:
        return Stand(Moment(store.today(), store.version()))
    shown = named(store, playlist.snapshot) if playlist.snapshot else published[0]
    return Stand(Moment(shown.as_of, shown.batch), shown.name, _before(shown, published))


def _before(shown: Snapshot, published: list[Snapshot]) -> Snapshot | None:
    """Give the newest snapshot of an earlier state that was there when `shown` was made, so that it never changes."""
    earlier = [
        each for each in published
        if each.made_at < shown.made_at and each.as_of <= shown.as_of and each.batch <= shown.batch
        and (each.as_of, each.batch) != (shown.as_of, shown.batch)
    ]  # fmt: skip
    return max(earlier, key=lambda each: (each.as_of, each.batch, each.made_at), default=None)
