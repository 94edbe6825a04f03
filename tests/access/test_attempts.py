"""Pauses after wrong passwords: they double, they end, they are kept, and many tries at once are no way around them."""

from datetime import UTC, datetime, timedelta

import pytest

from services.access import attempts
from services.access.attempts import ACCOUNT, ADDRESS, LONGEST_PAUSE, Limit, pause
from services.store import Store

NOW = datetime(2023, 10, 31, 8, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def take(store: Store, limit: Limit, name: str, now: datetime) -> int | None:
    with store.write() as connection:
        return attempts.take(connection, limit, name, now)


def locked(store: Store, limit: Limit, name: str, now: datetime) -> datetime | None:
    with store.read() as connection:
        return attempts.locked(connection, limit, name, now)


def test_pauses_double_up_to_a_quarter_of_an_hour() -> None:
    minutes = [pause(ACCOUNT, failures) / MINUTE for failures in range(12)]
    assert minutes == [0, 0, 0, 0, 0, 1, 2, 4, 8, 15, 15, 15]
    assert pause(ACCOUNT, 10_000) == LONGEST_PAUSE


@pytest.mark.parametrize("limit", [ACCOUNT, ADDRESS])
def test_so_many_are_free_then_none_is_looked_at_for_a_minute(store: Store, limit: Limit) -> None:
    assert [take(store, limit, "甲", NOW) for _ in range(limit.free)] == list(range(1, limit.free + 1))
    assert take(store, limit, "甲", NOW) is None
    assert locked(store, limit, "甲", NOW) == NOW + MINUTE
    assert locked(store, limit, "乙", NOW) is None
    assert take(store, limit, "甲", NOW + MINUTE) == limit.free + 1
    assert locked(store, limit, "甲", NOW + MINUTE) == NOW + 3 * MINUTE


def test_a_try_during_a_pause_does_not_lengthen_it(store: Store) -> None:
    for _ in range(100):
        take(store, ACCOUNT, "甲", NOW)
    assert locked(store, ACCOUNT, "甲", NOW) == NOW + MINUTE


def test_guessing_all_day_gets_about_a_hundred_looks(store: Store) -> None:
    looked = sum(take(store, ACCOUNT, "甲", NOW + each * MINUTE) is not None for each in range(24 * 60))
    assert 90 < looked < 110


def test_the_store_keeps_them(store: Store) -> None:
    for _ in range(ACCOUNT.free):
        take(store, ACCOUNT, "甲", NOW)
    again = Store.open(store.engine.url.render_as_string(hide_password=False))
    assert take(again, ACCOUNT, "甲", NOW) is None


def test_old_ones_are_forgotten(store: Store) -> None:
    for _ in range(ACCOUNT.free - 1):
        take(store, ACCOUNT, "甲", NOW)
    assert take(store, ACCOUNT, "甲", NOW + ACCOUNT.forgotten) == 1


def test_a_right_one_forgets_the_account_and_takes_one_back_from_the_address(store: Store) -> None:
    for _ in range(ADDRESS.free):
        take(store, ADDRESS, "10.0.0.3", NOW)
    take(store, ACCOUNT, "甲", NOW)
    with store.write() as connection:
        attempts.forget(connection, "甲")
        attempts.take_back(connection, "10.0.0.3")
        attempts.take_back(connection, "10.0.0.4")
    assert take(store, ACCOUNT, "甲", NOW) == 1
    assert locked(store, ADDRESS, "10.0.0.3", NOW) is None
    assert take(store, ADDRESS, "10.0.0.3", NOW) == ADDRESS.free
