"""No person's name in any byte of a wall: not from a name's column, not from a text somebody wrote."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
import sqlalchemy as sa

from services.ledger import Column, Kind
from services.ledgers import ledger, ledgers
from services.screen import allowed
from services.screen.content import content, talking_points
from services.screen.playlist import DEFAULT
from services.snapshots import snapshot
from services.store import Store
from services.store.tables import Batch, Source
from tests.pages.later import change
from tests.pages.town import AS_OF
from tests.screen.wall import town, written

CANARY = "金丝雀"
UNIT_NAMES = {("units", "name"), ("units", "short_name")}
CLOSED = {Kind.DATE, Kind.DUE, Kind.BOOL, Kind.INT, Kind.YEAR, Kind.CHOICE}


def is_text(column: Column) -> bool:
    return column.person or column.open_choice or column.kind in (Kind.TEXT, Kind.PHONE)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The town with the canary written behind every text but the units' own names, in two snapshots."""
    opened = town(tmp_path_factory.mktemp("names"), units=30)
    snapshot(opened, "6月例会", AS_OF.replace(month=6, day=30), CANARY, note=CANARY)
    change(opened, 2, reform={"completed_on": AS_OF.replace(day=9)}, findings={"reported_on": AS_OF.replace(day=9)})
    with opened.write() as connection:
        for each in ledgers().values():
            table = each.versions
            names = {column.id for column in each.columns if is_text(column) and (each.id, column.id) not in UNIT_NAMES}
            names |= {"person"} & set(table.c.keys())
            written_over: dict[str, Any] = {name: sa.func.coalesce(table.c[name], "") + CANARY for name in names}
            written_over |= {column.id: [CANARY] for column in each.columns if column.kind is Kind.LIST}
            if written_over and each.id != "targets":
                connection.execute(sa.update(table).values(written_over))
        batch, source = Batch.metadata.tables["batch"], Source.metadata.tables["source"]
        connection.execute(sa.update(batch).values(made_by=CANARY, reason=CANARY, file=CANARY))
        connection.execute(sa.update(source).values(file=CANARY, sheet=CANARY))
    snapshot(opened, "10月例会", AS_OF, CANARY, note=CANARY)
    yield opened
    opened.engine.dispose()


@pytest.mark.parametrize("domain", [None, "机关"])
@pytest.mark.parametrize("list_units", [False, True])
def test_no_word_of_a_person_or_of_free_text_enters(store: Store, list_units: bool, domain: str | None) -> None:
    playlist = replace(DEFAULT, list_units=list_units, domain=domain)
    sent = content(store, playlist)
    assert all(
        page["figures"] or page["body"]["kind"] == "tiles" for page in sent["pages"]
    )  # so that every page had something to leak
    assert CANARY not in written(sent)
    assert CANARY not in written(talking_points(store, playlist))


def test_only_closed_kinds_of_fields_and_the_names_of_units_may_enter() -> None:
    for name, fields in allowed.ROWS.items():
        for field in fields:
            column = ledger(name).by_id[field]
            assert not column.person
            unit = (name, field) in UNIT_NAMES or (column.kind is Kind.REF and column.ref == "units")
            assert unit or column.kind in CLOSED, (name, field)


def test_an_open_choice_enters_only_as_a_declared_word() -> None:
    values = dict.fromkeys(allowed.ROWS["reform"]) | {"unit": "甲局", "disposition": "划转"}
    assert allowed.row("reform", {**values, "status_text": "暂缓", "remark": "某人说的"})["status_text"] == "暂缓"
    assert allowed.row("reform", {**values, "status_text": "等某人回来"})["status_text"] is None
    assert "remark" not in allowed.row("reform", {**values, "status_text": None, "remark": "某人说的"})


def test_a_thing_enters_without_what_else_is_known_of_it() -> None:
    assert allowed.thing({"unit": "甲局", "done": 1, "name": "某人", "org": "某支部"}) == {"unit": "甲局", "done": 1}
