"""Date arithmetic that SQLite and PostgreSQL both understand; where they differ, the difference stays in here."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy import ColumnElement
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement


class _DaysBetween(FunctionElement[int]):
    inherit_cache = True
    type = sa.Integer()


@compiles(_DaysBetween)
def _subtracted(element: _DaysBetween, compiler: SQLCompiler, **options: Any) -> str:
    first, last = (compiler.process(each, **options) for each in element.clauses)
    return f"({last} - {first})"


@compiles(_DaysBetween, "sqlite")
def _by_julian_days(element: _DaysBetween, compiler: SQLCompiler, **options: Any) -> str:
    first, last = (compiler.process(each, **options) for each in element.clauses)
    return f"CAST(julianday({last}) - julianday({first}) AS INTEGER)"


def days_between(first: Any, last: Any) -> ColumnElement[int]:
    """Give the days from `first` to `last` (dates or date columns): 0 for the same day."""
    return _DaysBetween(_day(first), _day(last))


def within_months(start: Any, day: Any, months: Any) -> ColumnElement[bool]:
    """Say whether `day` is not later than the same day `months` after `start` (or that month's last day)."""
    start, day = _day(start), _day(day)
    apart = _months(day) - _months(start)
    same_month = sa.and_(apart == months, sa.extract("day", day) <= sa.extract("day", start))
    return sa.or_(apart < months, same_month)


def _day(day: Any) -> ColumnElement[Any]:
    return day if isinstance(day, ColumnElement) else sa.literal(day, sa.Date)


def _months(day: ColumnElement[Any]) -> ColumnElement[Any]:
    return sa.extract("year", day) * 12 + sa.extract("month", day)


def month(day: ColumnElement[Any]) -> ColumnElement[str]:
    """Give the month of a date column as text, "2023-05"."""
    return sa.func.substr(sa.cast(day, sa.String), 1, 7, type_=sa.String)


def flag(condition: ColumnElement[bool]) -> ColumnElement[int]:
    """Give 1 where the condition holds, else 0 (also where it is unknown)."""
    return sa.case((condition, 1), else_=0)
