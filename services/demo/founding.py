"""The first elections of the 28 newly formed units, and how far each has come."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from random import Random

from services.demo.days import after
from services.demo.units import Unit, units

# How many of the 28 had by the default day been contacted, founded, asked, been called, met, been approved.
STEPS = (27, 24, 23, 22, 21, 19)


@dataclass(frozen=True)
class Founding:
    """One new unit's organisation: the days of the steps it has taken."""

    unit: Unit
    org: str
    kind: str
    contacted_on: date | None
    founded_on: date | None
    requested_on: date | None
    called_on: date | None
    held_on: date | None
    result_on: date | None


def kind_of(unit: Unit) -> str:
    """Give the kind of a unit's own organisation by its members (100 and 50 are the marks of the 条例)."""
    return "机关党委" if unit.members >= 100 else "党总支" if unit.members >= 50 else "党支部"


def org_name(unit: Unit, kind: str) -> str:
    """Give the name of a unit's own organisation; outside the 机关 a 党委 is not called 机关党委."""
    word = {"机关党委": "机关党委" if unit.domain == "机关" else "党委", "党支部": "党支部"}.get(kind, kind)
    return unit.name + word


@cache
def foundings() -> tuple[Founding, ...]:
    """Give the first elections in official order of the units."""
    random = Random("founding")
    new = [unit for unit in units() if unit.is_new]
    order = random.sample(range(len(new)), len(new))
    found = []
    for unit, place in zip(new, order, strict=True):
        contacted = after(date(2023, 2, 6), 9 * place + random.randint(0, 2))
        founded = after(contacted, random.randint(18, 24))
        requested = after(founded, random.randint(7, 11))
        called = after(requested, random.randint(9, 14))
        held = after(called, random.randint(14, 19))
        result = after(held, random.randint(8, 12))
        kind = kind_of(unit)
        days = (contacted, founded, requested, called, held, result)
        reached = (day if place < count else None for day, count in zip(days, STEPS, strict=True))
        found.append(Founding(unit, org_name(unit, kind), kind, *reached))
    return tuple(found)
