"""One figure at many days, whole and for every word of a dimension at once: pages ask slice by slice."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import Connection

from services.indicators.indicator import Indicator
from services.indicators.measure import measure
from services.indicators.moment import Moment, at

Point = tuple[float | int, int | None]


def series(
    connection: Connection, indicator: Indicator, days: Sequence[date], batch: int, by: str
) -> list[dict[str | None, Point]]:
    """Give n and of at each day as known at `batch`: the whole under None, each part of `by` under its word.

    A part is what `measure` gives for that slice; one that holds nothing is left out.
    """
    found = []
    for day in days:
        parts: dict[str | None, Point] = {}
        if whole := measure(connection, indicator, at(connection, Moment(day, batch)), by=by):
            parts = {group.key: (group.n, group.of) for group in whole.groups}
            parts[None] = (whole.n, whole.of)
        found.append(parts)
    return found
