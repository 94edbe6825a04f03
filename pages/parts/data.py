"""What pages read, kept per state of the store; the only place with st.cache_data.

Every cached function takes `stamp`, which names one state of one store, so nothing is ever stale and nothing has
to expire. What is cached is plain data: instances of our own classes break when a module is reloaded.
"""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, astuple, dataclass
from datetime import date, datetime
from threading import Lock
from typing import Any

import streamlit as st

from pages.parts.ahead import ahead
from pages.parts.view import FILTERS, View
from services import indicators as engine
from services.batches import history
from services.batches.original import original as read_again
from services.changes import Amount, Change, Comparison, Place, Split
from services.errors import BadRequest
from services.indicators import At, Folded, Group, Measure, Moment, Part, Point
from services.ledgers import indicators, ledger, ledgers
from services.ledgers.completeness import by_unit
from services.ledgers.freshness import freshness
from services.ledgers.silent import silent
from services.quality import looks as looked
from services.screen.content import content
from services.screen.playlist import Playlist
from services.screen.shape import Content
from services.settings import database_url
from services.snapshots import snapshots
from services.store import Store, provenance
from services.store.received import received

Rows = list[dict[str, Any]]
Slice = tuple[tuple[str, str], ...]
# Rows of an uploaded sheet that are kept at a time, and those kept above and below them.
BLOCK, AROUND = 200, 12

_opened: dict[str, Store] = {}
_lock = Lock()


@dataclass(frozen=True)
class Now:
    """The store as this run found it: what names its state, its newest batch, the default day, the snapshots."""

    stamp: str
    batch: int
    demonstration: date | None
    made_at: datetime | None
    made_by: str | None
    file: str | None
    snapshots: dict[str, tuple[date, int]]

    @property
    def day(self) -> date:
        """Give the day pages stand at unless the URL says otherwise."""
        return self.demonstration or date.today()


def store() -> Store:
    """Give the store, opened once per process and address. Raises StoreUnusable."""
    url = database_url()
    with _lock:
        if url not in _opened:
            _opened[url] = Store.open(url)
        return _opened[url]


def now() -> Now:
    """Give the state of the store; asked at the start of every run."""
    opened = store()
    day, batch = opened.demonstration(), opened.version()
    stamp = f"{database_url()} {batch} {day}"
    named = {each.name: (each.as_of, each.batch) for each in snapshots(opened)}
    return Now(stamp, batch, day, **_newest(stamp), snapshots=named)


@ahead
@st.cache_data(max_entries=8, show_spinner=False)
def batches(stamp: str) -> Rows:
    """Give every batch, newest first (BatchInfo's fields)."""
    return [asdict(batch) for batch in history(store())]


@ahead
@st.cache_data(max_entries=8, show_spinner=False)
def _newest(stamp: str) -> dict[str, Any]:
    found = history(store())
    first = found[0] if found else None
    return {"made_at": first and first.made_at, "made_by": first and first.by, "file": first and first.file}


def measure(stamp: str, view: View, indicator: str, by: str | None = None) -> Measure | None:
    """Give one figure at the view, split by a dimension; None where it cannot be sliced as the view asks."""
    found = _measure(stamp, indicator, view.as_of, view.batch, _slice(view), by)
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
    at = At(**_at(stamp, as_of, batch))
    return asdict(engine.figure(indicators()[indicator], at, found, by, whole=not where))


@ahead
@st.cache_data(max_entries=1024, show_spinner=False)
def _folded(stamp: str, indicator: str, as_of: date, batch: int, by: tuple[str, ...]) -> dict[str, Any]:
    """Give what a figure counts, so that a new filter or a new unit asks nothing of the store."""
    at = At(**_at(stamp, as_of, batch))
    with store().read() as connection:
        return vars(engine.fold(connection, indicators()[indicator], at, by))


@ahead
@st.cache_data(max_entries=256, show_spinner=False)
def _at(stamp: str, as_of: date, batch: int) -> dict[str, Any]:
    with store().read() as connection:
        return vars(engine.at(connection, Moment(as_of, batch)))


@ahead
@st.cache_data(max_entries=256, show_spinner=False)
def traced(stamp: str, as_of: date, batch: int, indicator: str, part: Part, where: Slice) -> Rows:
    """Give the rows behind a figure: ledger, file, sheet, line, cell, values, batch of each."""
    at = At(**_at(stamp, as_of, batch))
    with store().read() as connection:
        return [asdict(row) for row in engine.trace(connection, indicators()[indicator], at, part, dict(where))]


@ahead
@st.cache_data(max_entries=256, show_spinner=False)
def items(stamp: str, as_of: date, batch: int, indicator: str, where: Slice) -> Rows:
    """Give the things an indicator counts one by one, with their dimensions and facts; `done` is 1 in the numerator."""
    at = At(**_at(stamp, as_of, batch))
    with store().read() as connection:
        return engine.items(connection, indicators()[indicator], at, dict(where))


@ahead
@st.cache_data(max_entries=256, show_spinner=False)
def rows(stamp: str, batch: int, name: str, where: Slice = ()) -> Rows:
    """Give a ledger's rows known at `batch`, each with its values and where it was read (SourcedRow's fields)."""
    with store().read() as connection:
        return [asdict(row) for row in provenance.sourced(connection, ledger(name), batch, dict(where))]


@ahead
@st.cache_data(max_entries=32, show_spinner=False)
def fresh(stamp: str, as_of: date, batch: int) -> dict[str, dict[str, Any]]:
    """Give how new each ledger is (Freshness's fields), by id."""
    at = At(**_at(stamp, as_of, batch))
    with store().read() as connection:
        return {each.ledger: asdict(each) for each in freshness(connection, at)}


@ahead
@st.cache_data(max_entries=32, show_spinner=False)
def without_a_row(stamp: str, as_of: date, batch: int) -> dict[str, list[str]]:
    """Give the units that are silent, by the ledger that awaits them."""
    at = At(**_at(stamp, as_of, batch))
    with store().read() as connection:
        return silent(connection, at)


@st.cache_data(max_entries=256, show_spinner=False)
def version(stamp: str, name: str, row: int) -> dict[str, Any] | None:
    """Give one row version of a ledger (SourcedRow's fields), whether or not it still holds."""
    with store().read() as connection:
        found = provenance.version(connection, ledger(name), row)
    return asdict(found) if found else None


@st.cache_data(max_entries=256, show_spinner=False)
def origins(stamp: str, ids: tuple[int, ...]) -> dict[int, dict[str, Any]]:
    """Give the sheets that rows were read from (Origin's fields), by number."""
    with store().read() as connection:
        return {id: asdict(each) for id, each in provenance.origins(connection, ids).items()}


@st.cache_data(max_entries=64, show_spinner=False)
def received_from(stamp: str, unit: str, batch: int) -> Rows:
    """Give what came in about a unit up to `batch` (Received's fields), newest first."""
    with store().read() as connection:
        return [asdict(each) for each in received(connection, ledgers().values(), unit, batch)]


@st.cache_data(max_entries=32, show_spinner=False)
def original(stamp: str, sha256: str, sheet: str, name: str, block: int) -> dict[str, Any] | str:
    """Give a block of the rows of a kept sheet (Excerpt's fields), or the sentence that says why it cannot be shown."""
    first = block * BLOCK
    try:
        return asdict(read_again(store(), sha256, sheet, name, first - AROUND, first + BLOCK - 1 + AROUND))
    except BadRequest as reason:
        return str(reason)


@ahead
@st.cache_data(max_entries=64, show_spinner=False)
def filled(stamp: str, batch: int) -> set[str]:
    """Give the ids of the ledgers that hold any row at `batch`."""
    with store().read() as connection:
        return provenance.filled(connection, ledgers().values(), batch)


def targets(stamp: str, as_of: date, batch: int) -> dict[str, str]:
    """Give the settings of 目标与口径 in force at `as_of`."""
    return dict(_at(stamp, as_of, batch)["targets"])


def quality(stamp: str, view: View) -> dict[str, Any]:
    """Give what the page 质量 shows: `looks` by prompt, `filled` by ledger and unit, `freshness` by ledger."""
    return _quality(stamp, view.as_of, view.batch, _slice(view))


@ahead
@st.cache_data(max_entries=32, show_spinner=False)
def _quality(stamp: str, as_of: date, batch: int, where: Slice) -> dict[str, Any]:
    with store().read() as connection:
        at = engine.at(connection, Moment(as_of, batch))
        looks = {
            prompt: [asdict(look) for look in found] for prompt, found in looked(connection, at, dict(where)).items()
        }
        filled = [asdict(each) for each in by_unit(connection, at, dict(where))]
        return {"looks": looks, "filled": filled, "freshness": [asdict(each) for each in freshness(connection, at)]}


def split(stamp: str, then: Moment, until: Moment, where: Mapping[str, str], indicator: str) -> Split | None:
    """Give what moved a figure from one moment to the other, over a slice; None where it cannot be sliced so."""
    found = _split(stamp, indicator, (then.as_of, then.batch), (until.as_of, until.batch), tuple(sorted(where.items())))
    if found is None:
        return None
    changes = (
        Change(**{**each, "amount": Amount(*each["amount"]), "place": each["place"] and Place(**each["place"])})
        for each in found["changes"]
    )
    return Split(**{**found, "changes": tuple(changes)})


@ahead
@st.cache_data(max_entries=256, show_spinner=False)
def _split(
    stamp: str, indicator: str, then: tuple[date, int], until: tuple[date, int], where: Slice
) -> dict[str, Any] | None:
    with store().read() as connection:
        found = Comparison(connection, Moment(*then), Moment(*until)).split(indicators()[indicator], dict(where))
    return {**asdict(found), "changes": [_plain(change) for change in found.changes]} if found else None


def _plain(change: Change) -> dict[str, Any]:
    return {**asdict(change), "amount": tuple(change.amount)}


def picture(now: Now, playlist: Playlist) -> Content:
    """Give what a playlist shows; raises BadRequest for one that makes no sense."""
    return _picture(now.stamp, tuple(now.snapshots), astuple(playlist))


@st.cache_data(max_entries=32, show_spinner=False)
def _picture(stamp: str, snapshots: tuple[str, ...], playlist: tuple[Any, ...]) -> Content:
    return content(store(), Playlist(*playlist))


def things(stamp: str, view: View, indicator: str) -> Rows:
    """Give `items` at the view."""
    found = items(stamp, view.as_of, view.batch, indicator, ())
    return [each for each in found if engine.holds(each, view.where)]


def behind(stamp: str, view: View, indicator: str, part: Part) -> Rows:
    """Give the rows behind a figure at the view: its "n", its "of", or the "rest" of `of` that `n` leaves."""
    return traced(stamp, view.as_of, view.batch, indicator, part, _slice(view))


def _slice(view: View) -> Slice:
    return tuple(sorted(view.where.items()))
