"""Sessions: begun with a new token, good for a while, ended for good."""

import logging
from datetime import UTC, date, datetime, timedelta

import pytest
import sqlalchemy as sa

from services.access import accounts, sessions
from services.access.sessions import IDLE, LASTS, SEEN_EVERY
from services.errors import BadRequest
from services.store import Store
from services.store.accounts import set_account
from services.store.sessions import SESSION
from tests.access.people import ADMIN, AGENT, ANALYST, add, everybody
from tests.access.trail import trail

NOW = datetime(2023, 10, 31, 8, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


@pytest.fixture
def people(store: Store) -> Store:
    everybody(store)
    return store


def begin(store: Store, name: str = ANALYST, now: datetime = NOW) -> str:
    with store.write() as connection:
        return sessions.begin(connection, name, "10.0.0.3", AGENT, now)


def seen(store: Store) -> datetime:
    with store.read() as connection:
        return connection.execute(sa.select(SESSION.c.seen_at)).scalar_one()


def test_a_token_says_whose_session_it_is(people: Store) -> None:
    token = begin(people)
    who = sessions.who(people, token, NOW)
    assert who
    assert (who.account, who.must_change, who.address, who.agent) == (ANALYST, False, "10.0.0.3", AGENT)
    for other in ("", "x", token[:-1], token + "x", who.digest, begin(people, ADMIN)[::-1]):
        assert sessions.who(people, other, NOW) is None


def test_only_the_digest_is_kept(people: Store) -> None:
    token = begin(people)
    assert len(token) >= 43  # 32 bytes
    with people.read() as connection:
        assert token not in str(connection.execute(sa.select(SESSION)).all())


def test_half_an_hour_idle_ends_it(people: Store) -> None:
    token = begin(people)
    assert sessions.who(people, token, NOW + IDLE) is None
    assert sessions.who(people, token, NOW + IDLE - MINUTE)
    assert sessions.who(people, token, NOW + IDLE + MINUTE)


def test_eight_hours_end_it_however_busy(people: Store) -> None:
    token, now = begin(people), NOW
    while now + 20 * MINUTE < NOW + LASTS:
        now += 20 * MINUTE
        assert sessions.who(people, token, now)
    assert sessions.who(people, token, NOW + LASTS) is None


def test_use_is_noted_once_a_minute_and_not_by_a_mere_look(people: Store) -> None:
    token = begin(people)
    sessions.who(people, token, NOW + SEEN_EVERY)
    assert seen(people) == NOW
    later = NOW + SEEN_EVERY + timedelta(seconds=1)
    sessions.who(people, token, later, touch=False)
    assert seen(people) == NOW
    sessions.who(people, token, later)
    assert seen(people) == later


def test_a_busy_store_keeps_nobody_waiting(tmp_path: object) -> None:
    store = Store.open()
    add(store)
    token = begin(store, ADMIN)
    with store.write():
        assert sessions.who(store, token, NOW + 5 * MINUTE)
    assert seen(store) == NOW


@pytest.mark.parametrize("values", [{"disabled": True}, {"expires_on": date(2023, 10, 30)}])
def test_it_ends_with_its_account(people: Store, values: dict[str, object]) -> None:
    token = begin(people)
    with people.write() as connection:
        set_account(connection, ANALYST, **values)
    assert sessions.who(people, token, NOW) is None
    assert sessions.listed(people, NOW, ANALYST) == []


def test_the_last_day_of_an_account_is_a_good_one(people: Store) -> None:
    token = begin(people)
    with people.write() as connection:
        set_account(connection, ANALYST, expires_on=NOW.astimezone().date())
    assert sessions.who(people, token, NOW)


def test_an_ended_one_stays_ended(people: Store) -> None:
    token = begin(people)
    who = sessions.who(people, token, NOW)
    assert who
    sessions.end(people, ANALYST, who.digest, NOW)
    assert sessions.who(people, token, NOW) is None
    with pytest.raises(BadRequest, match="已经结束"):
        sessions.end(people, ANALYST, who.digest, NOW)


def test_only_ones_own_can_be_ended(people: Store) -> None:
    token = begin(people, ADMIN)
    who = sessions.who(people, token, NOW)
    assert who
    with pytest.raises(BadRequest):
        sessions.end(people, ANALYST, who.digest, NOW)
    assert sessions.who(people, token, NOW)


def test_own_ones_are_listed_and_all_others_ended(people: Store) -> None:
    begin(people, ADMIN)
    first, second, third = (begin(people, now=NOW + each * MINUTE) for each in range(3))
    now = NOW + 3 * MINUTE
    listed = sessions.listed(people, now, ANALYST)
    assert [each.made_at for each in listed] == [NOW + 2 * MINUTE, NOW + MINUTE, NOW]
    assert len(sessions.listed(people, now)) == 4
    this = sessions.who(people, second, now)
    assert this
    assert sessions.end_other(people, ANALYST, this.digest, now) == 2
    assert [sessions.who(people, token, now) is not None for token in (first, second, third)] == [False, True, False]
    assert len(sessions.listed(people, now, ADMIN)) == 1


def test_old_ones_are_forgotten_when_another_begins(people: Store) -> None:
    begin(people)
    begin(people, now=NOW + timedelta(days=31))
    with people.read() as connection:
        assert connection.execute(sa.select(sa.func.count()).select_from(SESSION)).scalar_one() == 1


def test_every_end_is_in_the_audit_and_no_token_in_audit_or_log(
    people: Store, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    token, other = begin(people), begin(people)
    who = sessions.who(people, token, NOW)
    assert who
    sessions.end_other(people, ANALYST, who.digest, NOW)
    sessions.end(people, ANALYST, who.digest, NOW)
    assert [row["outcome"] for row in trail(people, "session.end")] == ["done", "done"]
    for secret in (token, other):
        assert secret not in str(trail(people)) + caplog.text


def test_a_session_of_a_disabled_account_cannot_come_back(people: Store) -> None:
    token = begin(people)
    accounts.disable(people, ANALYST, ADMIN)
    accounts.disable(people, ANALYST, ADMIN, disabled=False)
    assert sessions.who(people, token, NOW) is None
