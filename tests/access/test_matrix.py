"""Every operation × every role, each with its row in the audit, and nothing done where the right is missing."""

import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from services import trail
from services.access import OPERATIONS, Role, actor, may, permit, verify
from services.access import accounts as people_of
from services.access.accounts import Rights
from services.batches import commit
from services.errors import NotAllowed
from services.store import Store
from services.store.accounts import set_account
from services.store.row import Table
from services.trail import Wanted
from tests.access.deeds import DEEDS, previewed
from tests.access.people import ADMIN, ANALYST, AUDITOR, LEADER, everybody
from tests.access.trail import trail as rows_of

# Who may, by the first sign of the role: 领导 业务员 系统管理员 审计员; * is anybody, before it is known who.
MATRIX = {
    "figures.read": "领业", "rows.read": "领业", "rows.persons": "业", "history.read": "业", "file.upload": "业",
    "batch.commit": "业", "batch.undo": "业", "layout.remember": "业", "layout.forget": "业", "alias.read": "业",
    "alias.add": "业", "alias.remove": "业", "snapshot.publish": "业", "ledger.export": "业", "package.write": "业",
    "package.verify": "业", "playlist.save": "业", "playlist.remove": "业", "screen.read": "业", "screen.add": "业",
    "screen.show": "业", "screen.code": "业", "screen.pair": "*", "screen.unpair": "业", "screen.revoke": "业",
    "demonstration.empty": "系", "account.read": "系", "account.add": "系", "account.change": "系",
    "account.disable": "系", "account.password": "系", "account.sessions": "系", "password.change": "领业系审",
    "session.begin": "*", "session.end": "领业系审", "audit.read": "审", "audit.export": "审", "store.verify": "系审",
}  # fmt: skip
SIGNS = {LEADER: "领", ANALYST: "业", ADMIN: "系", AUDITOR: "审"}
NOBODIES = ("nobody", "tingyong", "daoqi", "")
ONES_OWN = {each for each in MATRIX if each.startswith(("account.", "password.", "session."))}
WRITING = {operation for operation, _ in DEEDS.values()}
READING: dict[str, Callable[[Store, str], Any]] = {
    "account.read": people_of.listed,
    "audit.read": lambda store, by: trail.listed(store, by, Wanted()),
    "audit.export": lambda store, by: trail.exported(store, by, Wanted()),
    "store.verify": verify.verify,
}


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the file of a store with units, an account of every role, one that is disabled and one that expired."""
    path = tmp_path_factory.mktemp("matrix") / "store.db"
    store = Store.open(f"sqlite:///{path}")
    everybody(store)
    for name in NOBODIES[1:3]:
        people_of.add(store, name, Rights(("领导", "业务员", "系统管理员")), ADMIN)
    with store.write() as connection:
        set_account(connection, "tingyong", disabled=True)
        set_account(connection, "daoqi", expires_on=date(2020, 1, 1))
    commit(store, previewed(store, 0), ANALYST)
    store.engine.dispose()
    return path


@pytest.fixture
def people(prepared: Path, tmp_path: Path) -> Iterator[Store]:
    shutil.copy(prepared, tmp_path / "store.db")
    store = Store.open(f"sqlite:///{tmp_path / 'store.db'}")
    yield store
    store.engine.dispose()


def kept(store: Store) -> dict[str, list[Any]]:
    """Give all the store holds, but for the trail and what is counted before anybody is known."""
    tables = [each for each in Table.metadata.sorted_tables if each.name not in ("audit", "audit_head", "attempt")]
    with store.read() as connection:
        return {table.name: connection.execute(sa.select(table)).all() for table in tables}


def allowed(operation: str, by: str) -> bool:
    return MATRIX[operation] == "*" or SIGNS.get(by, "?") in MATRIX[operation]


def test_the_matrix_has_every_operation() -> None:
    assert set(MATRIX) == set(OPERATIONS)
    assert set(OPERATIONS) >= WRITING
    assert set(OPERATIONS) >= set(READING)


@pytest.mark.parametrize("function", DEEDS)
def test_who_may_write(people: Store, function: str) -> None:
    operation, ready = DEEDS[function]
    for n, by in enumerate([*NOBODIES, *SIGNS], 1):
        do = ready(people, n)
        before, audited = kept(people), len(rows_of(people))
        if allowed(operation, by):
            do(by)
            (row,) = rows_of(people)[audited:]
            assert (row["operation"], row["outcome"]) == (operation, "done")
            if MATRIX[operation] != "*":
                assert row["actor"] == by
        else:
            with pytest.raises(NotAllowed):
                do(by)
            assert kept(people) == before, f"{by} changed something by {function}"
            (row,) = rows_of(people)[audited:]
            assert (row["operation"], row["actor"], row["outcome"]) == (operation, by, "refused")
            assert row["detail"]["why"] == "not_allowed"
    assert verify.verify(people, ADMIN).intact


@pytest.mark.parametrize("operation", [each for each in OPERATIONS if each not in WRITING])
def test_who_may_read(people: Store, operation: str) -> None:
    read = READING.get(operation, lambda store, by: permit(store, by, operation))
    before = kept(people)
    for by in (*NOBODIES, *SIGNS):
        audited = len(rows_of(people))
        if allowed(operation, by):
            read(people, by)
            assert [row["outcome"] for row in rows_of(people)[audited:]] == ["done"] * OPERATIONS[operation].audited
        else:
            with pytest.raises(NotAllowed):
                read(people, by)
            (row,) = rows_of(people)[audited:]
            assert (row["operation"], row["actor"], row["outcome"]) == (operation, by, "refused")
    assert kept(people) == before


@pytest.mark.parametrize("operation", OPERATIONS)
def test_pages_leave_out_what_would_be_refused(people: Store, operation: str) -> None:
    with people.read() as connection:
        told = {by for by in SIGNS if may(actor(connection, by), operation)}
    assert told == {by for by in SIGNS if allowed(operation, by)}


def test_a_leader_sees_persons_only_by_grant(people: Store) -> None:
    people_of.change(people, LEADER, Rights(("领导",), persons=True), ADMIN)
    assert permit(people, LEADER, "rows.persons").persons
    for operation in ("history.read", "batch.commit", "ledger.export", "audit.read"):
        with pytest.raises(NotAllowed):
            permit(people, LEADER, operation)


@pytest.mark.parametrize("function", [each for each, (operation, _) in DEEDS.items() if operation not in ONES_OWN])
def test_without_accounts_whoever_sits_there_may_do_everything(tmp_path: Path, function: str) -> None:
    alone = Store.open(f"sqlite:///{tmp_path / 'alone.db'}")
    commit(alone, previewed(alone, 0), "root")
    DEEDS[function][1](alone, 1)("root")
    assert rows_of(alone)[-1]["outcome"] == "done"
    alone.engine.dispose()


def test_a_demotion_holds_at_once(people: Store) -> None:
    _, ready = DEEDS["services.batches.write.commit"]
    do = ready(people, 1)
    people_of.change(people, ANALYST, Rights(("领导",)), ADMIN)
    with pytest.raises(NotAllowed):
        do(ANALYST)


def test_a_matrix_with_one_right_too_many_is_found(people: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(OPERATIONS, "alias.add", replace(OPERATIONS["alias.add"], roles=frozenset(Role)))
    with pytest.raises(pytest.fail.Exception):
        test_who_may_write(people, "services.aliases.add")


def test_a_right_that_is_not_asked_for_is_found(people: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules["services.access.perform"], "may", lambda who, operation: True)
    with pytest.raises(pytest.fail.Exception):
        test_who_may_write(people, "services.snapshots.snapshot")
