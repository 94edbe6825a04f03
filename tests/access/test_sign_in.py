"""Signing in: the same words whatever is wrong, a thousand guesses get nowhere, nothing typed is written down."""

import logging
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime, timedelta

import pytest
from argon2 import PasswordHasher

from services.access import accounts, attempts, passwords, sessions
from services.access.attempts import ACCOUNT, ADDRESS
from services.access.sign_in import NOBODY, WRONG, TooMany, change_password, sign_in
from services.errors import BadRequest, NotAllowed
from services.store import Store
from services.store.accounts import set_account
from tests.access.people import ADMIN, AGENT, ANALYST, PASSWORD, add, everybody, now
from tests.access.trail import trail

HERE, THERE = "10.0.0.3", "10.0.0.4"
NEW = "tapir-quilt-9-marzipan"


@pytest.fixture
def people() -> Store:
    store = Store.open()
    everybody(store)
    return store


def tried(store: Store, name: str, password: str, address: str = HERE, at: datetime | None = None) -> str:
    """Give what came of a try: in, or the sentence."""
    try:
        sign_in(store, name, password, address, AGENT, at or now())
    except NotAllowed as refusal:
        return str(refusal)
    return "in"


def test_the_right_password_begins_a_session_each_time_a_new_one(people: Store) -> None:
    first, second = (sign_in(people, " YeWu", PASSWORD, HERE, AGENT, now()) for _ in range(2))
    assert first != second
    who = sessions.who(people, first, now())
    assert who
    assert (who.account, who.address) == (ANALYST, HERE)
    assert [(row["actor"], row["outcome"]) for row in trail(people, "session.begin")] == [(ANALYST, "done")] * 2


@pytest.mark.parametrize("name", ["nobody", "", "yewu' OR 1=1 --", "a\0b", "\ud800", "x" * 5000])
def test_an_unknown_name_gets_the_same_words(people: Store, name: str) -> None:
    assert tried(people, name, PASSWORD) == tried(people, ANALYST, "wrong") == WRONG


@pytest.mark.parametrize("values", [{"disabled": True}, {"expires_on": date(2020, 1, 1)}, {"password_hash": None}])
def test_a_closed_account_gets_the_same_words_and_the_audit_knows_why(people: Store, values: dict[str, object]) -> None:
    with people.write() as connection:
        set_account(connection, ANALYST, **values)
    assert tried(people, ANALYST, PASSWORD) == WRONG
    why = {"disabled": "disabled", "expires_on": "expired", "password_hash": "wrong_password"}[next(iter(values))]
    assert trail(people, "session.begin")[-1]["detail"] == {"why": why}


def test_whatever_is_wrong_one_password_is_looked_at(people: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    with people.write() as connection:
        set_account(connection, "lingdao", disabled=True)
        for _ in range(ACCOUNT.free):
            attempts.take(connection, ACCOUNT, "shenji", now())
    looked: Counter[str] = Counter()

    class Counting(PasswordHasher):
        def verify(self, hash: str | bytes, password: str | bytes) -> bool:
            looked[str(password)] += 1
            return super().verify(hash, password)

    monkeypatch.setattr(passwords, "hasher", Counting(time_cost=1, memory_cost=8, parallelism=1))
    rows = len(trail(people))
    for name in ("nobody", ANALYST, "lingdao", "shenji"):  # unknown, wrong password, disabled, in a pause
        assert tried(people, name, f"wrong {name}") == WRONG
    assert sorted(looked.values()) == [1, 1, 1, 1]
    assert len(trail(people)) == rows + 4


def test_a_pause_holds_for_the_right_password_too_and_ends(people: Store) -> None:
    began = now()
    for _ in range(ACCOUNT.free):
        assert tried(people, ANALYST, "wrong", at=began) == WRONG
    assert tried(people, ANALYST, PASSWORD, at=began) == WRONG
    assert tried(people, ANALYST, PASSWORD, THERE, at=began) == WRONG
    assert tried(people, ADMIN, PASSWORD, at=began) == "in"
    assert tried(people, ANALYST, PASSWORD, at=began + timedelta(minutes=1)) == "in"
    assert tried(people, ANALYST, "wrong", at=began + timedelta(minutes=1)) == WRONG
    assert tried(people, ANALYST, PASSWORD, at=began + timedelta(minutes=1)) == "in"


def test_a_new_temporary_password_ends_a_pause(people: Store) -> None:
    for _ in range(ACCOUNT.free):
        tried(people, ANALYST, "wrong")
    assert tried(people, ANALYST, accounts.new_password(people, ANALYST, ADMIN)) == "in"


def test_a_thousand_guesses_are_not_a_thousand_looks() -> None:
    store = Store.open()
    everybody(store)
    began = now()
    said = Counter(tried(store, ANALYST, f"guess number {guess}", at=began) for guess in range(1000))
    assert said.pop(WRONG) == ADDRESS.free
    ((sentence, rest),) = said.items()
    assert rest == 1000 - ADDRESS.free
    assert sentence.startswith("从这个网络地址输错的次数太多")
    whys = Counter(row["detail"].get("why") for row in trail(store, "session.begin"))
    assert whys == {"wrong_password": ACCOUNT.free, "locked": ADDRESS.free - ACCOUNT.free}
    assert tried(store, ANALYST, PASSWORD, THERE, began) == WRONG  # the account pauses, wherever one comes from
    assert tried(store, ADMIN, PASSWORD, THERE, began) == "in"


def test_guesses_from_many_addresses_are_no_more() -> None:
    store = Store.open()
    everybody(store)
    began = now()
    said = {tried(store, ANALYST, "wrong", f"10.0.0.{each}", began) for each in range(200)}
    assert said == {WRONG}
    whys = Counter(row["detail"].get("why") for row in trail(store, "session.begin"))
    assert whys["wrong_password"] == ACCOUNT.free


def test_guesses_at_once_are_no_more_than_guesses_in_a_row() -> None:
    store = Store.open()
    everybody(store)
    began = now()
    with ThreadPoolExecutor(8) as crowd:
        list(crowd.map(lambda each: tried(store, ANALYST, f"guess {each}", at=began), range(24)))
    whys = Counter(row["detail"].get("why") for row in trail(store, "session.begin"))
    assert whys["wrong_password"] == ACCOUNT.free


def test_a_paused_address_says_for_how_long(people: Store) -> None:
    began = now()
    with people.write() as connection:
        for _ in range(ADDRESS.free):
            attempts.take(connection, ADDRESS, HERE, began)
    with pytest.raises(TooMany, match="请过1分钟再试"):
        sign_in(people, ADMIN, PASSWORD, HERE, AGENT, began)


def test_nothing_that_was_typed_is_written_down(people: Store, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    secret = "canary-密码-in-the-wrong-box"
    tried(people, secret, "x")
    tried(people, ANALYST, secret)
    sign_in(people, ANALYST, PASSWORD, HERE, AGENT, now())
    with people.read() as connection:
        kept = [connection.exec_driver_sql(f"SELECT * FROM {table}").all() for table in ("attempt", "session", "audit")]
    for typed in (secret, PASSWORD):
        assert typed not in str(kept) + caplog.text
    assert trail(people, "session.begin")[0]["actor"] == NOBODY


def test_a_digest_of_older_parameters_is_made_anew(people: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passwords, "hasher", PasswordHasher(time_cost=2, memory_cost=8, parallelism=1))
    assert tried(people, ANALYST, PASSWORD) == "in"
    with people.read() as connection:
        kept = dict(connection.exec_driver_sql("SELECT name, password_hash FROM account").all())
    assert [passwords.outdated(kept[name]) for name in (ANALYST, ADMIN)] == [False, True]
    assert tried(people, ANALYST, PASSWORD) == "in"


def changed(store: Store, token: str, current: str, new: str = NEW, again: str | None = None) -> str:
    who = sessions.who(store, token, now())
    assert who
    return change_password(store, who, current, new, new if again is None else again, now())


def test_a_temporary_password_gives_way_to_ones_own(store: Store) -> None:
    temporary = add(store, ADMIN, password=None)
    token = sign_in(store, ADMIN, temporary, HERE, AGENT, now())
    who = sessions.who(store, token, now())
    assert who
    assert who.must_change
    own = sessions.who(store, changed(store, token, temporary), now())
    assert own
    assert not own.must_change
    assert tried(store, ADMIN, temporary) == WRONG
    assert tried(store, ADMIN, NEW) == "in"


def test_changing_it_ends_every_session_and_begins_a_new_one(people: Store) -> None:
    tokens = [sign_in(people, ANALYST, PASSWORD, HERE, AGENT, now()) for _ in range(3)]
    new = changed(people, tokens[0], PASSWORD)
    assert [sessions.who(people, token, now()) for token in tokens] == [None] * 3
    assert new not in tokens
    assert sessions.who(people, new, now())
    (row,) = trail(people, "password.change")
    assert (row["outcome"], row["detail"]) == ("done", {"ended": 2})


@pytest.mark.parametrize(
    ("new", "again", "said"),
    [
        ("short", "short", "至少要12个字符"),
        ("yewu-yewu-2023", "yewu-yewu-2023", "太容易被猜到"),
        (NEW, "something else", "不一样"),
        (PASSWORD, PASSWORD, "和现在的一样"),
    ],
)
def test_a_new_one_that_will_not_do_changes_nothing(people: Store, new: str, again: str, said: str) -> None:
    token = sign_in(people, ANALYST, PASSWORD, HERE, AGENT, now())
    with pytest.raises(BadRequest, match=said):
        changed(people, token, PASSWORD, new, again)
    assert sessions.who(people, token, now())
    assert tried(people, ANALYST, PASSWORD) == "in"


def test_who_found_an_open_session_cannot_guess_the_password_either(people: Store) -> None:
    token = sign_in(people, ANALYST, PASSWORD, HERE, AGENT, now())
    for _ in range(ACCOUNT.free):
        with pytest.raises(NotAllowed, match="现在的密码不对"):
            changed(people, token, "wrong")
    with pytest.raises(NotAllowed, match="现在的密码不对"):
        changed(people, token, PASSWORD)
    assert {row["outcome"] for row in trail(people, "password.change")} == {"refused"}
