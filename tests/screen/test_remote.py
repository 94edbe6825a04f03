"""A phone, the speaker's desk and a screen that steer one another by their addresses."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest

from services.screen import screens
from services.screen.pairing import Role, code
from services.screen.playlist import DEFAULT, KINDS
from services.screen.routes import routes
from services.screen.steering import COMMANDS
from services.store import Store
from tests.screen.browser import Browser
from tests.screen.wall import town

ROOM = "一号会议室"
STANDS = {"page": 1, "leaf": 2, "leaves": [1, 3, 1, 1, 1, 1, 1], "paused": False, "counter": 0}


class Room:
    """One meeting room with its devices."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.routes = routes(lambda: store)
        self.wall, self.phone, self.desk = (self.device(role) for role in ("screen", "remote", "present"))

    def device(self, role: Role, screen: str = ROOM) -> Browser:
        browser = Browser(self.routes)
        assert browser.pair(code(self.store, screen, role, datetime.now(UTC)).written, role).status == 200
        return browser

    def play(self, **changes: Any) -> dict[str, Any]:
        """Let the wall ask once and report where it stands; give what it was asked for."""
        asked: dict[str, Any] = self.wall.get("/screen/state").json
        assert self.wall.post("/screen/at", {**STANDS, "counter": asked["counter"], **changes}).status == 204
        return asked


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return town(tmp_path_factory.mktemp("remote"))


@pytest.fixture
def room(built: Store) -> Iterator[Room]:
    screens.add(built, ROOM, DEFAULT.name, "甲")
    yield Room(built)
    for each in screens.listed(built):
        screens.revoke(built, each.name, "甲")


def test_a_phone_goes_leaf_by_leaf_and_everybody_sees_it(room: Room) -> None:
    room.play()
    told = room.phone.post("/remote/next", {}).json
    assert (told["page"], told["leaf"], told["online"], told["screen"]) == (2, 0, True, ROOM)
    state = room.wall.get("/screen/state").json
    assert (state["page"], state["leaf"], state["paused"], state["blank"]) == (2, 0, False, False)
    assert state["counter"] > 0
    assert room.desk.get("/remote/now").json == told


def test_the_speaker_steers_too(room: Room) -> None:
    room.play()
    assert room.desk.post("/remote/pause", {"to": 1}).json["paused"] is True
    assert room.phone.post("/remote/goto", {"to": 5}).json["page"] == 5
    state = room.wall.get("/screen/state").json
    assert (state["page"], state["paused"]) == (5, True)


def test_the_phone_follows_a_wall_that_goes_on_by_itself(room: Room) -> None:
    room.play()
    room.play(page=6, leaf=0)
    assert room.phone.get("/remote/now").json["page"] == 6
    assert room.play()["counter"] == 0  # a report is no command


def test_a_wall_that_is_away_is_said_to_be(room: Room) -> None:
    now = room.phone.get("/remote/now").json
    assert (now["online"], "page" in now) == (False, False)
    refused = room.phone.post("/remote/next", {})
    assert (refused.status, "没有连上" in refused.json["message"]) == (400, True)


def test_a_screen_is_steered_by_its_own_phone_only(room: Room) -> None:
    screens.add(room.store, "二号会议室", DEFAULT.name, "甲")
    other = room.device("remote", "二号会议室")
    room.play()
    assert other.get("/remote/now").json["online"] is False
    assert other.post("/remote/next", {}).status == 400
    assert room.wall.get("/screen/state").json["counter"] == 0


def test_the_desk_gets_every_page_with_what_to_say(room: Room) -> None:
    told = room.desk.get("/present/data").json
    shown = room.wall.get("/screen/data").json
    assert told["version"] == shown["version"] == room.phone.get("/remote/now").json["version"]
    assert [page["name"] for page in told["pages"]] == list(KINDS.values())
    assert all(page["notes"] for page in told["pages"] if page["figures"])
    assert not any("notes" in page for page in shown["pages"])


@pytest.mark.parametrize("command", COMMANDS)
def test_only_paired_devices_steer_and_only_from_our_own_pages(room: Room, command: str) -> None:
    room.play()
    assert Browser(room.routes).post(f"/remote/{command}", {"to": 1}).status == 401
    assert room.wall.post(f"/remote/{command}", {"to": 1}).status == 401
    assert room.phone.post(f"/remote/{command}", {"to": 1}, origin="http://evil.example").status == 403
    assert room.phone.get(f"/remote/{command}").status == 405
    assert room.wall.get("/screen/state").json["counter"] == 0


def test_a_report_comes_from_the_wall_only(room: Room) -> None:
    assert room.phone.post("/screen/at", STANDS).status == 401
    assert room.wall.post("/screen/at", STANDS, origin="http://evil.example").status == 403


@pytest.mark.parametrize(
    "wrong",
    [
        {"page": 7}, {"page": -1}, {"page": "1"}, {"page": None}, {"leaf": 3}, {"leaves": []}, {"leaves": "1"},
        {"leaves": [1, "3"]}, {"leaves": [1, 0]}, {"leaves": [1] * 999}, {"counter": None}, {"page": 1.5},
    ],
)  # fmt: skip
def test_a_report_that_makes_no_sense_is_refused(room: Room, wrong: dict[str, Any]) -> None:
    assert room.wall.post("/screen/at", {**STANDS, **wrong}).status == 400
    assert room.phone.get("/remote/now").json["online"] is False


@pytest.mark.parametrize(
    ("command", "sent"), [("goto", {}), ("goto", {"to": 99}), ("goto", {"to": "2"}), ("pause", {"to": "x"})]
)
def test_a_command_that_makes_no_sense_is_refused(room: Room, command: str, sent: dict[str, Any]) -> None:
    room.play()
    assert room.phone.post(f"/remote/{command}", sent).status == 400
    assert room.wall.get("/screen/state").json["counter"] == 0


def test_a_revoked_phone_steers_no_more(room: Room) -> None:
    room.play()
    screens.revoke(room.store, ROOM, "甲")
    assert room.phone.post("/remote/next", {}).status == 401
    assert room.desk.get("/present/data").status == 401
