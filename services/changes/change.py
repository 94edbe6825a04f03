"""What a change of a figure is made of.

真变化: the world changed, or time passed. 补报: it was so before, but came to be known later. 更正: what was known was
changed or taken back. 移交核减: the unit left the scope of the figure, or the task itself was cut.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, NamedTuple, get_args

Kind = Literal["真变化", "补报", "更正", "移交核减"]
KINDS: tuple[Kind, ...] = get_args(Kind)


class Amount(NamedTuple):
    """A part in a figure, or a change of it: in its numerator and in its denominator (0 where it has none)."""

    n: float | int = 0
    of: int = 0

    def plus(self, other: "Amount") -> "Amount":
        """Give the sum."""
        return Amount(self.n + other.n, self.of + other.of)

    def minus(self, other: "Amount") -> "Amount":
        """Give the difference."""
        return Amount(self.n - other.n, self.of - other.of)


NOTHING = Amount()


def total(amounts: Iterable[Amount]) -> Amount:
    """Give the sum of all."""
    added = NOTHING
    for amount in amounts:
        added = added.plus(amount)
    return added


@dataclass(frozen=True)
class Place:
    """Where the deciding cell stands (`row` is the id of the row version), and which batch, by whom, brought it in.

    Of a row that was taken out: the batch that took it out.
    """

    ledger: str
    row: int
    file: str
    sheet: str
    cell: str | None
    batch: int
    by: str


@dataclass(frozen=True)
class Change:
    """One thing that moved the figure by `amount`: the unit, what of it (nothing where the unit itself is counted)."""

    kind: Kind
    unit: str | None
    name: str
    amount: Amount
    reason: str
    place: Place | None = None


@dataclass(frozen=True)
class Split:
    """A figure then and now (n, of; `of` None for a count) and what moved it. The changes add up to the difference."""

    id: str
    then: tuple[float | int, int | None]
    now: tuple[float | int, int | None]
    changes: tuple[Change, ...]

    @property
    def difference(self) -> Amount:
        """Give how far the figure moved."""
        return Amount(self.now[0] - self.then[0], (self.now[1] or 0) - (self.then[1] or 0))

    def of_kind(self, kind: Kind) -> list[Change]:
        """Give the changes of one class."""
        return [change for change in self.changes if change.kind == kind]

    def effect(self, kind: Kind) -> Amount:
        """Give what one class did to the figure."""
        return total(change.amount for change in self.of_kind(kind))
