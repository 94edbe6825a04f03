"""The counted things of one slice, from which an indicator takes the values that are no share."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Thing = Mapping[Any, Any]


@dataclass(frozen=True)
class Counted:
    """Things that are alike in `done`, `counted` and the indicator's facts stand folded in one, `items` of them.

    `counted` is 0 for things shown beside the figure (转出, 未到期 …). `whole`: nothing filtered, nothing split,
    so that the target of the whole task applies.
    """

    things: Sequence[Thing]
    whole: bool = False

    def some(self, **facts: Any) -> Iterator[Thing]:
        """Give the things with these facts; without `counted=0` only those that are in the figure."""
        wanted = {"counted": 1, **facts}
        return (thing for thing in self.things if all(thing[name] == value for name, value in wanted.items()))

    def count(self, **facts: Any) -> int:
        """Give how many things have these facts."""
        return sum(thing["items"] for thing in self.some(**facts))

    def total(self, **facts: Any) -> float | int:
        """Give the sum of the indicator's `sums` over the things with these facts, an int where it is whole."""
        total = sum(float(thing["total"] or 0) for thing in self.some(**facts))
        return int(total) if total == int(total) else round(total, 1)

    def numbers(self, name: str, **facts: Any) -> list[int]:
        """Give one fact of every thing with these facts, where it is known."""
        return [thing[name] for thing in self.some(**facts) if thing[name] is not None for _ in range(thing["items"])]

    def kinds(self, name: str, **facts: Any) -> set[Any]:
        """Give the different values of one fact, where it is known."""
        return {thing[name] for thing in self.some(**facts) if thing[name] is not None}
