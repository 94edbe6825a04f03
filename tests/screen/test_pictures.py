"""Pictures are computed once per state of the store, whoever asks, and anew when it changes."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from services.screen import pictures
from services.screen.pictures import Pictures
from services.screen.playlist import DEFAULT
from services.snapshots import snapshot
from services.store import Store
from tests.pages.later import change
from tests.pages.town import build


@pytest.fixture
def store() -> Store:
    return Store.open()


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    calls: list[Any] = []

    def content(store: Store, playlist: Any) -> Any:
        calls.append(playlist)
        return {"version": str(len(calls))}

    monkeypatch.setattr(pictures, "content", content)
    return calls


def test_twenty_who_ask_at_once_cost_one(store: Store, counted: list[Any]) -> None:
    of = Pictures(lambda: store)
    with ThreadPoolExecutor(20) as screens:
        assert {each["version"] for each in screens.map(of.of, [DEFAULT] * 40)} == {"1"}
    of.of(replace(DEFAULT, theme="light"))
    assert len(counted) == 2


@pytest.mark.parametrize(
    "work",
    [
        lambda store: change(store, 2, units={"short_name": "改了"}),
        lambda store: snapshot(store, "十月例会", date(2023, 10, 31), "甲"),
    ],
)
def test_a_commit_and_a_snapshot_make_a_new_one(
    store: Store, counted: list[Any], work: Callable[[Store], None]
) -> None:
    build(store)
    of = Pictures(lambda: store, fresh=0)
    assert of.of(DEFAULT)["version"] == "1"
    work(store)
    assert of.of(DEFAULT)["version"] == "2"
    assert of.of(DEFAULT)["version"] == "2"


def test_between_two_looks_at_the_store_nothing_is_asked(store: Store, counted: list[Any]) -> None:
    opened: list[Store] = []
    of = Pictures(lambda: opened.append(store) or store, fresh=3600)
    for _ in range(5):
        of.of(DEFAULT)
    assert len(opened) == 2  # for its state, and for the picture
