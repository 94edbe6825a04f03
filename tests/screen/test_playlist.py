"""Playlists: one comes with the program, others are saved, and none that makes no sense."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from services.errors import BadRequest
from services.screen import playlist as lists
from services.screen import screens
from services.screen.pages import PAGES
from services.screen.playlist import DEFAULT, KINDS, Playlist
from services.snapshots import snapshot
from services.store import Store

SHORT = Playlist("常委会", (("tiles", 15), ("summary", 30)), domain="机关", list_units=True, theme="light", inches=65)


def test_a_fresh_store_has_the_default_with_every_kind_of_page(store: Store) -> None:
    assert lists.playlists(store) == [DEFAULT]
    assert [kind for kind, _ in DEFAULT.pages] == list(KINDS) == list(PAGES)
    assert not DEFAULT.list_units
    lists.check(store, DEFAULT)


def test_what_is_saved_comes_back_and_takes_the_place_of_its_name(store: Store) -> None:
    lists.save(store, SHORT, "甲")
    assert lists.named(store, "常委会") == SHORT
    lists.save(store, replace(SHORT, metres=12), "乙")
    assert lists.playlists(store) == [DEFAULT, replace(SHORT, metres=12)]


def test_the_default_can_be_changed_and_comes_back_when_deleted(store: Store) -> None:
    changed = replace(DEFAULT, theme="light")
    lists.save(store, changed, "甲")
    assert lists.playlists(store) == [changed]
    lists.delete(store, DEFAULT.name, "甲")
    assert lists.playlists(store) == [DEFAULT]


def test_a_playlist_that_a_screen_shows_is_not_deleted(store: Store) -> None:
    lists.save(store, SHORT, "甲")
    screens.add(store, "一号会议室", SHORT.name, "甲")
    with pytest.raises(BadRequest, match="一号会议室"):
        lists.delete(store, SHORT.name, "甲")
    screens.show(store, "一号会议室", DEFAULT.name)
    lists.delete(store, SHORT.name, "甲")
    assert lists.playlists(store) == [DEFAULT]


def test_what_makes_no_sense_is_refused_and_not_kept(store: Store) -> None:
    wrong: tuple[dict[str, Any], ...] = (
        {"name": " "}, {"name": "长" * 21}, {"pages": ()}, {"pages": (("persons", 20),)}, {"pages": (("tiles", 4),)},
        {"pages": (("tiles", 20), ("tiles", 20))}, {"inches": 5}, {"metres": 0}, {"theme": "red"}, {"domain": "外星"},
        {"snapshot": "没有的"},
    )  # fmt: skip
    for each in wrong:
        with pytest.raises(BadRequest):
            lists.save(store, replace(SHORT, **each), "甲")
    assert lists.playlists(store) == [DEFAULT]


def test_a_snapshot_that_was_published_can_be_fixed(store: Store) -> None:
    snapshot(store, "10月例会", date(2023, 10, 31), "甲")
    lists.save(store, replace(SHORT, snapshot="10月例会"), "甲")
    assert lists.named(store, "常委会").snapshot == "10月例会"
