"""Accounts: who may make them, what they may be, and that the last offices are never left empty."""

from collections.abc import Callable
from datetime import date

import pytest

from services.access import accounts, sessions
from services.access.accounts import Rights, login_name
from services.access.sign_in import sign_in
from services.errors import BadRequest, NotAllowed
from services.store import Store
from tests.access.people import ADMIN, AGENT, ANALYST, AUDITOR, LEADER, PASSWORD, add, everybody, now
from tests.access.trail import trail


@pytest.fixture
def people() -> Store:
    store = Store.open()
    everybody(store)
    return store


def rights(store: Store, name: str) -> Rights:
    return next(each.rights for each in accounts.listed(store, ADMIN) if each.name == name)


def test_the_first_account_is_an_administrator_made_by_whoever_sits_there(store: Store) -> None:
    with pytest.raises(BadRequest, match="第一个账号必须是系统管理员"):
        accounts.add(store, "甲", Rights(("业务员",)), "root")
    password = accounts.add(store, "甲", Rights(("系统管理员",), "张三"), "root")
    (only,) = accounts.listed(store, "甲")
    assert (only.name, only.rights.title, only.must_change, only.disabled, only.made_by) == (
        "甲", "张三", True, False, "root",
    )  # fmt: skip
    assert password not in str(trail(store))
    with pytest.raises(NotAllowed):
        accounts.add(store, "乙", Rights(("系统管理员",)), "root")


def test_only_an_administrator_may(people: Store) -> None:
    attempts: list[Callable[[str], object]] = [
        lambda by: accounts.add(people, "新来的", Rights(("领导",)), by),
        lambda by: accounts.change(people, ANALYST, Rights(("系统管理员",)), by),
        lambda by: accounts.disable(people, ADMIN, by),
        lambda by: accounts.new_password(people, ADMIN, by),
        lambda by: accounts.end_sessions(people, ADMIN, by),
        lambda by: accounts.listed(people, by),
    ]
    for by in (ANALYST, LEADER, AUDITOR, "nobody", ""):
        for attempt in attempts:
            with pytest.raises(NotAllowed):
                attempt(by)
    assert len(accounts.listed(people, ADMIN)) == 4
    assert {row["outcome"] for row in trail(people) if row["actor"] != ADMIN and row["id"] > 4} == {"refused"}


@pytest.mark.parametrize("name", ["", " ", "a" * 33, "张/三", "<b>", "a\0b", "a,b", "=1+1"])
def test_an_odd_name_is_refused(people: Store, name: str) -> None:
    with pytest.raises(BadRequest, match="登录名"):
        accounts.add(people, name, Rights(("领导",)), ADMIN)


def test_a_name_is_the_same_however_it_is_typed(people: Store) -> None:
    assert login_name(" Ｙｅ wu ") == "yewu"
    with pytest.raises(BadRequest, match="已经有"):
        accounts.add(people, " ＹＥＷＵ", Rights(("领导",)), ADMIN)


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        (Rights(()), "至少选一种角色"),
        (Rights(("校长",)), "没有“校长”"),
        (Rights(("系统管理员", "审计员")), "不能是同一个人"),
        (Rights(("业务员",), domains=()), "至少选一个领域"),
        (Rights(("业务员",), title="长" * 21), "姓名"),
    ],
)
def test_rights_that_make_no_sense_are_refused(people: Store, wanted: Rights, said: str) -> None:
    before = accounts.listed(people, ADMIN)
    for attempt in (
        lambda: accounts.add(people, "新来的", wanted, ADMIN),
        lambda: accounts.change(people, ANALYST, wanted, ADMIN),
    ):
        with pytest.raises(BadRequest, match=said):
            attempt()
    assert accounts.listed(people, ADMIN) == before


def test_a_change_holds_and_says_in_the_audit_what_it_was(people: Store) -> None:
    wanted = Rights(("领导", "业务员"), "李四", ("机关", "国企"), True, date(2099, 12, 31))
    accounts.change(people, ANALYST, wanted, ADMIN)
    assert rights(people, ANALYST) == wanted
    (row,) = trail(people, "account.change")
    assert row["thing"] == ANALYST
    assert row["detail"]["roles"] == [["业务员"], ["领导", "业务员"]]
    assert row["detail"]["expires_on"] == [None, "2099-12-31"]


def test_grants_that_mean_nothing_for_a_role_are_left_out(people: Store) -> None:
    accounts.change(people, ANALYST, Rights(("审计员",), domains=("机关",), persons=True), ADMIN)
    assert rights(people, ANALYST) == Rights(("审计员",))


@pytest.mark.parametrize("office", [ADMIN, AUDITOR])
def test_the_last_of_an_office_stays(people: Store, office: str) -> None:
    for attempt in (
        lambda: accounts.disable(people, office, ADMIN),
        lambda: accounts.change(people, office, Rights(("领导",)), ADMIN),
    ):
        with pytest.raises(BadRequest, match="至少要留一个"):
            attempt()
    role = rights(people, office).roles
    accounts.add(people, "接班", Rights(role), ADMIN)
    accounts.disable(people, office, ADMIN)
    listed = accounts.listed(people, "接班" if office == ADMIN else ADMIN)
    assert [each.name for each in listed if each.disabled] == [office]


def test_an_unknown_account_is_said(people: Store) -> None:
    for attempt in (
        lambda: accounts.change(people, "没有的", Rights(("领导",)), ADMIN),
        lambda: accounts.disable(people, "没有的", ADMIN),
        lambda: accounts.new_password(people, "没有的", ADMIN),
        lambda: accounts.end_sessions(people, "没有的", ADMIN),
    ):
        with pytest.raises(BadRequest, match="没有登录名为“没有的”的账号"):
            attempt()


def test_a_new_temporary_password_ends_sessions_and_the_old_password(people: Store) -> None:
    token = sign_in(people, ANALYST, PASSWORD, "10.0.0.3", AGENT, now())
    password = accounts.new_password(people, ANALYST, ADMIN)
    assert sessions.who(people, token, now()) is None
    with pytest.raises(NotAllowed):
        sign_in(people, ANALYST, PASSWORD, "10.0.0.3", AGENT, now())
    who = sessions.who(people, sign_in(people, ANALYST, password, "10.0.0.3", AGENT, now()), now())
    assert who
    assert who.must_change
    assert password not in str(trail(people))


def test_sessions_of_another_are_ended(people: Store) -> None:
    tokens = [sign_in(people, ANALYST, PASSWORD, "10.0.0.3", AGENT, now()) for _ in range(2)]
    assert accounts.end_sessions(people, ANALYST, ADMIN) == 2
    assert [sessions.who(people, token, now()) for token in tokens] == [None, None]


def test_a_login_name_of_the_house_belongs_to_one_account(people: Store) -> None:
    accounts.change(people, ANALYST, Rights(("业务员",), login=" Li.Si "), ADMIN)
    assert rights(people, ANALYST).login == "li.si"
    for attempt in (
        lambda: accounts.add(people, "新来的", Rights(("领导",), login="li.si"), ADMIN),
        lambda: accounts.change(people, LEADER, Rights(("领导",), login="LI.SI"), ADMIN),
    ):
        with pytest.raises(BadRequest, match="已经给了“yewu”"):
            attempt()
    accounts.change(people, ANALYST, Rights(("业务员",)), ADMIN)
    assert rights(people, ANALYST).login == ""


def test_a_temporary_password_is_given_once_and_kept_nowhere(store: Store) -> None:
    password = add(store, ADMIN, password=None)
    with store.read() as connection:
        rows = connection.exec_driver_sql("SELECT * FROM account").all()
    assert password not in str(rows) + str(trail(store))
