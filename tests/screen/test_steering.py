"""Steering: whatever is asked in whatever order, a page and a leaf that are there."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.errors import BadRequest
from services.screen.steering import ONLINE, Asked, Position, Positions, steer

WALL = Position(page=1, leaf=2, leaves=(1, 3, 2))


@st.composite
def positions(draw: st.DrawFn) -> Position:
    leaves = tuple(draw(st.lists(st.integers(1, 6), min_size=1, max_size=9)))
    page = draw(st.integers(0, len(leaves) - 1))
    return Position(page, draw(st.integers(0, leaves[page] - 1)), leaves, draw(st.booleans()), draw(st.booleans()))


ANY = st.sampled_from([("next", None), ("back", None), ("pause", None), ("pause", 1), ("blank", 0), ("goto", 0)])


@given(positions(), st.lists(ANY, max_size=30))
def test_every_way_ends_on_a_page_that_is_there(at: Position, ways: list[tuple[str, int | None]]) -> None:
    for command, to in ways:
        at = steer(at, command, to)
    assert 0 <= at.page < len(at.leaves)
    assert 0 <= at.leaf < at.leaves[at.page]


@given(positions())
def test_back_takes_next_back_and_the_other_way_round(at: Position) -> None:
    lit = replace(at, blank=False)
    assert steer(steer(at, "next"), "back") == lit
    assert steer(steer(at, "back"), "next") == lit


@given(positions())
def test_next_comes_round_through_every_leaf_once(at: Position) -> None:
    seen = [at := steer(at, "next") for _ in range(sum(at.leaves))]
    assert len({(each.page, each.leaf) for each in seen}) == sum(at.leaves)


@given(positions(), st.sampled_from(["pause", "blank"]))
def test_a_switch_moves_nothing_and_goes_back(at: Position, command: str) -> None:
    switched = steer(at, command)
    assert (switched.page, switched.leaf) == (at.page, at.leaf)
    assert steer(switched, command) == at
    assert steer(steer(at, command, 1), command, 1) == steer(at, command, 1)


def test_next_goes_from_the_last_leaf_to_the_next_page() -> None:
    assert steer(WALL, "next") == Position(2, 0, (1, 3, 2))
    assert steer(Position(2, 0, (1, 3, 2)), "back") == WALL


@pytest.mark.parametrize("command", ["next", "back", "goto"])
def test_whoever_calls_a_page_wants_to_see_it(command: str) -> None:
    assert not steer(replace(WALL, blank=True), command, 0).blank


@pytest.mark.parametrize(("command", "to"), [("goto", 3), ("goto", -1), ("goto", None), ("stop", None)])
def test_what_is_not_there_is_refused(command: str, to: int | None) -> None:
    with pytest.raises(BadRequest):
        steer(WALL, command, to)


@pytest.mark.parametrize(
    "wrong", [{"page": 3}, {"leaf": 3}, {"leaves": ()}, {"leaves": (1, 0, 1)}, {"leaves": (1,) * 99}]
)
def test_a_screen_cannot_stand_where_nothing_is(wrong: dict[str, int]) -> None:
    with pytest.raises(BadRequest):
        replace(WALL, **wrong)


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def steered(clock: Clock) -> Positions:
    held = Positions(clock, start=40)
    held.asked("甲")
    held.report("甲", WALL, 0)
    return held


def test_a_command_starts_where_the_screen_went_by_itself(steered: Positions) -> None:
    steered.report("甲", Position(2, 1, (1, 3, 2)), 0)
    assert steered.command("甲", "next") == Position(0, 0, (1, 3, 2))
    assert steered.asked("甲") == Asked(41, Position(0, 0, (1, 3, 2)))


def test_commands_add_up_before_the_screen_asks(steered: Positions) -> None:
    steered.command("甲", "next")
    steered.command("甲", "next")
    assert steered.asked("甲") == Asked(42, Position(2, 1, (1, 3, 2)))


def test_a_report_that_crosses_a_command_does_not_undo_it(steered: Positions) -> None:
    sent = steered.command("甲", "goto", 0)
    steered.report("甲", WALL, 0)
    assert steered.now("甲") == sent
    steered.report("甲", WALL, 41)
    assert steered.now("甲") == WALL


def test_a_report_from_before_it_does_not_light_a_screen_made_black(steered: Positions) -> None:
    steered.command("甲", "blank")
    steered.report("甲", WALL, 0)
    assert steered.now("甲") == replace(WALL, blank=True)


def test_a_key_on_the_screen_itself_lights_it(steered: Positions) -> None:
    steered.command("甲", "blank")
    steered.report("甲", WALL, 41)
    assert steered.now("甲") == WALL


def test_a_screen_that_was_black_is_so_after_the_server_was_restarted(clock: Clock) -> None:
    restarted = Positions(clock, start=90)
    restarted.asked("甲")
    restarted.report("甲", replace(WALL, blank=True), 41)
    assert restarted.asked("甲") == Asked(0, replace(WALL, blank=True))


def test_the_number_of_the_last_command_tells_that_there_is_news(steered: Positions) -> None:
    before = steered.number()
    steered.report("甲", WALL, 0)
    assert steered.number() == before
    steered.command("甲", "next")
    assert steered.number() != before


def test_a_screen_that_is_silent_is_not_steered(steered: Positions, clock: Clock) -> None:
    clock.now += ONLINE + 1
    assert steered.now("甲") is None
    with pytest.raises(BadRequest, match="没有连上"):
        steered.command("甲", "next")
    steered.asked("甲")
    assert steered.now("甲") == WALL


def test_screens_do_not_steer_one_another(steered: Positions) -> None:
    steered.asked("乙")
    steered.report("乙", WALL, 0)
    steered.command("乙", "goto", 0)
    assert steered.now("甲") == WALL
    assert steered.now("丙") is None


def test_another_wall_in_its_place_starts_anew(steered: Positions) -> None:
    steered.command("甲", "blank")
    steered.forget("甲")
    assert steered.asked("甲") is None
    steered.report("甲", WALL, 0)
    assert steered.asked("甲") == Asked(0, WALL)
