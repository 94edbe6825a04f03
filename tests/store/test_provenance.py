"""Where rows came from: each sheet that brought something about a unit, and the version a page asks for."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any

from services.batches import Options, commit, preview, undo
from services.ledgers import ledger, ledgers
from services.store import Store
from services.store.provenance import newest, origins, sourced, version
from services.store.received import received
from tests.sheets import FINDINGS, UNITS, changed, xlsx


def send(store: Store, file: str, rows: Sequence[Sequence[Any]], day: int) -> int:
    seen = preview(store, file, xlsx(*rows), Options(), date(2023, 10, day))
    return commit(store, seen, f"业务员{day}", datetime(2023, 10, day, tzinfo=UTC))


def two_months(store: Store) -> None:
    send(store, "名册.xlsx", UNITS, 1)
    send(store, "九月.xlsx", FINDINGS, 2)
    without_measures = [row[:-1] for row in changed(FINDINGS, 1, 7, "已完成")]
    send(store, "十月.xlsx", without_measures, 3)


def test_every_file_that_brought_something_about_a_unit_is_named(store: Store) -> None:
    two_months(store)
    with store.read() as connection:
        found = received(connection, ledgers().values(), "市教育局", 3)
        assert [(each.file, each.ledger, each.rows, each.made_by) for each in found] == [
            ("十月.xlsx", "findings", 1, "业务员3"), ("九月.xlsx", "findings", 1, "业务员2"),
            ("名册.xlsx", "units", 1, "业务员1"),
        ]  # fmt: skip
        assert [each.batch for each in received(connection, ledgers().values(), "市教育局", 2)] == [2, 1]
        # The October file only repeats what is on record of the others.
        assert [each.batch for each in received(connection, ledgers().values(), "市财政局", 3)] == [2, 1]
        first = version(connection, ledger("findings"), found[0].row)
        assert first is not None
        assert (first.values["status_text"], first.batch) == ("已完成", 3)
        assert version(connection, ledger("findings"), 999) is None


def test_a_field_an_older_file_gave_leads_to_that_file(store: Store) -> None:
    two_months(store)
    with store.read() as connection:
        (row,) = sourced(connection, ledger("findings"), 3, {"unit": "市教育局"})
        source, line = row.kept["measures"]
        origin = origins(connection, [source, row.source])[source]
    assert (origin.file, origin.made_by, line) == ("九月.xlsx", "业务员2", 2)
    assert f"{origin.columns['measures']}{line}" == "J2"


def test_what_an_undo_brings_back_came_by_its_own_file(store: Store) -> None:
    two_months(store)
    undo(store, 3, "业务员甲", datetime(2023, 10, 4, tzinfo=UTC))
    with store.read() as connection:
        (row,) = sourced(connection, ledger("findings"), 4, {"unit": "市教育局"})
        assert (row.file, row.batch, row.made_by) == ("九月.xlsx", 2, "业务员2")
        assert [each.batch for each in received(connection, ledgers().values(), "市教育局", 4)] == [3, 2, 1]


def test_the_newest_batch_of_a_ledger_is_what_brought_something_by_then(store: Store) -> None:
    two_months(store)
    with store.read() as connection:
        assert newest(connection, ledgers().values(), 3) == {"units": 1, "findings": 3}
        assert newest(connection, ledgers().values(), 1) == {"units": 1}
        assert newest(connection, ledgers().values(), 0) == {}
