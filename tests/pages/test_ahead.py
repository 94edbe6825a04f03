"""What was asked at one state of the store is asked at the next by itself, and only once."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from pages.parts import ahead as asked
from pages.parts import data, measured
from pages.parts.ahead import KEPT, State, again, ahead
from services.errors import BadRequest

OCTOBER, NOVEMBER = date(2023, 10, 31), date(2023, 11, 1)
OLD, NEW = State("store 5", OCTOBER, 5), State("store 6", NOVEMBER, 6)


@pytest.fixture(autouse=True)
def nothing_asked() -> Iterator[None]:
    asked._asked.clear()
    yield
    asked._asked.clear()


def questions() -> tuple[list[tuple[object, ...]], object]:
    """Give a list that grows with each question, and what is asked."""
    heard: list[tuple[object, ...]] = []

    @ahead
    def figure(stamp: str, indicator: str, as_of: date, batch: int, where: tuple[tuple[str, str], ...] = ()) -> int:
        heard.append((stamp, indicator, as_of, batch, where))
        return len(heard)

    return heard, figure


def test_the_newest_batch_and_day_become_those_of_the_new_state() -> None:
    heard, figure = questions()
    figure("store 5", "K01", OCTOBER, 5, ())
    assert again(OLD, NEW) == 1
    assert heard[1:] == [("store 6", "K01", NOVEMBER, 6, ())]


def test_what_is_fixed_stays_as_it_was() -> None:
    heard, figure = questions()
    figure("store 5", "K01", date(2023, 9, 30), 3, ())
    again(OLD, NEW)
    assert heard[1:] == [("store 6", "K01", date(2023, 9, 30), 3, ())]


def test_days_and_moments_in_a_row_move_too() -> None:
    heard: list[tuple[object, ...]] = []

    @ahead
    def changed(stamp: str, then: tuple[date, int], until: tuple[date, int], days: tuple[date, ...]) -> None:
        heard.append((then, until, days))

    changed("store 5", (OCTOBER, 4), (OCTOBER, 5), (date(2023, 9, 30), OCTOBER))
    again(OLD, NEW)
    assert heard[1:] == [((NOVEMBER, 4), (NOVEMBER, 6), (date(2023, 9, 30), NOVEMBER))]


def test_a_slice_is_not_asked_again() -> None:
    heard, figure = questions()
    figure("store 5", "K01", OCTOBER, 5, (("domain", "机关"),))
    assert again(OLD, NEW) == 0
    assert len(heard) == 1


def test_a_question_goes_on_from_state_to_state() -> None:
    heard, figure = questions()
    figure("store 5", "K01", OCTOBER, 5, ())
    again(OLD, NEW)
    later = State("store 7", NOVEMBER, 7)
    assert again(NEW, later) == 1
    assert heard[-1] == ("store 7", "K01", NOVEMBER, 7, ())


def test_of_too_many_questions_the_oldest_are_forgotten() -> None:
    heard, figure = questions()
    for number in range(KEPT + 2):
        figure("store 5", f"{number}", OCTOBER, 5, ())
    figure("store 5", "2", OCTOBER, 5, ())
    assert again(OLD, NEW) == KEPT
    assert [each[1] for each in heard[-KEPT:]] == [*(f"{number}" for number in range(3, KEPT + 2)), "2"]


def test_one_that_fails_is_told_and_the_others_are_asked(caplog: pytest.LogCaptureFixture) -> None:
    heard, figure = questions()

    @ahead
    def broken(stamp: str) -> None:
        if stamp == "store 6":
            raise BadRequest("不行")

    broken("store 5")
    figure("store 5", "K01", OCTOBER, 5, ())
    assert again(OLD, NEW) == 2
    assert heard[-1][0] == "store 6"
    assert "不行" in caplog.text


def test_no_question_shows_streamlits_own_sentence_about_it() -> None:
    for place in (data, measured):
        written = Path(place.__file__).read_text("utf-8")
        assert written.count("@st.cache_data(") == written.count("show_spinner=False") > 0
