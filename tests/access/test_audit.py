"""The trail: a row with every deed and every refusal, in one chain, that nothing but the next row can be added to."""

import sys
import threading
from datetime import date

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError

from services import snapshots
from services.access import perform, permit, verify
from services.access.audit import BEFORE_THE_FIRST
from services.access.origin import address
from services.batches import Options, commit, empty_demonstration, preview, undo
from services.errors import BadRequest, NotAllowed, Stale, StoreUnusable
from services.store import Store
from services.store.tables import Audit, Note
from tests.access.trail import trail
from tests.sheets import FINDINGS, UNITS, changed, xlsx

TAMPERING = (
    "UPDATE audit SET actor = 'x'", "UPDATE audit SET thing = thing WHERE id = 1", "DELETE FROM audit",
    "DELETE FROM audit WHERE id = 2", "DELETE FROM audit_head", "UPDATE audit_head SET newest = 1",
    "UPDATE audit_head SET hash = 'x'", "UPDATE audit_head SET id = 2, newest = 9",
    "INSERT INTO audit_head VALUES (2, 9, 'x')",
)  # fmt: skip
ONE = "VALUES (1, '', 'x', NULL, '', '', '', '{}', '', '')"
SQLITE = (f"INSERT OR REPLACE INTO audit {ONE}", f"REPLACE INTO audit {ONE}", "UPDATE OR REPLACE audit SET id = 2",
          f"INSERT INTO audit {ONE} ON CONFLICT DO UPDATE SET actor = 'x'",
          "INSERT OR REPLACE INTO audit_head VALUES (1, 0, 'x')")  # fmt: skip
POSTGRESQL = ("TRUNCATE audit", "TRUNCATE audit_head", "TRUNCATE audit, audit_head CASCADE",
              f"INSERT INTO audit {ONE} ON CONFLICT (id) DO UPDATE SET actor = 'x'")  # fmt: skip


@pytest.fixture
def three(store: Store) -> Store:
    for n in range(3):
        permit(store, "甲", "ledger.export", f"台账{n}", rows=n)
    return store


def get_round(store: Store, statement: str) -> bool:
    """Say whether a statement changes what is written, though it must not."""
    before = trail(store)
    try:
        with store.write() as connection:
            connection.exec_driver_sql(statement)
    except DBAPIError:
        pass
    return trail(store) != before or not verify.verify(store, "甲").intact


def test_rows_are_numbered_without_a_gap_and_each_names_the_one_before(three: Store) -> None:
    rows = trail(three)
    assert [row["id"] for row in rows] == [1, 2, 3]
    assert [row["previous"] for row in rows] == [BEFORE_THE_FIRST, rows[0]["hash"], rows[1]["hash"]]
    assert [(row["actor"], row["thing"], row["detail"]) for row in rows] == [
        ("甲", f"台账{n}", {"rows": n}) for n in range(3)
    ]


def test_nothing_written_can_be_changed_or_taken_away(three: Store) -> None:
    more = SQLITE if three.engine.dialect.name == "sqlite" else POSTGRESQL
    assert [statement for statement in (*TAMPERING, *more) if get_round(three, statement)] == []


def test_a_trail_without_its_guards_is_found(three: Store) -> None:
    with three.write() as connection:
        if three.engine.dialect.name == "sqlite":
            connection.exec_driver_sql("DROP TRIGGER audit_no_update")
        else:
            connection.exec_driver_sql("ALTER TABLE audit DISABLE TRIGGER audit_kept")
    assert "保护少了1项" in verify.verify(three, "甲").complaints[0]
    assert get_round(three, TAMPERING[0])


def test_not_even_without_the_pragma_is_a_row_replaced(three: Store) -> None:
    if three.engine.dialect.name != "sqlite":
        pytest.skip("a thing of SQLite")
    with three.write() as connection:
        connection.exec_driver_sql("PRAGMA recursive_triggers=OFF")
        with pytest.raises(DBAPIError):
            connection.exec_driver_sql(SQLITE[0])
        connection.exec_driver_sql("PRAGMA recursive_triggers=ON")


def test_what_fails_leaves_nothing_but_its_refusal(store: Store) -> None:
    with pytest.raises(BadRequest), perform(store, "甲", "alias.add", "某名", kind="简称") as act:
        act.connection.execute(sa.insert(Note).values(name="half", value="1"))
        raise BadRequest("不行")
    with store.read() as connection:
        assert connection.scalar(sa.select(sa.func.count()).select_from(Note)) == 0
    (row,) = trail(store)
    assert (row["outcome"], row["thing"]) == ("refused", "某名")
    assert row["detail"] == {"kind": "简称", "why": "bad_request"}


def test_a_fault_of_ours_leaves_nothing_at_all(store: Store) -> None:
    with pytest.raises(ZeroDivisionError), perform(store, "甲", "alias.add") as act:
        act.connection.execute(sa.insert(Note).values(name="half", value="1"))
        raise ZeroDivisionError
    assert trail(store) == []


def test_a_deed_that_cannot_be_written_down_is_not_done(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*args: object) -> int:
        raise StoreUnusable("磁盘满了")

    monkeypatch.setattr("services.access.audit.append", full)
    with pytest.raises(StoreUnusable):
        snapshots.snapshot(store, "一", date(2023, 5, 31), "甲")
    assert snapshots.snapshots(store) == []


def test_refusals_of_every_kind_are_written_down(store: Store) -> None:
    seen = preview(store, "名册.xlsx", xlsx(*UNITS), Options("units"))
    commit(store, seen, "甲")
    with pytest.raises(Stale):
        commit(store, seen, "甲")
    done = preview(store, "名册.xlsx", xlsx(*UNITS), Options("units"))
    with pytest.raises(BadRequest):
        commit(store, done, "甲")
    with pytest.raises(BadRequest):
        undo(store, 9, "甲")
    commit(store, preview(store, "问题.xlsx", xlsx(*FINDINGS), Options("findings")), "甲")
    assert undo(store, 1, "甲").outcome == "conflict"
    refused = [(row["operation"], row["detail"]["why"]) for row in trail(store) if row["outcome"] == "refused"]
    assert refused == [
        ("batch.commit", "stale"), ("batch.commit", "bad_request"), ("batch.undo", "bad_request"),
        ("batch.undo", "conflict"),
    ]  # fmt: skip


def test_an_upload_is_written_down_by_its_name_and_its_counts(store: Store) -> None:
    commit(store, preview(store, "名册.xlsx", xlsx(*UNITS), Options("units")), "甲")
    (row,) = trail(store, "batch.commit")
    assert row["thing"] == "名册.xlsx"
    assert row["detail"]["batch"] == 1
    assert row["detail"]["counts"]["units"]["new"] == 4


def leaked(store: Store, canary: str) -> bool:
    """Say whether a word is anywhere in the trail, in its own letters or as JSON writes them."""
    with store.read() as connection:
        rows = [str(tuple(row)) for row in connection.execute(sa.select(Audit))]
    return any(sign in row for row in rows for sign in (canary, canary.encode("unicode_escape").decode()))


def test_no_value_of_a_cell_is_ever_in_it(store: Store) -> None:
    from services import aliases

    canary = "金丝雀"
    rows = [*changed(UNITS, 1, 1, f"{canary}局"), (9, canary, None, None, "机关", "否", None, None, "否")]
    found = [*changed(changed(FINDINGS, 1, 2, f"{canary}局"), 1, 4, f"{canary}问题"), (None, None, f"没有的{canary}")]
    commit(store, preview(store, "名册.xlsx", xlsx(*rows), Options("units")), "甲")
    seen = preview(store, "问题.xlsx", xlsx(*found), Options("findings", only_valid=True))
    number = commit(store, seen, "甲", remember=True)
    aliases.add(store, f"{canary}简", f"{canary}局", "简称", "甲")
    with pytest.raises(BadRequest):
        aliases.add(store, f"{canary}简", f"没有的{canary}", "简称", "甲")
    aliases.remove(store, f"{canary}简", "甲")
    undo(store, number, "甲")
    undo(store, 1, "甲")
    assert len(trail(store)) == 7
    assert not leaked(store, canary)
    permit(store, "甲", "ledger.export", canary)
    assert leaked(store, canary)


def test_names_of_any_kind_can_be_written_down(store: Store) -> None:
    for name in ("a\0b", "\ud800", "长" * 5000, "=1+1", "", "\n", "🏛"):
        permit(store, name, "ledger.export", name, file=name)
    assert verify.verify(store, "甲").intact
    assert max(len(row["thing"]) for row in trail(store)) == 200


def test_where_somebody_asked_from_is_written_down(store: Store) -> None:
    token = address.set("10.0.0.7")
    permit(store, "甲", "ledger.export")
    address.reset(token)
    permit(store, "甲", "ledger.export")
    assert [row["address"] for row in trail(store)] == ["10.0.0.7", None]


def test_emptying_the_demonstration_leaves_the_trail(store: Store) -> None:
    with store.write() as connection:
        connection.execute(sa.insert(Note).values(name="demonstration", value="2023-10-31"))
    commit(store, preview(store, "名册.xlsx", xlsx(*UNITS), Options("units")), "甲")
    empty_demonstration(store, "甲")
    assert [row["operation"] for row in trail(store)] == ["batch.commit", "demonstration.empty"]
    assert store.version() == 0
    assert verify.verify(store, "甲").intact


def race(store: Store) -> None:
    def work(name: str) -> None:
        for n in range(15):
            permit(store, name, "ledger.export", str(n))
            with pytest.raises(NotAllowed), perform(store, name, "alias.add"):
                raise NotAllowed("不行")

    racers = [threading.Thread(target=work, args=(name,)) for name in "甲乙丙"]
    for racer in racers:
        racer.start()
    for racer in racers:
        racer.join()


def test_writers_at_the_same_time_keep_the_chain_whole(store: Store) -> None:
    race(store)
    assert [row["id"] for row in trail(store)] == list(range(1, 91))
    assert verify.verify(store, "甲").intact


def test_a_trail_that_takes_its_row_before_the_lock_is_found(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """The harness above fails where the newest row is read before it is this writer's turn."""
    append, module = sys.modules["services.access.audit"].append, sys.modules["services.store.access"]
    known: dict[int, tuple[int | None, str | None, int]] = {}

    def too_early(connection: sa.Connection, *rest: object) -> int:
        mine = threading.get_ident()
        if mine not in known:
            known[mine] = module.tip(connection)
        with monkeypatch.context() as patch:
            patch.setattr(module, "tip", lambda _: known[mine])
            try:
                return append(connection, *rest)
            finally:
                known[mine] = (known[mine][0], known[mine][1], known[mine][2] + 1)

    monkeypatch.setattr("services.access.audit.append", too_early)
    permit(store, "甲", "ledger.export")
    with pytest.raises(DBAPIError):
        other = threading.Thread(target=permit, args=(store, "乙", "ledger.export"))
        other.start()
        other.join()
        permit(store, "甲", "ledger.export")
        permit(store, "甲", "ledger.export")
        assert verify.verify(store, "甲").intact
