"""参训台账 of the demonstration: most people complete their hours, some do half, a few never come."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from random import Random
from typing import Any

from services.demo.boards import Tenure, tenures
from services.demo.sessions import SESSIONS, Session
from services.ledgers.calendar import add_months

# Shares of people who take a full year's training, and who take some of it, by class.
FULL = {"书记": 0.74, "委员": 0.65}
SOME = {"书记": 0.20, "委员": 0.15}


def _choose(random: Random, tenure: Tenure, courses: Sequence[Session]) -> list[Session]:
    """Draw the courses of one year that one person is sent to."""
    rank = "书记" if tenure.post == "书记" else "委员"

    def open_to(*groups: str) -> list[Session]:
        return [each for each in courses if each.group in groups and tenure.holds(each.started_on)]

    def one(*groups: str) -> list[Session]:
        found = open_to(*groups)
        return [random.choice(found)] if found else []

    chosen: list[Session] = []
    luck = random.random()
    induction = [each for each in open_to("任职班") if add_months(tenure.started_on, 7) > each.started_on]
    if rank == "书记" and tenure.started_on.year >= 2022 and induction and random.random() < 0.95:
        chosen.append(induction[0])
    if luck < FULL[rank]:
        chosen += one(f"{rank}班") + one("实践", "专训")
        chosen += one("实践", "专训") if random.random() < 0.3 else []
        chosen += [each for each in open_to("集体学习") if random.random() < 0.88]
    elif luck < FULL[rank] + SOME[rank]:
        chosen += one(f"{rank}班") if random.random() < 0.7 else one("专训")
        chosen += one("集体学习") if random.random() < 0.5 else []
    chosen += one("网络") if random.random() < 0.72 else []
    return list(dict.fromkeys(chosen))


def _line(random: Random, tenure: Tenure, session: Session) -> dict[str, Any]:
    came = random.random() < 0.965
    partly = came and session.days > 2 and random.random() < 0.03
    tested = came and session.group in ("书记班", "委员班", "任职班", "专训")
    return {
        "session": session.name,
        "name": tenure.name,
        "unit": tenure.org.unit.name,
        "org": tenure.org.name,
        "post": tenure.post,
        "attended": int(came),
        "hours": session.hours // 2 if partly else None,
        "completed": came and not partly,
        "score": random.randint(76, 98) if tested and not partly else None,
        "remark": "中途公务请假" if partly else None if came else "因公请假",
    }


@cache
def rolls() -> dict[str, tuple[dict[str, Any], ...]]:
    """Give the roll of every course by its name, each person once, in official order."""
    found: dict[str, list[dict[str, Any]]] = {session.name: [] for session in SESSIONS}
    seen: set[tuple[str, str, str]] = set()
    for year in (2022, 2023):
        courses = [session for session in SESSIONS if session.started_on.year == year]
        for tenure in tenures():
            random = Random(f"attendance {year} {tenure.org.code} {tenure.name} {tenure.post}")
            for session in _choose(random, tenure, courses):
                person = (session.name, tenure.org.unit.name, tenure.name)
                if person not in seen:
                    seen.add(person)
                    found[session.name].append(_line(random, tenure, session))
    return {name: tuple(lines) for name, lines in found.items()}


def _ended(since: date, day: date) -> Iterator[Session]:
    return (session for session in SESSIONS if since < session.ended_on <= day)


def rows(day: date, since: date) -> list[dict[str, Any]]:
    """Give the rolls of the courses that ended after `since` and by `day`."""
    return [line for session in _ended(since, day) for line in rolls()[session.name]]
