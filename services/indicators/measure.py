"""An indicator's figure at a moment, whole or over a slice, and split by one dimension."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import Connection

from services.errors import BadRequest
from services.indicators.counted import Counted, Thing
from services.indicators.folded import Folded, fold
from services.indicators.indicator import Indicator
from services.indicators.moment import At
from services.indicators.things import UNFILLED, dimensions, things
from services.share import percent
from services.store.row import Table


@dataclass(frozen=True)
class Group:
    """One part of a split figure."""

    key: str
    n: float | int
    of: int | None
    percent: str | None
    values: Mapping[str, Any]


@dataclass(frozen=True)
class Measure:
    """A figure: `n` of `of` with its percent as shown; a count has neither `of` nor percent."""

    id: str
    name: str
    n: float | int
    of: int | None
    percent: str | None
    values: Mapping[str, Any]
    groups: tuple[Group, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Give the entry of the contract's JSON of `indicators`."""
        return asdict(self)


def measure(
    connection: Connection, indicator: Indicator, at: At, where: Mapping[str, str] | None = None, by: str | None = None
) -> Measure | None:
    """Give the figure over the slice `where` ({dimension: value}), split by the dimension `by`.

    None where the indicator lacks a dimension of `where`: an unfiltered number under a filter would be wrong.
    """
    found = fold(connection, indicator, at, [by] if by else [], where)
    return figure(indicator, at, found, by, whole=not where) if found else None


def figure(indicator: Indicator, at: At, found: Folded, by: str | None = None, *, whole: bool = False) -> Measure:
    """Give the figure of folded things, split by `by`; `whole`: nothing is filtered, so the task is the denominator.

    Without the dimension `by` there are no groups. Groups stand in official order, empty ones are left out.
    """
    n, of, share, values = _figure(indicator, at, Counted(found.rows, whole))
    groups = _groups(indicator, at, found.rows, by) if by and by in found.by else ()
    return Measure(indicator.id, indicator.name, n, of, share, values, groups)


def measure_all(
    connection: Connection,
    indicators: Iterable[Indicator],
    at: At,
    where: Mapping[str, str] | None = None,
    by: str | None = None,
) -> tuple[Measure, ...]:
    """Give the figures of those indicators that have the dimensions of `where`, in the order given.

    Raises BadRequest for a dimension that none of them has.
    """
    chosen = list(indicators)
    measured = [each for indicator in chosen if (each := measure(connection, indicator, at, where, by))]
    if not measured or (by and not any(each.groups for each in measured)):
        known = {name for indicator in chosen for name in dimensions(things(indicator, at))}
        unknown = [name for name in (*(where or {}), *([by] if by else [])) if name not in known]
        if unknown:
            raise BadRequest(f"不能按“{'、'.join(unknown)}”筛选或分组。可用的有：{'、'.join(sorted(known))}")
    return tuple(measured)


def _figure(
    indicator: Indicator, at: At, counted: Counted
) -> tuple[float | int, int | None, str | None, dict[str, Any]]:
    n = counted.total(done=1) if indicator.sums else counted.count(done=1)
    values = indicator.values(counted, at) if indicator.values else {}
    if not indicator.share:
        return n, None, None, values
    of = counted.count()
    if indicator.target and counted.whole:
        of = max(0, at.number(indicator.target) - counted.count(counted=0))
    return n, of, percent(int(n), of), values


def _groups(indicator: Indicator, at: At, rows: Sequence[Thing], by: str) -> tuple[Group, ...]:
    order = {word: rank for rank, word in enumerate(indicator.orders.get(by) or _choices(by))}
    dated = by.rpartition("_")[2] in ("month", "year")  # they follow each other, whatever units stand in them
    parts: dict[str | None, list[Thing]] = {}
    for row in rows:
        parts.setdefault(row[by], []).append(row)

    def official(key: str | None) -> tuple[Any, ...]:
        positions = [row["position"] for row in parts[key] if row["position"] is not None and not dated]
        return key is None, order.get(key or "", len(order)), min(positions, default=float("inf")), key or ""

    groups = []
    for key in sorted(parts, key=official):
        counted = Counted(parts[key])
        if counted.count():
            groups.append(Group(UNFILLED if key is None else key, *_figure(indicator, at, counted)))
    return tuple(groups)


def _choices(field: str) -> list[str]:
    """The choices declared for a field, in the ledgers' order."""
    columns = (table.c[field] for table in Table.metadata.tables.values() if field in table.c)
    words = (column.info["column"].choices for column in columns if "column" in column.info)
    return list(dict.fromkeys(word for choices in words for word in choices))
