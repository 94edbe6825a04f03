"""The wall's addresses: nothing without pairing, nothing twice, nothing from elsewhere, and safe headers on all."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
from starlette.routing import Route

from services.screen import door, screens
from services.screen.attempts import LOCKED, PER_ADDRESS
from services.screen.pairing import Role, code
from services.screen.playlist import DEFAULT
from services.screen.routes import routes
from services.store import Store
from tests.pages.town import build
from tests.screen.browser import Browser

ROOM = "一号会议室"


@pytest.fixture
def town() -> Store:
    store = Store.open()
    build(store)
    screens.add(store, ROOM, DEFAULT.name, "甲")
    return store


@pytest.fixture
def server(town: Store) -> list[Route]:
    return routes(lambda: town)


def new(store: Store, role: Role = "screen", minutes_ago: int = 0) -> str:
    return code(store, ROOM, role, datetime.now(UTC) - timedelta(minutes=minutes_ago)).written


def paired(store: Store, server: list[Route], role: Role = "screen") -> Browser:
    browser = Browser(server)
    assert browser.pair(new(store, role), role).status == 200
    return browser


def test_every_address_but_the_pages_their_files_and_pairing_is_closed(town: Store, server: list[Route]) -> None:
    stranger, wall = Browser(server), paired(town, server)
    phone = paired(town, server, "remote")
    open_to_all = {"/screen", "/screen/preview", "/remote", "/present"}
    open_to_all |= {"/screen/pair", "/remote/pair", "/present/pair"}
    closed = [route for route in server if route.path not in open_to_all and "/static/" not in route.path]
    assert len(closed) >= 2
    for route in closed:
        for other in (stranger, phone if route.path.startswith("/screen/") else wall):
            ask = other.post(route.path, {}) if "POST" in route.methods else other.get(route.path)
            assert ask.status == 401, route.path
            assert ask.headers["cache-control"] == "no-store"
            assert list(ask.json) == ["message"]


def test_every_answer_has_the_headers_that_keep_it_safe(town: Store, server: list[Route]) -> None:
    wall = paired(town, server)
    for path in ("/screen", "/screen/static/screen.js", "/screen/static/screen.css", "/screen/data", "/screen/state"):
        headers = wall.get(path).headers
        policy = headers["content-security-policy"]
        assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'")
        assert "unsafe" not in policy
        assert "frame-ancestors 'none'" in policy
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"
        assert headers["cache-control"] == ("no-store" if path in ("/screen/data", "/screen/state") else "no-cache")


def test_only_the_preview_may_stand_in_a_page_of_our_own(server: list[Route]) -> None:
    policy = Browser(server).get("/screen/preview").headers["content-security-policy"]
    assert policy.endswith("frame-ancestors 'self'")
    for path in ("/screen", "/remote", "/present"):
        assert "frame-ancestors 'none'" in Browser(server).get(path).headers["content-security-policy"]


@pytest.mark.parametrize("path", ["/screen", "/screen/static/screen.js", "/screen/static/screen.css", "/screen/data"])
def test_what_a_browser_has_is_not_sent_again(town: Store, server: list[Route], path: str) -> None:
    wall = paired(town, server)
    first = wall.get(path)
    assert first.status == 200
    again = wall.get(path, if_none_match=first.headers["etag"])
    assert (again.status, again.body, again.headers["etag"]) == (304, b"", first.headers["etag"])
    assert wall.get(path, if_none_match='"other"').body == first.body


def test_the_wall_is_sent_its_picture_and_its_state(town: Store, server: list[Route]) -> None:
    wall = paired(town, server)
    picture = wall.get("/screen/data").json
    assert picture["screen"] == ROOM
    assert [page["kind"] for page in picture["pages"]] == [kind for kind, _ in DEFAULT.pages]
    state = wall.get("/screen/state").json
    assert state["version"] == picture["version"]
    assert state["counter"] == 0


def test_who_knows_the_state_is_answered_when_there_is_news(
    town: Store, server: list[Route], monkeypatch: pytest.MonkeyPatch
) -> None:
    wall, phone = paired(town, server), paired(town, server, "remote")
    at = {"page": 0, "leaf": 0, "leaves": [1, 1], "paused": False, "blank": False, "counter": 0}
    wall.get("/screen/state")
    assert wall.post("/screen/at", at).status == 204
    known = wall.get("/screen/state").headers["etag"]
    monkeypatch.setattr(door, "HOLD", 600.0)
    with ThreadPoolExecutor() as apart:
        asked = apart.submit(wall.get, "/screen/state", if_none_match=known)
        assert phone.post("/remote/next", {}).status == 200
        assert asked.result().json["page"] == 1
    monkeypatch.setattr(door, "HOLD", 0.0)
    known = wall.get("/screen/state").headers["etag"]
    assert wall.get("/screen/state", if_none_match=known).status == 304


def test_no_parameter_changes_what_is_sent(town: Store, server: list[Route]) -> None:
    wall = paired(town, server)
    assert (
        wall.get("/screen/data?as_of=2020-01-01&batch=0&playlist=x&domain=机关").body == wall.get("/screen/data").body
    )
    assert Browser(server).get("/screen/data?code=AAAAAAAA&token=x").status == 401


def test_the_token_is_in_a_cookie_that_nothing_else_can_read(town: Store, server: list[Route]) -> None:
    for scheme in ("http", "https"):
        browser = Browser(server, scheme=scheme)
        answer = browser.pair(new(town))
        assert answer.json == {"screen": ROOM}
        parts = answer.headers["set-cookie"].lower().split("; ")
        assert {"httponly", "samesite=strict", "path=/"} <= set(parts)
        assert ("secure" in parts) is (scheme == "https")
        assert len(browser.cookies["paired_screen"]) >= 43  # 32 bytes


def test_a_used_or_late_code_does_not_pair(town: Store, server: list[Route]) -> None:
    typed = new(town)
    assert Browser(server).pair(typed).status == 200
    again = Browser(server)
    assert (again.pair(typed).status, again.cookies) == (403, {})
    assert again.pair(new(town, minutes_ago=11)).status == 403
    assert again.pair(new(town, "remote")).status == 403


def test_the_next_question_of_a_revoked_screen_is_refused(town: Store, server: list[Route]) -> None:
    wall = paired(town, server)
    etag = wall.get("/screen/data").headers["etag"]
    screens.revoke(town, ROOM, "甲")
    assert wall.get("/screen/state").status == 401
    assert wall.get("/screen/data", if_none_match=etag).status == 401


def test_after_five_wrong_codes_even_the_right_one_is_not_looked_at(town: Store, server: list[Route]) -> None:
    guesser, typed = Browser(server), new(town)
    assert {guesser.pair("AAAAAAAA").status for _ in range(PER_ADDRESS)} == {403}
    locked = guesser.pair(typed)
    assert (locked.status, locked.json["message"]) == (429, LOCKED)
    assert Browser(server, address="10.0.0.2").pair(typed).status == 200


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 200),
        ({"origin": None, "sec_fetch_site": "same-origin"}, 200),
        ({"content_type": "application/json; charset=utf-8"}, 200),
        ({"origin": None}, 403),
        ({"origin": "null"}, 403),
        ({"origin": "http://evil.example"}, 403),
        ({"origin": "http://kanban.example:8080"}, 403),
        ({"origin": "http://kanban.example.evil.example"}, 403),
        ({"origin": None, "sec_fetch_site": "same-site"}, 403),
        ({"sec_fetch_site": "cross-site"}, 403),
        ({"content_type": "text/plain"}, 415),
        ({"content_type": "application/x-www-form-urlencoded"}, 415),
        ({"content_type": None}, 415),
    ],
)
def test_a_command_comes_from_our_own_pages_only(
    town: Store, server: list[Route], headers: dict[str, str], status: int
) -> None:
    browser = Browser(server)
    assert browser.post("/screen/pair", {"code": new(town)}, **headers).status == status
    assert bool(browser.cookies) is (status == 200)


def test_what_is_no_short_json_object_is_refused(server: list[Route]) -> None:
    for sent in (b"", b"x", b"[]", b"1", b'"AAAAAAAA"', b"[" * 4000, b"{" + b" " * 5000 + b"}", b"\xff"):
        assert Browser(server).post("/screen/pair", sent).status == 415, sent


def test_a_code_that_is_no_text_is_a_wrong_one(server: list[Route]) -> None:
    for sent in ({}, {"code": None}, {"code": ["A"]}, {"code": 12345678}):
        assert Browser(server).post("/screen/pair", sent).status == 403, sent


def test_only_the_files_of_the_page_are_served(server: list[Route]) -> None:
    for path in ("/screen/static/../routes.py", "/screen/static/", "/screen/static/screen.html", "/screen/routes.py"):
        assert Browser(server).get(path).status == 404, path


def test_a_code_in_an_address_is_no_way_in(town: Store, server: list[Route]) -> None:
    typed = new(town)
    browser = Browser(server)
    assert browser.get(f"/screen/pair?code={typed}").status == 405
    assert browser.post(f"/screen/pair?code={typed}", {}).status == 403
    assert browser.cookies == {}
