"""What the store promises on both databases: one writer at a time, all or nothing, one current version per key."""

import subprocess
import sys
import threading
from datetime import UTC, datetime

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from services.errors import StoreUnusable
from services.ledgers.units import Unit
from services.store.engine import Store
from services.store.tables import Batch, Note, Source, Upload


def batch(number: int) -> dict:
    return {
        "id": number,
        "made_at": datetime(2023, 1, 1, tzinfo=UTC),
        "made_by": "业务员甲",
        "action": "import",
        "counts": {},
    }


def test_an_empty_store_stands_at_version_0(store: Store) -> None:
    assert store.version() == 0


def test_opening_a_second_time_changes_nothing(store: Store, database: str) -> None:
    with store.write() as connection:
        connection.execute(sa.insert(Batch).values(batch(1)))
    again = Store.open(database)
    assert again.version() == 1
    again.engine.dispose()


def test_a_failed_write_leaves_nothing(store: Store) -> None:
    with pytest.raises(IntegrityError), store.write() as connection:
        connection.execute(sa.insert(Batch).values(batch(1)))
        connection.execute(sa.insert(Batch).values(batch(1)))
    assert store.version() == 0


def test_a_killed_writer_leaves_nothing(store: Store, database: str) -> None:
    script = f"""
import os, sqlalchemy as sa
from services.store.engine import Store
from services.store.tables import Note
with Store.open({database!r}).write() as connection:
    connection.execute(sa.insert(Note).values(name="half", value="1"))
    os._exit(9)
"""
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 9
    with store.read() as connection:
        assert connection.scalar(sa.select(sa.func.count()).select_from(Note)) == 0
    add_note(store)


def test_the_database_refuses_a_second_current_version_of_a_key(store: Store) -> None:
    upload = {"sha256": "0" * 64, "name": "名册.xlsx", "size": 1, "redacted": False, "content": b"x"}
    source = {"id": 1, "batch": 1, "ledger": "units", "file": "名册.xlsx", "sheet": "Sheet1", "columns": {}}
    version = {"key": "市财政局", "name": "市财政局", "domain": "机关", "is_reform": False, "is_new": False}
    version |= {"batch_in": 1, "source_id": 1, "line": 2, "kept": {}, "marks": {}}
    with store.write() as connection:
        connection.execute(sa.insert(Upload).values(upload))
        connection.execute(sa.insert(Batch).values(batch(1)))
        connection.execute(sa.insert(Source).values(**source, sha256=upload["sha256"]))
        connection.execute(sa.insert(Unit).values(version | {"batch_out": 1}))
        connection.execute(sa.insert(Unit).values(version))
    with pytest.raises(IntegrityError), store.write() as connection:
        connection.execute(sa.insert(Unit).values(version))


def test_a_reader_sees_one_state(store: Store) -> None:
    count = sa.select(sa.func.count()).select_from(Note)
    with store.read() as connection:
        before = connection.scalar(count)
        writing = threading.Thread(target=lambda: add_note(store))
        writing.start()
        writing.join()
        assert connection.scalar(count) == before
    with store.read() as connection:
        assert connection.scalar(count) == before + 1


def add_note(store: Store) -> None:
    with store.write() as connection:
        connection.execute(sa.insert(Note).values(name="a", value="1"))


def test_no_update_is_lost_in_a_race(store: Store) -> None:
    with store.write() as connection:
        connection.execute(sa.insert(Note).values(name="count", value="0"))

    def add_fifty() -> None:
        for _ in range(50):
            with store.write() as connection:
                value = int(connection.scalar(sa.select(Note.value).where(Note.name == "count")))
                connection.execute(sa.update(Note).where(Note.name == "count").values(value=str(value + 1)))

    racers = [threading.Thread(target=add_fifty) for _ in range(4)]
    for racer in racers:
        racer.start()
    for racer in racers:
        racer.join()
    with store.read() as connection:
        assert connection.scalar(sa.select(Note.value)) == "200"


def test_a_bad_url_is_said_in_one_sentence() -> None:
    with pytest.raises(StoreUnusable):
        Store.open("nonsense://x")


def test_a_file_that_is_no_database_is_said_in_one_sentence(tmp_path) -> None:
    path = tmp_path / "store.db"
    path.write_bytes(b"PK\x03\x04 this is a spreadsheet, not a database" * 40)
    with pytest.raises(StoreUnusable):
        Store.open(f"sqlite:///{path}")
    assert path.read_bytes().startswith(b"PK")


def test_only_its_owner_can_read_a_new_store(tmp_path) -> None:
    opened = Store.open(f"sqlite:///{tmp_path / 'store.db'}")
    with opened.write() as connection:
        connection.execute(sa.insert(Note).values(name="kept", value="x"))
        assert {path.stat().st_mode & 0o777 for path in tmp_path.iterdir()} == {0o600}


def test_an_error_quotes_no_value(store: Store) -> None:
    with pytest.raises(sa.exc.IntegrityError) as told, store.write() as connection:
        for _ in range(2):
            connection.execute(sa.insert(Note).values(name="金丝雀", value="金丝雀"))
    assert "[SQL parameters hidden" in str(told.value)
