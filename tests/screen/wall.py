"""Walls for tests: stores of the small town, and what a playlist shows of them."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from services.screen.content import content, talking_points
from services.screen.playlist import DEFAULT
from services.screen.shape import Content, Page
from services.store import Store
from tests.pages.town import build


def town(folder: Path, units: int = 10) -> Store:
    """Give a new store that holds the town."""
    store = Store.open(f"sqlite:///{folder / 'town.db'}")
    build(store, units)
    return store


def shown(store: Store, **changes: Any) -> Content:
    """Give what the default playlist shows, with some of its fields changed."""
    return content(store, replace(DEFAULT, **changes))


def page(store: Store, kind: str, **changes: Any) -> Page:
    """Give one page of it."""
    return shown(store, pages=((kind, 20),), **changes)["pages"][0]


def points(store: Store, kind: str, **changes: Any) -> str:
    """Give the talking points of one page as one text."""
    return "\n".join(talking_points(store, replace(DEFAULT, pages=((kind, 20),), **changes))[0])


def written(what: Any) -> str:
    """Give what is sent, as text."""
    return json.dumps(what, ensure_ascii=False)
