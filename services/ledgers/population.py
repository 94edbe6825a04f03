"""The units every figure is split by, with their way through the reform (任务口径、在管口径, ledgers.md §4)."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy import ColumnElement, Subquery

from services.indicators import At, live

WITHDRAWN = "不再涉及"


def units(at: At) -> Subquery:
    """Give one row per unit: its register's columns, its reform row's dates, and `moved_on`, the day of its 移交 by T.

    改革类型 and 处置方式 are those of the reform row, else of the register.
    """
    unit, reform = live("units", at), live("reform", at)
    moved = sa.and_(reform.c.disposition == "移交", reform.c.completed_on <= at.as_of)
    return (
        sa.select(
            unit.c.id,
            unit.c.name.label("unit"),
            unit.c.position,
            unit.c.domain,
            unit.c.is_reform,
            unit.c.is_new,
            unit.c.full_members,
            sa.func.coalesce(reform.c.reform_type, unit.c.reform_type).label("reform_type"),
            sa.func.coalesce(reform.c.disposition, unit.c.disposition).label("disposition"),
            reform.c.id.label("reform_id"),
            reform.c.reform_on,
            reform.c.requested_on,
            reform.c.approved_on,
            reform.c.completed_on,
            sa.func.coalesce(reform.c.status_text, "").label("status_text"),
            sa.case((moved, reform.c.completed_on)).label("moved_on"),
        )
        .select_from(unit.outerjoin(reform, reform.c.unit == unit.c.name))
        .subquery()
    )


def split(unit: Subquery, name: ColumnElement[Any] | None = None) -> tuple[ColumnElement[Any], ...]:
    """Give the dimensions of a thing that belongs to a unit; `name`: the column that names the unit."""
    named = (unit.c.unit if name is None else name).label("unit")
    return named, unit.c.domain, unit.c.reform_type, unit.c.disposition, unit.c.position


def in_charge(unit: Subquery) -> ColumnElement[bool]:
    """Say whether the unit is 在管 at T: a unit handed over is outside from the day of its 移交."""
    return unit.c.moved_on.is_(None)


def ours(unit: Subquery, day: ColumnElement[Any]) -> ColumnElement[bool]:
    """Say whether the unit was 在管 on the day of an event; an event without a day counts."""
    return sa.or_(unit.c.moved_on.is_(None), day.is_(None), day < unit.c.moved_on)
