"""播放单: which pages a screen shows, in which order and how long, of which snapshot, and how large."""

from dataclasses import asdict, dataclass, fields
from datetime import UTC, datetime
from typing import Any, Literal

from services.access import perform
from services.errors import BadRequest
from services.ledgers import ledger
from services.snapshots import named as snapshot_named
from services.store import Store, screens
from services.text import outer

# Every kind of page there is, in the order in which a meeting goes through them.
KINDS = {
    "summary": "一句话和三个数",
    "tiles": "涉改单位一览",
    "changes": "本期变化",
    "elections": "新组建单位选举",
    "training": "教育培训",
    "rectification": "整改与逾期",
    "weak": "软弱涣散与下一步",
}
Theme = Literal["dark", "light"]
THEMES: dict[Theme, str] = {"dark": "深色", "light": "浅色"}
SECONDS, INCHES, METRES = (5, 600), (20, 600), (1, 60)
LONGEST_NAME = 20


@dataclass(frozen=True)
class Playlist:
    """What a screen shows: `pages` as (kind, seconds) in their order.

    `snapshot`: the name of a fixed one, None for the newest published. `domain`: one 领域, None for all.
    `list_units`: lists of what is late or not yet done name the units. `inches`: the screen's diagonal;
    `metres`: from the screen to the farthest seat.
    """

    name: str
    pages: tuple[tuple[str, int], ...]
    snapshot: str | None = None
    domain: str | None = None
    list_units: bool = False
    theme: Theme = "dark"
    inches: int = 98
    metres: int = 8


DEFAULT = Playlist("默认", tuple((kind, 20) for kind in KINDS))


def read(row: dict[str, Any]) -> Playlist:
    """Give a playlist as the store keeps it."""
    kept = {each.name: row[each.name] for each in fields(Playlist)}
    return Playlist(**{**kept, "pages": tuple((kind, seconds) for kind, seconds in row["pages"])})


def playlists(store: Store) -> list[Playlist]:
    """Give every playlist, 默认 first: as it was saved, else as it comes with the program."""
    with store.read() as connection:
        found = {each.name: each for each in map(read, screens.playlists(connection))}
    return [found.pop(DEFAULT.name, DEFAULT), *found.values()]


def named(store: Store, name: str) -> Playlist:
    """Give one playlist; raises BadRequest for an unknown name."""
    for each in playlists(store):
        if each.name == name:
            return each
    raise BadRequest(f"没有名为“{name}”的播放单。")


def save(store: Store, playlist: Playlist, by: str) -> None:
    """Write a playlist in place of the one with its name; raises BadRequest where it makes no sense, NotAllowed."""
    with perform(store, by, "playlist.save", playlist.name, snapshot=playlist.snapshot) as act:
        check(store, playlist)
        kept = {**asdict(playlist), "pages": [list(page) for page in playlist.pages]}
        screens.keep_playlist(act.connection, **kept, made_at=datetime.now(UTC), made_by=by)


def delete(store: Store, name: str, by: str) -> None:
    """Take a saved playlist away; 默认 is then again as it comes with the program.

    Raises BadRequest for a name nothing is saved under, and for a playlist that a screen shows; NotAllowed.
    """
    with perform(store, by, "playlist.remove", name) as act:
        showing = [row["name"] for row in screens.screens(act.connection) if row["playlist"] == name]
        if showing and name != DEFAULT.name:
            raise BadRequest(f"屏幕“{showing[0]}”正在用“{name}”，请先给它换一个播放单。")
        if not screens.take_playlist(act.connection, name):
            raise BadRequest("“默认”没有改动过。" if name == DEFAULT.name else f"没有名为“{name}”的播放单。")


def check(store: Store, playlist: Playlist) -> None:
    """Raise BadRequest where a playlist makes no sense."""
    name, kinds = playlist.name, [kind for kind, _ in playlist.pages]
    if not outer(name) or name != outer(name) or len(name) > LONGEST_NAME:
        raise BadRequest(f"请给播放单起一个不超过{LONGEST_NAME}个字的名称。")
    if not kinds:
        raise BadRequest("请至少选一页。")
    if not set(kinds) <= set(KINDS) or len(set(kinds)) < len(kinds):
        raise BadRequest(f"页面只能是{'、'.join(KINDS.values())}，每种一页。")
    for what, value, (least, most) in (
        *(("每页的秒数", seconds, SECONDS) for _, seconds in playlist.pages),
        ("屏幕尺寸（英寸）", playlist.inches, INCHES),
        ("最远座位（米）", playlist.metres, METRES),
    ):
        if not least <= value <= most:
            raise BadRequest(f"{what}应在{least}至{most}之间。")
    if playlist.theme not in THEMES:
        raise BadRequest(f"颜色只能是{'、'.join(THEMES.values())}。")
    if playlist.domain is not None and playlist.domain not in domains():
        raise BadRequest(f"没有“{playlist.domain}”这个领域。")
    if playlist.snapshot is not None:
        snapshot_named(store, playlist.snapshot)


def domains() -> list[str]:
    """Give the 领域 there are, in official order."""
    return list(ledger("units").by_id["domain"].choices)
