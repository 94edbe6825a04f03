"""任职台账 of the demonstration: who sat on which board, since when and until when."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from random import Random
from typing import Any

from services.demo.days import AS_OF, after, between, known
from services.demo.organisations import Org, orgs
from services.demo.people import names

POSTS = ("书记", "组织委员", "宣传委员", "副书记", "纪检委员", "青年委员", "委员", "委员", "委员")


@dataclass(frozen=True)
class Tenure:
    """One person in one post."""

    name: str
    org: Org
    post: str
    started_on: date
    ended_on: date | None
    is_new: bool

    def holds(self, day: date) -> bool:
        """Tell whether the person is in post on `day`; who leaves on a day has left."""
        return self.started_on <= day and (self.ended_on is None or self.ended_on > day)


def _changes(random: Random, org: Org, post: str) -> list[tuple[date, bool]]:
    """Draw the days on which a seat changes hands, and whether it did so at an election."""
    changes = [(term.elected_on, True) for term in org.terms[1:] if random.random() < 0.28]
    if random.random() < (0.2 if post == "书记" else 0.07):
        first = max(date(2022, 2, 14), after(org.terms[0].elected_on, 90))
        if first < date(2023, 10, 9):
            changes.append((between(random, first, date(2023, 10, 13)), False))
    return sorted(changes)


def _seat(random: Random, org: Org, post: str, people: Iterator[str]) -> Iterator[Tenure]:
    """Give everybody who held one seat, one after another, with vacancies between them."""
    start: date | None = org.terms[0].elected_on
    if post != "书记" and random.random() < 0.03:
        start = None
    is_new = False
    for day, elected in _changes(random, org, post):
        if start and start < day:
            yield Tenure(next(people), org, post, start, day, is_new)
        follows = day if elected else after(day, random.randint(12, 80))
        start = max(day, follows) if follows <= AS_OF and (elected or random.random() < 0.85) else None
        is_new = True
    if start:
        yield Tenure(next(people), org, post, start, org.dissolved_on, is_new)


@cache
def tenures() -> tuple[Tenure, ...]:
    """Give every tenure since 2022, board by board."""
    random = Random("boards")
    people = {office: names(office) for office in ("书记", "副书记", "委员")}
    found: list[Tenure] = []
    for org in orgs():
        if not org.terms or not org.seats:
            continue
        sitting: list[Tenure] = []
        for post in POSTS[: org.seats]:
            sitting.extend(_seat(random, org, post, people[post if post in people else "委员"]))
        second = next((each for each in sitting if each.post == "组织委员" and each.ended_on is None), None)
        if second and org.seats == 3 and random.random() < 0.3:
            sitting.append(Tenure(second.name, org, "副书记", second.started_on, None, False))
        found.extend(sitting)
    return tuple(found)


@cache
def _by_org() -> dict[str, list[Tenure]]:
    found: dict[str, list[Tenure]] = {}
    for tenure in tenures():
        found.setdefault(tenure.org.code, []).append(tenure)
    return found


def board(org: Org, day: date) -> list[Tenure]:
    """Give who sits on the board of `org` on `day`, by rank of their posts."""
    return [tenure for tenure in _by_org().get(org.code, []) if tenure.holds(day)]


def filled(org: Org, day: date) -> int:
    """Give how many people sit on the board of `org` on `day`."""
    return len({tenure.name for tenure in board(org, day)})


def rows(day: date) -> list[dict[str, Any]]:
    """Give the 任职台账 as sent on `day`."""
    return [
        {
            "name": tenure.name,
            "unit": tenure.org.unit.name,
            "org": tenure.org.name,
            "post": tenure.post,
            "started_on": tenure.started_on,
            "ended_on": known(tenure.ended_on, day),
            "is_newly_appointed": tenure.is_new,
        }
        for tenure in tenures()
        if tenure.started_on <= day
    ]
