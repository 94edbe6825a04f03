"""The things an indicator counts, folded where they are alike: one select answers for every slice and every split."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from services.indicators.indicator import Indicator
from services.indicators.moment import At
from services.indicators.things import UNFILLED, dimensions, narrowed, things


@dataclass(frozen=True)
class Folded:
    """Things alike in `done`, `counted`, the indicator's facts and the dimensions `by` as one row, `items` of them."""

    by: tuple[str, ...]
    rows: list[dict[str, Any]]

    def sliced(self, where: Mapping[str, str]) -> "Folded | None":
        """Give those of the slice {dimension: value}; None where a dimension is not at hand."""
        if not set(where) <= set(self.by):
            return None
        return Folded(self.by, [row for row in self.rows if holds(row, where)])


def fold(
    connection: Connection, indicator: Indicator, at: At, by: Iterable[str], where: Mapping[str, str] | None = None
) -> Folded | None:
    """Give the things of the slice `where`, folded by those of the dimensions `by` that the indicator has.

    None where it lacks a dimension of `where`: an unfiltered number under a filter would be wrong.
    """
    where, found = where or {}, things(indicator, at)
    known = dimensions(found)
    if not set(where) <= set(known):
        return None
    kept = tuple(name for name in dict.fromkeys(by) if name in known)
    alike = [found.c[name] for name in dict.fromkeys(("done", "counted", *indicator.facts, *kept))]
    statement = (
        sa.select(
            *alike,
            sa.func.count().label("items"),
            (sa.func.sum(found.c[indicator.sums]) if indicator.sums else sa.null()).label("total"),
            sa.func.min(found.c.position).label("position"),
        )
        .where(*narrowed(found, where))
        .group_by(*alike)
    )
    return Folded(kept, [dict(row) for row in connection.execute(statement).mappings()])


def together(indicator: Indicator, found: Iterable[Mapping[str, Any]]) -> Folded:
    """Fold things that are at hand one by one, as `items` gives them; no dimension is kept."""
    alike = tuple(dict.fromkeys(("done", "counted", *indicator.facts)))
    items: Counter[tuple[Any, ...]] = Counter()
    totals: dict[tuple[Any, ...], float] = defaultdict(float)
    for thing in found:
        key = tuple([thing[name] for name in alike])
        items[key] += 1
        if indicator.sums:
            totals[key] += float(thing[indicator.sums] or 0)
    return Folded((), [dict(zip(alike, key, strict=True), items=n, total=totals[key]) for key, n in items.items()])


def holds(thing: Mapping[str, Any], where: Mapping[str, str]) -> bool:
    """Say whether a thing belongs to a slice; 未填 means that the field is blank."""
    return all(thing[name] == (None if value == UNFILLED else value) for name, value in where.items())
