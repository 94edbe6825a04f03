"""Pairing: a code works once, for its role, for its time; nothing that opens anything is ever kept."""

from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa

from services.errors import BadRequest
from services.screen import pairing, screens
from services.screen.pairing import ALPHABET, LASTS, LENGTH, Code, Paired, code, known, redeem, unpair
from services.screen.playlist import DEFAULT
from services.store import Store
from services.store.tables import Table

NOW = datetime(2023, 10, 31, 9, tzinfo=UTC)
ROOM = "一号会议室"


@pytest.fixture
def waiting(store: Store) -> Code:
    screens.add(store, ROOM, DEFAULT.name, "甲")
    return code(store, ROOM, "screen", NOW)


def test_a_code_is_eight_signs_that_nobody_confuses(waiting: Code) -> None:
    assert len(waiting.written) == LENGTH == 8
    assert set(waiting.written) <= set(ALPHABET)
    assert not set(ALPHABET) & set("0O1IL2Z5S8BUV")
    assert waiting.expires_at == NOW + timedelta(minutes=10)


def test_who_types_it_is_paired_with_the_screen_and_its_playlist(store: Store, waiting: Code) -> None:
    screen, token = redeem(store, "screen", waiting.written, NOW)
    assert screen == ROOM
    assert known(store, "screen", token, NOW) == Paired(ROOM, "screen", DEFAULT)
    assert known(store, "remote", token, NOW) is None
    assert known(store, "screen", token[:-1], NOW) is None


def test_small_and_wide_letters_blanks_and_dashes_are_the_same_code(store: Store, waiting: Code) -> None:
    wide = "".join(chr(ord(sign) + 0xFEE0) for sign in waiting.written[:4].lower())
    redeem(store, "screen", f" {wide} - {waiting.written[4:]}", NOW)


def test_a_code_works_once(store: Store, waiting: Code) -> None:
    redeem(store, "screen", waiting.written, NOW)
    with pytest.raises(BadRequest):
        redeem(store, "screen", waiting.written, NOW)


def test_anything_else_is_refused(store: Store, waiting: Code) -> None:
    for typed in ("", "AAAAAAAA", "A" * 100000, "配对码", "' OR 1=1 --", waiting.written[:-1], f"{waiting.written}A"):
        with pytest.raises(BadRequest):
            redeem(store, "screen", typed, NOW)


def test_a_code_is_for_its_time_and_its_role(store: Store, waiting: Code) -> None:
    for role, now in (("screen", waiting.expires_at), ("remote", NOW), ("present", NOW)):
        with pytest.raises(BadRequest):
            redeem(store, role, waiting.written, now)
    redeem(store, "screen", waiting.written, waiting.expires_at - timedelta(seconds=1))


def test_a_new_code_makes_the_old_one_void_but_the_device_stays_until_it_is_typed(store: Store, waiting: Code) -> None:
    _, token = redeem(store, "screen", waiting.written, NOW)
    second = code(store, ROOM, "screen", NOW)
    third = code(store, ROOM, "screen", NOW)
    assert known(store, "screen", token, NOW)
    with pytest.raises(BadRequest):
        redeem(store, "screen", second.written, NOW)
    redeem(store, "screen", third.written, NOW)
    assert known(store, "screen", token, NOW) is None


def test_what_is_taken_back_is_unknown_at_once(store: Store, waiting: Code) -> None:
    _, token = redeem(store, "screen", waiting.written, NOW)
    _, phone = redeem(store, "remote", code(store, ROOM, "remote", NOW).written, NOW)
    unpair(store, ROOM, "remote", "甲")
    assert known(store, "remote", phone, NOW) is None
    assert known(store, "screen", token, NOW)
    third = code(store, ROOM, "present", NOW)
    screens.revoke(store, ROOM, "甲")
    assert known(store, "screen", token, NOW) is None
    with pytest.raises(BadRequest):
        redeem(store, "present", third.written, NOW)
    assert screens.listed(store) == []
    screens.add(store, ROOM, DEFAULT.name, "甲")
    assert known(store, "screen", token, NOW) is None


def test_what_there_is_none_of_cannot_be_taken_back_or_paired(store: Store, waiting: Code) -> None:
    for work in (
        lambda: screens.revoke(store, "没有的", "甲"),
        lambda: unpair(store, ROOM, "remote", "甲"),
        lambda: code(store, "没有的", "screen", NOW),
        lambda: code(store, ROOM, "screen", NOW, minutes=61),
        lambda: screens.add(store, ROOM, DEFAULT.name, "甲"),
        lambda: screens.add(store, "二号", "没有的", "甲"),
        lambda: screens.add(store, " ", DEFAULT.name, "甲"),
        lambda: screens.show(store, "没有的", DEFAULT.name),
    ):
        with pytest.raises(BadRequest):
            work()


def test_a_pairing_ends_by_itself(store: Store, waiting: Code) -> None:
    for role in pairing.ROLES:
        _, token = redeem(store, role, code(store, ROOM, role, NOW).written, NOW)
        assert known(store, role, token, NOW + LASTS[role])
        assert known(store, role, token, NOW + LASTS[role] + timedelta(seconds=1)) is None


def test_being_seen_is_noted_once_a_minute(store: Store, waiting: Code) -> None:
    _, token = redeem(store, "screen", waiting.written, NOW)
    seen = []
    for seconds in (30, 61, 90, 130):
        known(store, "screen", token, NOW + timedelta(seconds=seconds))
        seen.append(screens.listed(store)[0].devices["screen"].seen_at - NOW)
    assert [each.seconds for each in seen] == [0, 61, 61, 130]


def test_neither_code_nor_token_is_anywhere_in_the_store(store: Store, waiting: Code) -> None:
    second = code(store, ROOM, "remote", NOW)
    _, token = redeem(store, "screen", waiting.written, NOW)
    with store.read() as connection:
        kept = [str(tuple(row)) for name in ("screen", "pairing", "playlist", "note")
                for row in connection.execute(sa.select(Table.metadata.tables[name]))]  # fmt: skip
    assert len(kept) == 3
    for secret in (waiting.written, second.written, token):
        assert not [row for row in kept if secret in row]
