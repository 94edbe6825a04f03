"""One counted thing at three moments: then, then with what is known now, now."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from services.changes.change import NOTHING, Amount
from services.changes.record import Record
from services.indicators import Indicator

Thing = Mapping[str, Any]
Identity = tuple[Any, ...]


@dataclass
class Seen:
    """What the thing counted for at each of the three moments, and the things it was counted as, the newest last."""

    amounts: list[Amount] = field(default_factory=lambda: [NOTHING, NOTHING, NOTHING])
    things: list[Thing] = field(default_factory=list)

    @property
    def net(self) -> Amount:
        """Give how far it moved the figure from then to now."""
        return self.amounts[2].minus(self.amounts[0])

    @property
    def passed(self) -> Amount:
        """Give how far it moved the figure while time passed and knowledge stood still."""
        return self.amounts[2].minus(self.amounts[1])


def is_cell(thing: Thing) -> bool:
    """Say whether what is counted is a single cell, as in 数据完整率."""
    return "unit" not in thing


def amount(indicator: Indicator, thing: Thing, whole: bool) -> Amount:
    """Give what a thing counts for. Under the target of the whole task it only ever takes away from the denominator."""
    counted = thing.get("counted", 1)
    weight = (thing[indicator.sums] or 0) if indicator.sums else 1
    n = weight if counted and thing["done"] else 0
    if not indicator.share:
        return Amount(n)
    if indicator.target and whole:
        return Amount(n, 0 if counted else -1)
    return Amount(n, 1 if counted else 0)


def seen(record: Record, indicator: Indicator, sides: Sequence[Sequence[Thing]], whole: bool) -> dict[Identity, Seen]:
    """Give the things of the three moments, those that are the same together."""
    found: dict[Identity, Seen] = {}
    for moment, things in enumerate(sides):
        for thing in things:
            counts = amount(indicator, thing, whole)
            if counts == NOTHING:
                continue
            identity = _identity(record, thing)
            one = found.get(identity) or found.setdefault(identity, Seen())
            one.amounts[moment] = one.amounts[moment].plus(counts)
            one.things.append(thing)
    return found


def _identity(record: Record, thing: Thing) -> Identity:
    """Give what makes it the same thing at another moment: a person and a board outlive the rows that name them."""
    ledger, row = thing["ledger"], record.version(thing["ledger"], thing["row"])
    if ledger == "posts":
        return ledger, row["unit"], thing.get("org") or row["person"]
    return ledger, row["key"], thing.get("field")
