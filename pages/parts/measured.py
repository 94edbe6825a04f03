"""Figures and what moved them, kept per state of the store as the rows in `data` are."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, astuple
from datetime import date
from typing import Any

import streamlit as st

from pages.parts.ahead import ahead
from pages.parts.data import Now, Slice, at, sliced, store
from pages.parts.view import FILTERS, View, words
from services import indicators as engine
from services.changes import Amount, Change, Comparison, Place, Split
from services.indicators import Folded, Group, Measure, Moment, Point
from services.ledgers import indicators
from services.screen.content import content
from services.screen.playlist import Playlist
from services.screen.shape import Content


def measure(stamp: str, view: View, indicator: str, by: str | None = None) -> Measure | None:
    """Give one figure at the view, split by a dimension; None where it cannot be sliced as the view asks."""
    found = _measure(stamp, indicator, view.as_of, view.batch, sliced(view), by)
    return None if found is None else Measure(**{**found, "groups": tuple(Group(**each) for each in found["groups"])})


def measures(stamp: str, view: View, *wanted: str) -> dict[str, Measure | None]:
    """Give several figures at the view, by id."""
    return {indicator: measure(stamp, view, indicator) for indicator in wanted}


def against(now: Now, view: View, *wanted: str) -> dict[str, Measure | None]:
    """Give several figures at the snapshot the view is compared with, by id; nothing where there is none."""
    if view.against is None:
        return {}
    as_of, batch = now.snapshots[view.against]
    return measures(now.stamp, View(as_of, batch, view.where), *wanted)


def trend(stamp: str, view: View, indicator: str, days: Iterable[date]) -> list[Point | None]:
    """Give n and of at each of these days, as known at the view's batch; None where the slice holds nothing."""
    if len(view.where) > 1:
        found = (measure(stamp, View(day, view.batch, view.where), indicator) for day in days)
        return [(each.n, each.of) if each else None for each in found]
    by, word = next(iter(view.where.items()), ("domain", None))
    return [parts.get(word) for parts in _series(stamp, indicator, tuple(days), view.batch, by)]


@ahead
@st.cache_data(max_entries=256, show_spinner=False)
def _series(stamp: str, indicator: str, days: tuple[date, ...], batch: int, by: str) -> list[dict[str | None, Point]]:
    with store().read() as connection:
        return engine.series(connection, indicators()[indicator], days, batch, by)


@ahead
@st.cache_data(max_entries=4096, show_spinner=False)
def _measure(
    stamp: str, indicator: str, as_of: date, batch: int, where: Slice, by: str | None
) -> dict[str, Any] | None:
    dimensions = (*FILTERS, *(name for name, _ in where), *([by] if by else []))
    folded = _folded(stamp, indicator, as_of, batch, tuple(dict.fromkeys(dimensions)))
    found = Folded(**folded).sliced(dict(where))
    if found is None:
        return None
    moment = at(stamp, as_of, batch)
    return asdict(engine.figure(indicators()[indicator], moment, found, by, whole=not where))


@ahead
@st.cache_data(max_entries=1024, show_spinner=False)
def _folded(stamp: str, indicator: str, as_of: date, batch: int, by: tuple[str, ...]) -> dict[str, Any]:
    """Give what a figure counts, so that a new filter or a new unit asks nothing of the store."""
    moment = at(stamp, as_of, batch)
    with store().read() as connection:
        return vars(engine.fold(connection, indicators()[indicator], moment, by))


def split(stamp: str, then: Moment, until: Moment, where: Mapping[str, str], indicator: str) -> Split | None:
    """Give what moved a figure from one moment to the other, over a slice; None where it cannot be sliced so."""
    # A chart leads to words no filter offers, such as 未填.
    domain = where.get("domain") if where.get("domain") in words("domain") else None
    rest = tuple(sorted((name, word) for name, word in where.items() if name != "domain" or word != domain))
    found = _splits(stamp, indicator, (then.as_of, then.batch), (until.as_of, until.batch), rest)[domain]
    if found is None:
        return None
    changes = (
        Change(**{**each, "amount": Amount(*each["amount"]), "place": each["place"] and Place(**each["place"])})
        for each in found["changes"]
    )
    return Split(**{**found, "changes": tuple(changes)})


@ahead
@st.cache_data(max_entries=256, show_spinner=False)
def _splits(
    stamp: str, indicator: str, then: tuple[date, int], until: tuple[date, int], where: Slice
) -> dict[str | None, dict[str, Any] | None]:
    """Give it whole under None and for every 领域, which together cost little more than one of them alone."""
    slices: dict[str | None, dict[str, str]] = {None: dict(where)}
    slices |= {domain: {**dict(where), "domain": domain} for domain in words("domain")}
    with store().read() as connection:
        found = Comparison(connection, Moment(*then), Moment(*until)).splits(indicators()[indicator], slices.values())
    return {domain: _plain(split) if split else None for domain, split in zip(slices, found, strict=True)}


def _plain(split: Split) -> dict[str, Any]:
    changes = [{**asdict(change), "amount": tuple(change.amount)} for change in split.changes]
    return {**vars(split), "changes": changes}


def picture(now: Now, playlist: Playlist) -> Content:
    """Give what a playlist shows; raises BadRequest for one that makes no sense."""
    return _picture(now.stamp, tuple(now.snapshots), astuple(playlist))


@st.cache_data(max_entries=32, show_spinner=False)
def _picture(stamp: str, snapshots: tuple[str, ...], playlist: tuple[Any, ...]) -> Content:
    return content(store(), Playlist(*playlist))
