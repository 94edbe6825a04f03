"""The rows an indicator counts, narrowed to a slice."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache
from typing import Any

import sqlalchemy as sa
from sqlalchemy import ColumnElement, Select, Subquery

from services.indicators.indicator import Indicator
from services.indicators.moment import At

UNFILLED = "未填"
TECHNICAL = ("done_ledger", "done_field")


def things(indicator: Indicator, at: At) -> Subquery:
    """Give the indicator's select, with `counted` and `position` where it leaves them out."""
    return _things(indicator.counts, at.as_of, at.batch, at.known_on, tuple(at.targets.items()))


# Building a select costs more than running it, and a page asks for the same moments again under every filter.
@lru_cache(maxsize=256)
def _things(
    counts: Callable[[At], Select[Any]], as_of: date, batch: int, known_on: date | None, targets: tuple[Any, ...]
) -> Subquery:
    found = counts(At(as_of, batch, dict(targets), known_on)).subquery()
    given: list[ColumnElement[Any]] = []
    if "counted" not in found.c:
        given.append(sa.literal(1).label("counted"))
    if "position" not in found.c:
        given.append(sa.null().label("position"))
    return sa.select(found, *given).subquery() if given else found


def dimensions(found: Subquery) -> tuple[str, ...]:
    """Give the fields by which the things can be filtered and split: every text column."""
    return tuple(c.name for c in found.c if isinstance(c.type, sa.String) and c.name not in TECHNICAL)


def narrowed(found: Subquery, where: Mapping[str, str]) -> list[ColumnElement[bool]]:
    """Give the conditions of a slice; 未填 means that the field is blank."""
    return [found.c[name].is_(None) if value == UNFILLED else found.c[name] == value for name, value in where.items()]
