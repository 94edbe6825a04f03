"""The party organisations of the demonstration and their terms, from one election to the next."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import count
from random import Random

from services.demo.days import AS_OF, after, between
from services.demo.founding import foundings, kind_of, org_name
from services.demo.units import Unit, units
from services.ledgers.calendar import add_months

COMMITTEE = "市直机关工委"
SEATS = {"机关党委": (7, 9, 9, 9), "党总支": (5, 7, 7), "党支部": (3, 5, 5), "联合党支部": (3, 3)}
BRANCHES = {"机关党委": (1, 1, 0, 2), "党总支": (0, 0, 1)}
JOINT = ("市餐饮行业协会", "市律师协会")
FLOOD = date(2022, 7, 18)  # two 临时党支部 were set up on a flood line
DISSOLVED = ("市工业和信息化局第二党支部",)
DISSOLVED_ON = date(2023, 5, 15)


@dataclass(frozen=True)
class Term:
    """One term of a board; `extended_to` where a later election was allowed."""

    elected_on: date
    ends_on: date
    extended_to: date | None = None


Terms = tuple[Term, ...]


@dataclass(frozen=True)
class Org:
    """One organisation with every term it has had; none before its first election."""

    code: str
    name: str
    kind: str
    unit: Unit
    parent: str
    founded_on: date
    members: int
    seats: int | None
    years: int
    terms: Terms
    dissolved_on: date | None = None

    def term(self, day: date) -> Term | None:
        """Give the term that ran on `day`."""
        return next((term for term in reversed(self.terms) if term.elected_on <= day), None)


def _terms(random: Random, years: int) -> Terms:
    """Draw the terms of an old organisation: one in three comes to its end in 2022 or 2023."""
    chance = random.random()
    if chance < 0.13:
        end = between(random, date(2022, 3, 1), date(2022, 12, 16))
    elif chance < 0.36:
        end = between(random, date(2023, 1, 16), date(2023, 10, 24))
    else:
        end = between(random, date(2023, 12, 4), date(2021 + years, 11, 26))
    elected = add_months(end, -12 * years)
    end, extended, fate = add_months(elected, 12 * years), None, random.random()
    held: date | None = after(end, -random.randint(3, 30))
    if fate > 0.88:
        held = None
    elif fate > 0.82:
        held = after(end, random.randint(25, 110))
    elif fate > 0.75:
        extended = after(end, 180)
        held = after(extended, -random.randint(10, 60))
    if end > AS_OF or held is None or held > AS_OF:
        return (Term(elected, end, extended if end <= AS_OF else None),)
    return (Term(elected, end, extended), Term(held, add_months(held, 12 * years)))


@cache
def orgs() -> tuple[Org, ...]:
    """Give all organisations in official order of their units, a unit's own one first."""
    random, numbers = Random("orgs"), count(1)
    first = {founding.unit.name: founding for founding in foundings()}
    found: list[Org] = []

    def add(name: str, kind: str, unit: Unit, parent: str, founded: date, members: int, terms: Terms) -> None:
        seats = random.choice(SEATS[kind]) if kind in SEATS else None
        years = 5 if kind == "机关党委" else 3
        dissolved = DISSOLVED_ON if name in DISSOLVED else None
        code = f"0014{next(numbers):08d}"
        found.append(Org(code, name, kind, unit, parent, founded, members, seats, years, terms, dissolved))

    for unit in units():
        kind = kind_of(unit)
        top, years = org_name(unit, kind), 5 if kind == "机关党委" else 3
        if unit.is_new:
            new = first[unit.name]
            if new.founded_on:
                held = (Term(new.held_on, add_months(new.held_on, 12 * years)),) if new.held_on else ()
                add(top, kind, unit, COMMITTEE, new.founded_on, unit.members, held)
            continue
        if unit.name in JOINT:
            kind, top = "联合党支部", f"{unit.name}联合党支部"
        terms = _terms(random, years)
        add(top, kind, unit, COMMITTEE, terms[0].elected_on - timedelta(days=365 * years), unit.members, terms)
        for word in ("第一", "第二")[: random.choice(BRANCHES.get(kind, (0,)))]:
            terms = _terms(random, 3)
            founded = terms[0].elected_on - timedelta(days=3 * 365)
            add(f"{unit.name}{word}党支部", "党支部", unit, top, founded, random.randint(8, 40), terms)
        if unit.name in ("市水务局", "市城市管理局"):
            add(f"{unit.name}防汛一线临时党支部", "临时党支部", unit, top, FLOOD, random.randint(5, 12), ())
    return tuple(found)
