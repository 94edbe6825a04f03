"""④ The first elections of the new units, step by step."""

from datetime import date

from services import narrative
from services.dossier import ELECTION, election_days
from services.screen.facts import Facts
from services.screen.figure import figure
from services.screen.shape import Cell, Shown, Walk
from services.screen.words import bare, footer, meaning, sliced, unreported

FIRST = "首次选举"


def page(facts: Facts) -> Shown:
    """Give the matrix of every new unit, in official order."""
    foot = footer(facts, meaning("K05"), "units", "elections")
    measured = facts.measure("K05")
    if missing := facts.missing("K05"):
        return bare(unreported(missing, "每家新组建单位的选举走到哪一步"), foot)
    units = [unit["unit"] for unit in facts.things("K05") if unit["counted"]]
    if measured is None or not units:
        return bare(sliced(facts, "没有新组建单位。"), foot)
    days = election_days(row for row in facts.rows("elections") if row["type"] == FIRST)
    rows: list[Walk] = [
        {"id": unit, "label": facts.short(unit), "cells": cells(days.get(unit), facts.at.as_of)} for unit in units
    ]
    left = int((measured.of or 0) - measured.n)
    said = f"新组建单位选举{narrative.share(measured, '完成')}" + (f"，还有{left}家在办" if left else "")
    return {
        "title": sliced(facts, f"{said}。"),
        "figures": [figure(facts, "K04"), figure(facts, "K05a"), figure(facts, "K05", note=_registered(facts))],
        "body": {"kind": "steps", "steps": list(ELECTION.values()), "rows": rows},
        "footer": foot,
    }


def points(facts: Facts) -> list[str]:
    """Give how many stand between two steps."""
    founded, held, approved = (facts.reported(id) for id in ("K04", "K05a", "K05"))
    if not founded or not held or not approved or not approved.of:
        return []
    said = [
        f"党组织已组建{founded.n}/{founded.of}家，大会已召开{held.n}/{held.of}家，结果已批复{approved.n}/{approved.of}家。"
    ]
    if held.n > approved.n:
        said.append(f"大会已召开、等待结果批复的{held.n - approved.n}家。")
    if founded.n > held.n:
        said.append(f"已组建、还没有召开大会的{founded.n - held.n}家。")
    return said


def cells(days: tuple[date | None, ...] | None, as_of: date) -> list[Cell]:
    """Give the cell of each step. A step passed over, like a unit without any record, is 未报, not 未启动."""
    if days is None:
        return [{"state": "unknown", "text": ""}] * len(ELECTION)
    taken = [place for place, day in enumerate(days) if day and day <= as_of]
    following = taken[-1] + 1 if taken else None
    return [_cell(day, as_of, place, following) for place, day in enumerate(days)]


def _cell(day: date | None, as_of: date, place: int, following: int | None) -> Cell:
    """Give one cell; `following`: the step after the last one taken, None where none was."""
    if day and day <= as_of:
        return {"state": "done", "text": _said(day, as_of)}
    if following is not None and place < following:
        return {"state": "unknown", "text": ""}
    return {"state": "doing" if place == following else "todo", "text": _said(day, as_of) if day else ""}


def _said(day: date, as_of: date) -> str:
    year = "" if day.year == as_of.year else f"{day:%y}."
    return f"{year}{day.month}.{day.day}"


def _registered(facts: Facts) -> str | None:
    measured = facts.measure("K05")
    gap = measured.values.get("gap") if measured else 0
    return f"名册登记{measured.values['registered']}家，差额{gap}家" if measured and gap else None
