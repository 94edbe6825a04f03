"""选举台账 of the demonstration: the 28 first elections, re-elections at the end of terms, a few by-elections."""

from datetime import date
from random import Random
from typing import Any

from services.demo.boards import tenures
from services.demo.days import after, known
from services.demo.founding import Founding, foundings
from services.demo.organisations import Org, orgs
from services.demo.units import REFORM_BEGINS


def _turnout(random: Random, members: int) -> tuple[int, int]:
    """Give how many were due at the meeting and how many came; one meeting in sixty was too thin."""
    due = max(3, members - random.randint(0, members // 15))
    share = 0.74 if random.random() < 1 / 60 else random.uniform(0.84, 1)
    return due, max(1, min(due, round(due * share)))


def _first(founding: Founding, day: date) -> dict[str, Any]:
    random = Random(f"first {founding.org}")
    held = known(founding.held_on, day)
    due, present = _turnout(random, min(founding.unit.members, 120))
    return {
        "unit": founding.unit.name,
        "org": founding.org,
        "type": "首次选举",
        "year": 2023,
        "contacted_on": known(founding.contacted_on, day),
        "founded_approved_on": known(founding.founded_on, day),
        "requested_on": known(founding.requested_on, day),
        "meeting_approved_on": known(founding.called_on, day),
        "meeting": "党员大会" if known(founding.called_on, day) else None,
        "held_on": held,
        "due_n": due if held else None,
        "present_n": present if held else None,
        "result_approved_on": known(founding.result_on, day),
        "remark": None if known(founding.contacted_on, day) else "待三定方案印发后对接",
    }


def _again(org: Org, day: date) -> dict[str, Any] | None:
    """Give the line of the election that ends the first term of `org`, once the office writes one."""
    random = Random(f"again {org.code}")
    term, following = org.terms[0], org.terms[1] if len(org.terms) > 1 else None
    held = known(following.elected_on, day) if following else None
    requested = after(following.elected_on, -45) if following else None
    if not held and not known(requested, day) and day < term.ends_on:
        return None
    due, present = _turnout(random, org.members)
    extended = term.extended_to is not None and day >= term.ends_on
    return {
        "unit": org.unit.name,
        "org": org.name,
        "type": "换届选举",
        "year": term.ends_on.year,
        "requested_on": known(requested, day),
        "meeting_approved_on": known(after(following.elected_on, -21), day) if following else None,
        "meeting": "党员代表大会" if org.kind == "机关党委" and org.members > 250 else "党员大会",
        "held_on": held,
        "due_n": due if held else None,
        "present_n": present if held else None,
        "result_approved_on": known(after(following.elected_on, 11), day) if following else None,
        "extended": True if extended else None,
        "extended_to": term.extended_to if extended else None,
        "remark": None if held or requested else "已届满，已发函提醒",
    }


def _between(day: date) -> list[dict[str, Any]]:
    """Give the by-elections of 书记 of small organisations, one for each new 书记 of 2023 outside an election."""
    elected = {(org.code, term.elected_on) for org in orgs() for term in org.terms}
    return [
        {
            "unit": tenure.org.unit.name,
            "org": tenure.org.name,
            "type": "补选",
            "year": tenure.started_on.year,
            "requested_on": after(tenure.started_on, -14),
            "meeting": "党员大会",
            "held_on": tenure.started_on,
            "result_approved_on": known(after(tenure.started_on, 6), day),
        }
        for tenure in tenures()
        if tenure.post == "书记" and tenure.is_new and tenure.org.kind == "党支部"
        and date(2022, 3, 1) <= tenure.started_on <= day
        and (tenure.org.code, tenure.started_on) not in elected
    ]  # fmt: skip


def rows(day: date) -> list[dict[str, Any]]:
    """Give the 台账 as sent on `day`, the first elections of the new units first."""
    first = [_first(founding, day) for founding in foundings()] if day >= REFORM_BEGINS else []
    lines = (_again(org, day) for org in orgs() if org.terms and not org.unit.is_new)
    return [*first, *(line for line in lines if line), *_between(day)]
