"""Twenty units of the demonstration and what each ledger says of them: the rows of the sample spreadsheets."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from services.demo import (
    attendance,
    boards,
    elections,
    findings,
    orgs,
    reform,
    sessions,
    targets,
    units,
    weak_orgs,
)
from services.demo.days import AS_OF
from services.demo.registers import registers
from services.demo.units import Unit

Rows = list[dict[str, Any]]
NAMED = (
    "市委社会工作部", "市财政局", "市教育局", "市数据局", "市图书馆", "市大数据中心", "市市政工程集团有限公司",
    "甲某科技股份有限公司", "市餐饮行业协会",
)  # fmt: skip
COURSES = ("2023年组织生活实务培训班", "2023年市直机关党支部书记履职培训班第二期")


def chosen() -> tuple[Unit, ...]:
    """Give the twenty units in official order: the named ones and those with a 软弱涣散党组织 in 2023."""
    listed = {weak.org.unit.name for weak in weak_orgs.weak_orgs() if weak.listed_on.year == AS_OF.year}
    return tuple(unit for unit in units.units() if unit.name in listed or unit.name in NAMED)


def _of(rows: Sequence[dict[str, Any]], field: str, limit: int = 25) -> Rows:
    mine = {unit.name for unit in chosen()}
    return [row for row in rows if row[field] in mine][:limit]


def excerpt() -> dict[str, Rows]:
    """Give the rows of every ledger, in the order in which the files are to be uploaded."""
    mine = {spelling: unit for unit in chosen() for spelling in (unit.name, unit.short_name, *unit.former_names)}
    last_round = findings.rows(AS_OF, ("2023-1",))
    return {
        "units": _of(units.rows(AS_OF), "name"),
        "reform": _of(reform.rows(AS_OF), "unit"),
        "orgs": _of(orgs.rows(AS_OF), "unit"),
        "elections": _of(elections.rows(AS_OF), "unit"),
        "posts": _of(boards.rows(AS_OF), "unit"),
        "sessions": [row for row in sessions.rows(AS_OF) if row["started_on"] >= date(2023, 4, 1)],
        "attendance": [row for course in COURSES for row in _of(attendance.rolls()[course], "unit", limit=12)],
        "weak_orgs": [row for row in weak_orgs.rows(AS_OF) if row["year"] == AS_OF.year],
        "findings": [row for row in last_round if row["unit"] in mine][:22],
        "targets": targets.rows(AS_OF),
        **{name: _of(told.rows(), "unit", limit=20) for name, told in registers().items()},
    }
