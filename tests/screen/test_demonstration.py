"""The wall over the demonstration: the figures of the meeting, and nobody's name."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
import sqlalchemy as sa

from services.demo import AS_OF
from services.demo.fill import fill
from services.indicators import Moment, at, measure
from services.ledgers import indicators, ledgers
from services.screen.content import content, talking_points
from services.screen.playlist import DEFAULT
from services.snapshots import snapshot
from services.store import Store
from tests.screen.wall import written

GOLDEN = {"K01": ("71", "87"), "K05": ("19", "28"), "K08": ("698", "843"), "K15": ("6", "11"), "K17": ("284", "396")}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    opened = Store.open(f"sqlite:///{tmp_path_factory.mktemp('wall') / 'demo.db'}")
    fill(opened)
    snapshot(opened, "10月例会", AS_OF, "业务员甲")
    yield opened
    opened.engine.dispose()


def figures(store: Store) -> dict[str, Any]:
    return {figure["label"]: figure for page in content(store, DEFAULT)["pages"] for figure in page["figures"]}


def test_the_figures_of_the_meeting(store: Store) -> None:
    found = figures(store)
    for id, (n, of) in GOLDEN.items():
        figure = found[indicators()[id].name]
        assert (figure["n"], figure["of"]) == (n, of), id
    assert (found["逾期数"]["n"], found["逾期数"]["state"]) == ("19", "late")


def test_every_figure_is_what_the_engine_measures(store: Store) -> None:
    found = figures(store)
    with store.read() as connection:
        now = at(connection, Moment(AS_OF, store.version()))
        for declared in indicators().values():
            if figure := found.get(declared.name):
                measured = measure(connection, declared, now)
                assert measured is not None
                of = None if measured.of is None else str(measured.of)
                assert (figure["n"], figure["of"]) == (str(measured.n), of)
                assert figure["percent"] == (None if of is None else measured.percent)


@pytest.mark.parametrize("list_units", [False, True])
def test_no_person_of_the_demonstration_is_named(store: Store, list_units: bool) -> None:
    playlist = replace(DEFAULT, list_units=list_units)
    sent = written(content(store, playlist)) + written(talking_points(store, playlist))
    assert [name for name in people(store) if name in sent] == []


def people(store: Store) -> set[str]:
    """Give every name that stands in a person's column of any version of any row, and who uploaded."""
    with store.read() as connection:
        columns = [
            each.versions.c[column.id] for each in ledgers().values() for column in each.columns if column.person
        ]
        names = {name for column in columns for name in connection.scalars(sa.select(column).distinct()) if name}
    assert len(names) > 500
    return names | {"业务员"}
