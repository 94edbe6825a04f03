"""`verify` finds any edit of the trail, wherever it is: one byte, a row gone, two swapped, a tail cut off."""

import itertools
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st

from services.access import permit, verify
from services.access.audit import BEFORE_THE_FIRST, digest
from services.access.verify import Walk
from services.store import Store, access
from services.store.tables import Upload
from services.text import outer

Row = dict[str, Any]
Damage = Callable[[list[Row]], list[Row]]
FIELDS = (*access.AUDITED, "hash")
WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=12)


def chain(*things: str) -> list[Row]:
    """Give a trail of so many rows."""
    rows: list[Row] = []
    for number, thing in enumerate(things, 1):
        previous = rows[-1]["hash"] if rows else BEFORE_THE_FIRST
        row = {
            "id": number, "at": f"2026-01-01T00:00:0{number % 10}.000000+00:00", "actor": "甲", "address": None,
            "operation": "batch.commit", "thing": thing, "outcome": "done", "detail": json.dumps({"rows": number}),
            "previous": previous,
        }  # fmt: skip
        rows.append({**row, "hash": digest(row)})
    return rows


def first_bad(rows: list[Row], newest: int | None, head: str | None) -> int | None:
    walk = Walk()
    walk.over(rows)
    walk.end(newest, head)
    return walk.first_bad


def edits(text: str) -> Iterator[str]:
    """Give every text that differs in one byte, as far as its bytes can be read at all."""
    raw = text.encode()
    for place, byte in itertools.product(range(len(raw)), (0x00, 0x20, 0x30, 0x41, 0x7F)):
        if raw[place] != byte:
            yield (raw[:place] + bytes([byte]) + raw[place + 1 :]).decode("utf-8", "surrogateescape")
    yield from (text[:-1], text + " ", outer(text) + "\u200b")


def missed(rows: list[Row]) -> list[tuple[int, str]]:
    """Give the rows and fields in which an edit of one byte is not found, or not at the row where it is."""
    found = []
    for place, name in itertools.product(range(len(rows)), FIELDS[1:]):
        written = rows[place][name]
        for other in edits(written) if written is not None else ("", "10.0.0.1"):
            damaged = [{**row, name: other} if row is rows[place] else row for row in rows]
            if other != written and first_bad(damaged, len(rows), rows[-1]["hash"]) != place + 1:
                found.append((place + 1, name))
                break
    return found


def test_an_edit_of_any_byte_of_any_field_of_any_row_is_found() -> None:
    assert missed(chain("名册.xlsx", "第1批", "")) == []


@pytest.mark.parametrize("left_out", FIELDS[1:-1])
def test_a_digest_that_leaves_a_field_out_is_found(left_out: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(access, "AUDITED", tuple(name for name in access.AUDITED if name != left_out))
    rows = chain("名册.xlsx", "第1批")
    if left_out == "previous":  # nothing of the row is lost: what stands there is held against the row before
        assert missed(rows) == []
    else:
        assert {name for _, name in missed(rows)} == {left_out}


@given(st.lists(WORDS, min_size=2, max_size=8), st.data())
def test_a_row_gone_swapped_doubled_or_put_in_is_found(things: list[str], data: st.DataObject) -> None:
    rows = chain(*things)
    at = data.draw(st.integers(0, len(rows) - 1))
    other = data.draw(st.integers(0, len(rows) - 1).filter(lambda each: each != at))
    swapped = list(rows)
    swapped[at], swapped[other] = ({**rows[b], "id": rows[a]["id"]} for a, b in ((at, other), (other, at)))
    for damaged, place in (
        (rows[:at] + rows[at + 1 :], at + 1),
        (swapped, min(at, other) + 1),
        ([*rows[:at], rows[at], *rows[at:]], at + 2),
        ([{**rows[0], "id": 0}, *rows], 1),
    ):
        assert first_bad(damaged, len(rows), rows[-1]["hash"]) == place
    assert first_bad(rows, len(rows), rows[-1]["hash"]) is None


@given(st.lists(WORDS, min_size=1, max_size=6), st.integers(0, 5))
def test_a_tail_cut_off_or_grown_is_found_by_the_head_kept_beside(things: list[str], cut: int) -> None:
    rows = chain(*things)
    left = min(cut, len(rows) - 1)
    assert first_bad(rows[:left], len(rows), rows[-1]["hash"]) == left + 1
    grown = chain(*things, "不是看板写的")
    assert first_bad(grown, len(rows), rows[-1]["hash"]) == len(grown)
    assert first_bad(rows, None, None) == len(rows)
    assert first_bad(rows, len(rows), "0" * 64) == len(rows)


@given(st.lists(WORDS, min_size=2, max_size=6), st.data())
def test_a_row_written_anew_with_a_digest_that_fits_is_found(things: list[str], data: st.DataObject) -> None:
    rows = chain(*things)
    at = data.draw(st.integers(0, len(rows) - 1))
    forged = {**rows[at], "actor": "乙"}
    rows[at] = {**forged, "hash": digest(forged)}
    last = rows[-1]["hash"] if at < len(rows) - 1 else chain(*things)[-1]["hash"]
    assert first_bad(rows, len(rows), last) == min(at + 2, len(rows))


def unguarded(store: Store, statement: str) -> None:
    """Do what somebody with the database in their hands can do."""
    with store.write() as connection:
        if store.engine.dialect.name == "postgresql":
            connection.exec_driver_sql("SET LOCAL session_replication_role = replica")
            connection.exec_driver_sql(statement)
            return
        guards = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").all()
        for name, _ in guards:
            connection.exec_driver_sql(f"DROP TRIGGER {name}")
        connection.exec_driver_sql(statement)
        for _, sql in guards:
            connection.exec_driver_sql(sql)


@pytest.fixture
def five(store: Store) -> Store:
    for n in range(5):
        permit(store, "甲", "ledger.export", f"台账{n}", rows=n)
    return store


@pytest.mark.parametrize(
    ("statement", "number"),
    [
        ("UPDATE audit SET thing = '台账9' WHERE id = 3", 3),
        ("UPDATE audit SET address = '' WHERE id = 2", 2),
        ("UPDATE audit SET detail = replace(detail, ': ', ':') WHERE id = 4", 4),
        ("DELETE FROM audit WHERE id = 2", 2),
        ("DELETE FROM audit WHERE id = 5", 5),
        ("DELETE FROM audit", 1),
        ("DELETE FROM audit_head", 5),
        ("UPDATE audit_head SET newest = 4", 5),
        ("UPDATE audit_head SET hash = 'x'", 5),
        ("INSERT INTO audit SELECT 6, at, actor, address, operation, thing, outcome, detail, previous, hash "
         "FROM audit WHERE id = 5", 6),
    ],
)  # fmt: skip
def test_what_was_done_to_the_database_is_told_by_the_first_bad_row(five: Store, statement: str, number: int) -> None:
    assert verify.verify(five, "甲") == verify.Verdict(5, verify.verify(five, "甲").hash, None, ())
    unguarded(five, statement)
    found = verify.verify(five, "甲")
    assert (found.intact, found.first_bad) == (False, number)
    assert f"第{number}条" in "".join(found.complaints)


def test_damage_is_never_healed_by_what_follows(five: Store) -> None:
    unguarded(five, "DELETE FROM audit WHERE id > 3")
    permit(five, "甲", "ledger.export", "之后")
    assert verify.verify(five, "甲").first_bad == 4
    unguarded(five, "DELETE FROM audit_head")
    permit(five, "甲", "ledger.export", "再之后")
    assert verify.verify(five, "甲").first_bad == 4


def test_bytes_that_are_no_text_are_damage_and_no_fault_of_ours(five: Store) -> None:
    if five.engine.dialect.name != "sqlite":
        pytest.skip("PostgreSQL takes no such bytes")
    unguarded(five, "UPDATE audit SET actor = CAST(x'E794' AS TEXT) WHERE id = 2")
    assert verify.verify(five, "甲").first_bad == 2
    unguarded(five, "UPDATE audit SET actor = x'E794B2' WHERE id = 1")
    assert verify.verify(five, "甲").first_bad == 1


@pytest.mark.parametrize("word", ["台账3".encode(), b"ledger.export", b'"rows": 2'])
def test_a_byte_turned_over_in_the_file_is_found(tmp_path: Path, word: bytes) -> None:
    path = tmp_path / "store.db"
    store = Store.open(f"sqlite:///{path}")
    for n in range(5):
        permit(store, "甲", "ledger.export", f"台账{n}", rows=n)
    with store.engine.connect() as connection:
        connection.connection.driver_connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    store.engine.dispose()
    raw = bytearray(path.read_bytes())
    assert word in raw
    raw[raw.index(word)] ^= 1
    path.write_bytes(raw)
    again = Store.open(f"sqlite:///{path}")
    found = verify.verify(again, "甲")
    again.engine.dispose()
    assert found.first_bad is not None


def test_a_torn_file_is_told_as_damage(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    store = Store.open(f"sqlite:///{path}")
    for n in range(300):
        permit(store, "甲", "ledger.export", f"台账{n}", rows=n)
    with store.engine.connect() as connection:
        connection.connection.driver_connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    store.engine.dispose()
    raw = bytearray(path.read_bytes())
    place = raw.index("台账100".encode()) // 4096 * 4096
    raw[place : place + 4096] = bytes(4096)
    path.write_bytes(raw)
    again = Store.open(f"sqlite:///{path}")
    found = verify.verify(again, "甲")
    again.engine.dispose()
    assert not found.intact
    assert found.first_bad is not None


def test_a_kept_file_that_was_changed_is_named(store: Store) -> None:
    kept = {"sha256": "0" * 64, "name": "名册.xlsx", "size": 1, "redacted": False, "content": b"x"}
    with store.write() as connection:
        connection.execute(sa.insert(Upload).values(kept))
        connection.execute(sa.insert(Upload).values({**kept, "sha256": "1" * 64, "name": "别的", "redacted": True}))
    assert verify.verify(store, "甲").complaints == ("文件“名册.xlsx”和它的校验码对不上。",)


def test_a_reference_to_nothing_is_told(store: Store) -> None:
    if store.engine.dialect.name != "sqlite":
        pytest.skip("PostgreSQL lets nobody write one")
    driver = store.engine.raw_connection()
    driver.driver_connection.execute("PRAGMA foreign_keys=OFF")
    driver.driver_connection.execute("INSERT INTO pairing (screen, role) VALUES ('没有的', 'screen')")
    driver.driver_connection.execute("PRAGMA foreign_keys=ON")
    driver.close()
    assert verify.verify(store, "甲").complaints == ("“pairing”表有1条记录，引用的内容不见了。",)
