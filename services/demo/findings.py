"""督查问题整改台账 of the demonstration: 400 findings from feedback to closing."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from random import Random
from typing import Any

from services.demo.boards import board
from services.demo.days import AS_OF, after, between, known
from services.demo.organisations import Org, orgs
from services.demo.phrases import FOUND, MEASURES, QUARTERS, WEIGHTS
from services.demo.reform import HANDED_OVER_OPEN
from services.demo.rounds import ROUNDS, Fate, Round
from services.demo.units import Unit, written

LAST_CLOSING = after(AS_OF, -4)
METHODS = ("实地督查", "实地督查", "延伸调研")
DUE_WORDS = {"kept up": "长期坚持", "at once": "立行立改", "by stages": "分阶段"}


@dataclass(frozen=True)
class Finding:
    """One finding with everything that happened to it; days are None where nothing did."""

    round: Round
    no: str
    unit: str
    method: str
    category: str
    text: str
    leader: str
    owner: str
    fate: Fate
    fed_back_on: date
    due_on: date | None
    planned_on: date | None
    reported_on: date | None
    closed_on: date | None
    nearly: bool


def _days(random: Random, fate: Fate, fed_back: date) -> tuple[date | None, ...]:
    """Draw first deadline, plan, report and closing of a finding fed back on `fed_back`."""
    due = random.choice(fate.dues) if fate.dues else None
    planned = after(fed_back, random.randint(14, 24)) if fate.outcome != "untouched" else None
    closed = reported = None
    if fate.outcome == "closed" and due:
        closed = between(random, after(fed_back, 40), min(due, LAST_CLOSING))
    elif fate.outcome == "late" and due and fate.closed_by:
        closed = between(random, after(fate.moved[0] if fate.moved else due, 4), fate.closed_by)
    elif fate.outcome == "at once":
        closed = after(fed_back, random.randint(12, 24))
    if closed:
        reported = max(after(closed, -random.randint(4, 14)), fed_back)
    elif fate.outcome == "waiting":
        reported = between(random, date(2023, 8, 28), date(2023, 10, 20))
    return due, planned, reported, closed


def _texts(random: Random, seen: set[tuple[str, str]], unit: Unit) -> tuple[str, str]:
    """Draw a category and a finding that the unit does not have yet."""
    while True:
        category = random.choices(list(WEIGHTS), list(WEIGHTS.values()))[0]
        text = random.choice(FOUND[category]).format(n=random.randint(2, 9), quarter=random.choice(QUARTERS))
        if (unit.name, text) not in seen:
            seen.add((unit.name, text))
            return category, text


def _visited(random: Random, visit: Round) -> list[Org]:
    """Give the unit's own organisation once per finding of the round, in official order."""
    tops = [org for org in orgs() if org.parent == "市直机关工委" and board(org, visit.first_day)]
    staying = [org for org in tops if org.unit.disposition != "移交"]
    chosen = random.sample(staying, visit.units)
    drawn = chosen + random.choices(chosen, k=visit.count - len(chosen))
    handed = sum(fate.count for fate in visit.fates if fate.outcome == "handed over")
    leaving = [org for org in tops if org.unit.name == HANDED_OVER_OPEN] * handed
    return sorted(drawn[: visit.count - handed] + leaving, key=lambda org: org.code)


def _of(visit: Round) -> Iterator[Finding]:
    random, seen = Random(visit.code), set[tuple[str, str]]()
    fates = [fate for fate in visit.fates for _ in range(fate.count)]
    leaving = [fate for fate in fates if fate.outcome == "handed over"]
    fates = [fate for fate in fates if fate.outcome != "handed over"]
    random.shuffle(fates)
    days = {org.code: after(visit.first_day, random.randint(0, 9)) for org in orgs()}
    for number, org in enumerate(_visited(random, visit), 1):
        fate = (leaving if org.unit.name == HANDED_OVER_OPEN else fates).pop()
        heads = [tenure.name for tenure in board(org, days[org.code]) if tenure.post == "书记"]
        category, text = _texts(random, seen, org.unit)
        due, planned, reported, closed = _days(random, fate, days[org.code])
        yield Finding(
            visit, f"{visit.code}-{number:03d}", written(random, org.unit), random.choice(METHODS), category,
            text, heads[0] if heads else "分管领导甲", f"经办人{random.choice('甲乙丙丁戊己')}", fate, days[org.code],
            due, planned, reported, closed, number % 7 == 0,
        )  # fmt: skip


@cache
def findings() -> tuple[Finding, ...]:
    """Give all findings, round by round in the order of their 问题编号."""
    return tuple(finding for visit in ROUNDS for finding in _of(visit))


def _status(finding: Finding, day: date) -> str:
    if finding.fate.outcome == "withdrawn" and day > after(finding.fed_back_on, 60):
        return "撤销"
    if known(finding.closed_on, day):
        return "已销号"
    if known(finding.reported_on, day):
        return "已完成"
    if not known(finding.planned_on, day):
        return "未整改"
    return "基本完成" if finding.nearly and day > after(finding.fed_back_on, 120) else "整改中"


def row(finding: Finding, day: date) -> dict[str, Any]:
    """Give the finding's line as sent on `day`."""
    moved = finding.fate.moved
    status = _status(finding, day)
    return {
        "round": finding.round.name,
        "no": finding.no,
        "unit": finding.unit,
        "method": finding.method,
        "category": finding.category,
        "text": finding.text,
        "fed_back_on": finding.fed_back_on,
        "measures": MEASURES[finding.category] if known(finding.planned_on, day) else None,
        "leader": finding.leader,
        "owner": finding.owner,
        "due_on": moved[1] if moved and moved[0] <= day else finding.due_on or DUE_WORDS[finding.fate.outcome],
        "status_text": status,
        "reported_on": known(finding.reported_on, day),
        "closed_on": known(finding.closed_on, day),
        "remark": "经复核问题不成立，督查组同意撤销" if status == "撤销" else None,
    }


def rows(day: date, codes: tuple[str, ...]) -> list[dict[str, Any]]:
    """Give the lines of the rounds with these codes as sent on `day`."""
    return [row(finding, day) for finding in findings() if finding.round.code in codes and finding.fed_back_on <= day]
