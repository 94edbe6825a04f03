"""Row versions come back as they were written, on both databases."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

import pytest
import sqlalchemy as sa

from services.ledgers import ledger
from services.store import Store, bulk, records, versions
from services.store.engine import Connection

TABLE = ledger("sessions").versions
ROWS: list[dict[str, Any]] = [
    {"key": "1", "line": 2, "kept": {}, "marks": {}, "name": "100%的班（'甲'）", "started_on": date(2023, 3, 5)},
    {"key": "2", "line": 3, "kept": {"host": [1, 2]}, "marks": {"ended_on": "month"}, "hours": 40, "position": 1.5},
    {"key": "3", "line": 4, "kept": {}, "marks": {}, "started_on": date(2023, 3, 5), "is_induction": False},
    {"key": "4", "line": 5, "kept": {}, "marks": {}, "hours": 7.5, "is_induction": True, "year": 2023},
]


@pytest.fixture
def connection(store: Store) -> Iterator[Connection]:
    with store.write() as opened:
        records.keep_upload(opened, "0" * 64, "班次.xlsx", b"", redacted=False)
        for day in (1, 2):
            made_at = datetime(2023, 1, day, tzinfo=UTC)
            records.add_batch(opened, made_at=made_at, made_by="甲", action="import", counts={})
        records.add_source(opened, batch=1, ledger="sessions", file="班次.xlsx", sha256="0" * 64, sheet="1", columns={})
        yield opened


def add(connection: Connection) -> None:
    bulk.insert(connection, TABLE, ROWS, batch_in=1, batch_out=None, source_id=1)


@pytest.mark.parametrize("part", [1, 3, 1000])
def test_what_is_added_is_read_back(connection: Connection, monkeypatch: pytest.MonkeyPatch, part: int) -> None:
    monkeypatch.setattr(bulk, "PART", part)
    add(connection)
    blank = dict.fromkeys(TABLE.columns.keys()) | {"batch_in": 1, "source_id": 1}
    found = sorted(versions.current(connection, TABLE), key=lambda row: row["id"])
    assert found == [{**blank, **row, "id": row["line"] - 1} for row in ROWS]
    assert [type(row["hours"]) for row in found] == [type(None), float, type(None), float]


def test_a_blank_cell_is_no_value_in_sql_either(connection: Connection) -> None:
    add(connection)
    blank = sa.select(TABLE.c.key).where(TABLE.c.hours.is_(None), TABLE.c.is_induction.is_(None))
    assert connection.scalars(blank).all() == ["1"]


def test_nothing_is_added_of_nothing(connection: Connection) -> None:
    bulk.insert(connection, TABLE, [], batch_in=1, batch_out=None, source_id=1)
    assert versions.current(connection, TABLE) == []


def test_only_the_versions_that_are_named_end(connection: Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bulk, "PART", 2)
    add(connection)
    versions.close(connection, TABLE, [1, 2, 4], 2)
    assert [row["key"] for row in versions.current(connection, TABLE)] == ["3"]
    assert [row["key"] for row in versions.closed(connection, TABLE, 2)] == ["1", "2", "4"]
