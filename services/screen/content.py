"""What a screen shows, as JSON: the figures of the dashboard's pages at the moment its playlist stands at."""

import hashlib
import json
from datetime import datetime

from services.errors import BadRequest
from services.screen.facts import Facts
from services.screen.pages import PAGES, Kind
from services.screen.playlist import Playlist
from services.screen.shape import Content, Page
from services.screen.stand import Stand, stand
from services.screen.words import day
from services.store import Store, records
from services.store.engine import Connection

SHORT = 8  # seconds a page stands that has nothing but a sentence to say


def content(store: Store, playlist: Playlist) -> Content:
    """Give what the playlist shows; the same for the same snapshot, whatever was uploaded since.

    Raises BadRequest for a snapshot or a kind of page there is none of.
    """
    standing = stand(store, playlist)
    with store.read() as connection:
        facts = _facts(connection, standing, playlist)
        pages = [_page(facts, kind, seconds) for kind, seconds in playlist.pages]
        data_at = _made_at(connection, standing.moment.batch)
    shown: Content = {
        "version": "",
        "as_of": standing.moment.as_of.isoformat(),
        "as_of_words": day(standing.moment.as_of),
        "snapshot": standing.snapshot,
        "batch": standing.moment.batch,
        "data_at": data_at.isoformat(timespec="seconds") if data_at else None,
        "theme": playlist.theme,
        "inches": playlist.inches,
        "metres": playlist.metres,
        "pages": pages,
    }
    return {**shown, "version": _digest(shown)}


def talking_points(store: Store, playlist: Playlist) -> list[list[str]]:
    """Give for each page of the playlist what the speaker may say to it, with the numbers filled in.

    Raises BadRequest like `content`.
    """
    standing = stand(store, playlist)
    with store.read() as connection:
        facts = _facts(connection, standing, playlist)
        return [_kind(kind).points(facts) for kind, _ in playlist.pages]


def _facts(connection: Connection, standing: Stand, playlist: Playlist) -> Facts:
    return Facts(connection, standing, playlist.domain, playlist.list_units)


def _page(facts: Facts, kind: str, seconds: int) -> Page:
    shown = _kind(kind).page(facts)
    says_more = shown["figures"] or shown["body"]["kind"] != "none"
    return {"kind": kind, "seconds": seconds if says_more else min(seconds, SHORT), **shown}


def _kind(name: str) -> Kind:
    if name not in PAGES:
        raise BadRequest(f"没有“{name}”这种页面。可用的有：{'、'.join(PAGES)}。")
    return PAGES[name]


def _made_at(connection: Connection, batch: int) -> datetime | None:
    made_at: datetime | None = records.batch(connection, batch)["made_at"].astimezone() if batch else None
    return made_at


def _digest(shown: Content) -> str:
    return hashlib.sha256(json.dumps(shown, ensure_ascii=False, sort_keys=True).encode()).hexdigest()[:16]
