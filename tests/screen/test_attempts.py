"""Wrong codes are counted per address and over all, and forgotten after ten minutes."""

from datetime import UTC, datetime, timedelta

from services.screen.attempts import OVER_ALL, PER_ADDRESS, WITHIN, Attempts

NOW = datetime(2023, 10, 31, 9, tzinfo=UTC)


def test_an_address_is_locked_out_after_five_and_let_in_again_later() -> None:
    attempts = Attempts()
    assert [attempts.take("a", NOW) for _ in range(PER_ADDRESS + 1)] == [*[True] * PER_ADDRESS, False]
    assert attempts.take("b", NOW)
    assert not attempts.take("a", NOW + WITHIN - timedelta(seconds=1))
    assert attempts.take("a", NOW + WITHIN)


def test_many_addresses_together_are_locked_out_too() -> None:
    attempts = Attempts()
    assert all(attempts.take(str(number), NOW) for number in range(OVER_ALL))
    assert not attempts.take("another", NOW)


def test_who_knew_a_code_starts_anew() -> None:
    attempts = Attempts()
    for _ in range(3 * PER_ADDRESS):
        assert attempts.take("a", NOW)
        attempts.forgive("a")
