"""What playlists show, computed once per state of the store: twenty screens that ask cost no more than one."""

import time
from collections.abc import Callable
from functools import lru_cache
from threading import Lock
from typing import Any

from services.screen.content import content
from services.screen.playlist import Playlist
from services.screen.shape import Content
from services.snapshots import snapshots
from services.store import Store

KEPT = 64  # pictures: a few per playlist, the rest are previews
FRESH = 1.0  # seconds for which the state of the store is not asked again


class Pictures:
    """The pictures of one process, for every thread of it: while one is computed, whoever wants one waits."""

    def __init__(self, opened: Callable[[], Store], fresh: float = FRESH) -> None:
        self._opened, self._fresh = opened, fresh
        self._lock = Lock()
        self._state: tuple[Any, ...] = ()
        self._asked = float("-inf")
        self._content = lru_cache(KEPT)(lambda state, playlist: content(opened(), playlist))

    def of(self, playlist: Playlist) -> Content:
        """Give what a playlist shows now; not to be changed. Raises BadRequest for a playlist that makes no sense."""
        with self._lock:
            return self._content(self._now(), playlist)

    def _now(self) -> tuple[Any, ...]:
        if time.monotonic() - self._asked > self._fresh:
            store = self._opened()
            names = tuple(each.name for each in snapshots(store))
            self._state = (str(store.engine.url), store.version(), store.today(), names)
            self._asked = time.monotonic()
        return self._state
