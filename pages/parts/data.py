"""The store as a run finds it, and its rows, kept per state; beside `measured` the only place with st.cache_data.

Every cached function takes `stamp`, which names one state of one store, so nothing is ever stale and nothing has
to expire. What is cached is plain data: instances of our own classes break when a module is reloaded. Of rows, which
are many, it is `vars` that are taken: `asdict` copies every cell.
"""

from dataclasses import asdict, dataclass
from datetime import date, datetime
from threading import Lock
from typing import Any

import streamlit as st

from pages.parts.ahead import ahead
from pages.parts.view import View
from services import indicators as engine
from services.batches import history
from services.batches.original import original as read_again
from services.errors import BadRequest
from services.indicators import At, Moment, Part
from services.ledgers import indicators, ledger, ledgers
from services.ledgers.completeness import by_unit
from services.ledgers.freshness import freshness
from services.ledgers.silent import silent
from services.quality import looks as looked
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


def at(stamp: str, as_of: date, batch: int) -> At:
    """Give the moment with the settings in force at it."""
    return At(**_at(stamp, as_of, batch))


@ahead
@st.cache_data(max_entries=256, show_spinner=False)
def _at(stamp: str, as_of: date, batch: int) -> dict[str, Any]:
    with store().read() as connection:
        return vars(engine.at(connection, Moment(as_of, batch)))


def targets(stamp: str, as_of: date, batch: int) -> dict[str, str]:
    """Give the settings of 目标与口径 in force at `as_of`."""
    return dict(at(stamp, as_of, batch).targets)


@ahead
@st.cache_data(max_entries=256, show_spinner=False)
def traced(stamp: str, as_of: date, batch: int, indicator: str, part: Part, where: Slice) -> Rows:
    """Give the rows behind a figure: ledger, file, sheet, line, cell, values, batch of each."""
    moment = at(stamp, as_of, batch)
    with store().read() as connection:
        return [vars(row) for row in engine.trace(connection, indicators()[indicator], moment, part, dict(where))]


@ahead
@st.cache_data(max_entries=256, show_spinner=False)
def items(stamp: str, as_of: date, batch: int, indicator: str, where: Slice) -> Rows:
    """Give the things an indicator counts one by one, with their dimensions and facts; `done` is 1 in the numerator."""
    moment = at(stamp, as_of, batch)
    with store().read() as connection:
        return engine.items(connection, indicators()[indicator], moment, dict(where))


@ahead
@st.cache_data(max_entries=256, show_spinner=False)
def rows(stamp: str, batch: int, name: str, where: Slice = ()) -> Rows:
    """Give a ledger's rows known at `batch`, each with its values and where it was read (SourcedRow's fields)."""
    with store().read() as connection:
        return [vars(row) for row in provenance.sourced(connection, ledger(name), batch, dict(where))]


@ahead
@st.cache_data(max_entries=32, show_spinner=False)
def fresh(stamp: str, as_of: date, batch: int) -> dict[str, dict[str, Any]]:
    """Give how new each ledger is (Freshness's fields), by id."""
    moment = at(stamp, as_of, batch)
    with store().read() as connection:
        return {each.ledger: asdict(each) for each in freshness(connection, moment)}


@ahead
@st.cache_data(max_entries=32, show_spinner=False)
def without_a_row(stamp: str, as_of: date, batch: int) -> dict[str, list[str]]:
    """Give the units that are silent, by the ledger that awaits them."""
    moment = at(stamp, as_of, batch)
    with store().read() as connection:
        return silent(connection, moment)


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


def quality(stamp: str, view: View) -> dict[str, Any]:
    """Give what the page 质量 shows: `looks` by prompt, `filled` by ledger and unit, `freshness` by ledger."""
    return _quality(stamp, view.as_of, view.batch, sliced(view))


@ahead
@st.cache_data(max_entries=32, show_spinner=False)
def _quality(stamp: str, as_of: date, batch: int, where: Slice) -> dict[str, Any]:
    moment = at(stamp, as_of, batch)
    with store().read() as connection:
        found = looked(connection, moment, dict(where))
        looks = {prompt: [asdict(look) for look in each] for prompt, each in found.items()}
        filled = [asdict(each) for each in by_unit(connection, moment, dict(where))]
        return {"looks": looks, "filled": filled, "freshness": [asdict(each) for each in freshness(connection, moment)]}


def things(stamp: str, view: View, indicator: str) -> Rows:
    """Give `items` at the view."""
    found = items(stamp, view.as_of, view.batch, indicator, ())
    return [each for each in found if engine.holds(each, view.where)]


def behind(stamp: str, view: View, indicator: str, part: Part) -> Rows:
    """Give the rows behind a figure at the view: its "n", its "of", or the "rest" of `of` that `n` leaves."""
    return traced(stamp, view.as_of, view.batch, indicator, part, sliced(view))


def sliced(view: View) -> Slice:
    """Give the view's slice, as what is kept is named by it."""
    return tuple(sorted(view.where.items()))
