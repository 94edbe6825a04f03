"""党组织名册 of the demonstration."""

from datetime import date
from typing import Any

from services.demo.boards import filled
from services.demo.organisations import Org, orgs
from services.demo.reform import handed_over


def _status(org: Org, day: date) -> str:
    if org.dissolved_on and org.dissolved_on <= day:
        return "已撤销"
    if org.unit.name in handed_over(day):
        return "已移交"
    return "正常" if org.term(day) or org.kind == "临时党支部" else "筹建中"


def rows(day: date) -> list[dict[str, Any]]:
    """Give the register as sent on `day`."""
    found = []
    for org in orgs():
        if org.founded_on > day:
            continue
        term = org.term(day)
        found.append(
            {
                "name": org.name,
                "code": org.code,
                "kind": org.kind,
                "unit": org.unit.name,
                "parent": org.parent,
                "founded_on": org.founded_on,
                "members": org.members,
                "seats": org.seats,
                "filled": filled(org, day) if org.seats else None,
                "elected_on": term and term.elected_on,
                "term_years": org.years if term else None,
                "term_ends_on": term and term.ends_on,
                "status": _status(org, day),
                "remark": "支部合并" if _status(org, day) == "已撤销" else None,
            }
        )
    return found
