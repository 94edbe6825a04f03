"""Bands of training hours that meet at the threshold, so that none lies on both sides of it."""

from dataclasses import dataclass
from itertools import pairwise, starmap

A_DAY = 8  # hours


@dataclass(frozen=True)
class Band:
    """The hours from `start` up to, but not, `end` (None: all above)."""

    start: int
    end: int | None

    @property
    def word(self) -> str:
        """Give the band as a reader sees it: "48–56学时"."""
        return f"{self.start}–{self.end}学时" if self.end else f"{self.start}学时以上"


def hour_bands(threshold: int) -> tuple[Band, ...]:
    """Give bands of a day each, up to about twice the threshold (hours); the last one is open."""
    first = threshold % A_DAY
    edges: list[int | None] = [0] if first else []
    edges += range(first, max(2 * threshold, A_DAY) + 1, A_DAY)
    return tuple(starmap(Band, pairwise([*edges, None])))
