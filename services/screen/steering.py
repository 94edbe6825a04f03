"""Steering: where each screen stands, and what a phone asks of it.

A screen goes on by itself and reports where it stands; a command starts from there and is numbered. The screen sees
the new number in `GET /screen/state` and goes there. All of it is kept in memory only: after a restart a screen plays
on, or stays black, and reports again.
"""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, replace

from services.errors import BadRequest

COMMANDS = ("next", "back", "pause", "goto", "blank")
MOST_PAGES, MOST_LEAVES = 50, 500
ONLINE = 12.0  # seconds a screen may be silent: it asks at least every 6 s
AWAY = "屏幕没有连上，请看一下屏幕是否开着。"


@dataclass(frozen=True)
class Position:
    """Where a screen stands: page and leaf count from 0, `leaves` says how many leaves each page takes on it.

    Raises BadRequest for a page or a leaf that is not there.
    """

    page: int = 0
    leaf: int = 0
    leaves: tuple[int, ...] = (1,)
    paused: bool = False
    blank: bool = False

    def __post_init__(self) -> None:
        fits = 0 < len(self.leaves) <= MOST_PAGES and all(0 < each <= MOST_LEAVES for each in self.leaves)
        if not (fits and 0 <= self.page < len(self.leaves) and 0 <= self.leaf < self.leaves[self.page]):
            raise BadRequest("没有这一页。")


@dataclass(frozen=True)
class Asked:
    """What a screen is asked for: a position under the number of the last command, 0 before there was one."""

    counter: int
    position: Position


def steer(at: Position, command: str, to: int | None = None) -> Position:
    """Give where a command leads. next and back go leaf by leaf and round the end; a page called lifts the black.

    `to`: the page for goto, counted from 0; for pause and blank 1 is on, 0 off, None the other way round.
    Raises BadRequest for an unknown command and a page that is not there.
    """
    if command == "pause":
        return replace(at, paused=not at.paused if to is None else bool(to))
    if command == "blank":
        return replace(at, blank=not at.blank if to is None else bool(to))
    if command == "goto" and to is not None:
        return replace(at, page=to, leaf=0, blank=False)
    if command == "next":
        return _step(at, 1)
    if command == "back":
        return _step(at, -1)
    raise BadRequest("没有这个操作。")


def _step(at: Position, by: int) -> Position:
    leaf = at.leaf + by
    if 0 <= leaf < at.leaves[at.page]:
        return replace(at, leaf=leaf, blank=False)
    page = (at.page + by) % len(at.leaves)
    return replace(at, page=page, leaf=0 if by > 0 else at.leaves[page] - 1, blank=False)


class Positions:
    """The positions of all screens by name, for every thread of one process.

    `start` is the number before the first command: by default the time, so that the numbers given after a restart
    are none a screen has seen before it.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic, start: int | None = None) -> None:
        self._clock = clock
        self._number = int(time.time()) if start is None else start
        self._lock = threading.Lock()
        self._asked: dict[str, Asked] = {}
        self._heard: dict[str, float] = {}

    def number(self) -> int:
        """Give the number of the last command to any screen."""
        return self._number

    def asked(self, screen: str) -> Asked | None:
        """Give what a screen is asked for, None before it reported. For the screen itself: asking shows it is there."""
        with self._lock:
            self._heard[screen] = self._clock()
            return self._asked.get(screen)

    def report(self, screen: str, position: Position, counter: int) -> None:
        """Take where a screen stands; a report from before the last command (of another number) is dropped."""
        with self._lock:
            known = self._asked.get(screen, Asked(0, position))
            if known.counter in (0, counter):
                self._asked[screen] = Asked(known.counter, position)

    def now(self, screen: str) -> Position | None:
        """Give where a screen stands, None where it is not there."""
        with self._lock:
            return self._there(screen)

    def command(self, screen: str, command: str, to: int | None = None) -> Position:
        """Steer a screen and give where it is asked to go. Raises BadRequest, also where it is not there."""
        with self._lock:
            at = self._there(screen)
            if at is None:
                raise BadRequest(AWAY)
            position = steer(at, command, to)
            self._number += 1
            self._asked[screen] = Asked(self._number, position)
            return position

    def forget(self, screen: str) -> None:
        """Forget where a screen stood: another wall stands in its place."""
        with self._lock:
            self._asked.pop(screen, None)
            self._heard.pop(screen, None)

    def _there(self, screen: str) -> Position | None:
        known = self._asked.get(screen)
        silent = self._clock() - self._heard.get(screen, float("-inf"))
        return known.position if known and silent <= ONLINE else None
