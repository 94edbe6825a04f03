"""What every page of signing in keeps to: safe answers, nothing done for a form of another page or by a mere look."""

from typing import Any

import pytest
from starlette.routing import Route

from services.access import sessions
from services.access.pages.page import bounce
from services.access.pages.routes import routes
from services.errors import StoreUnusable
from services.store import Store
from tests.access.pages.conftest import NAME, NEW, is_in
from tests.access.people import ANALYST, LEADER, PASSWORD
from tests.access.visitor import HOST, Visitor, words


def test_every_answer_is_safe_and_without_a_script(server: list[Route], analyst: Visitor) -> None:
    for path in ("/sign-in", "/sign-out", "/password", "/sessions", "/sign-in/look.css", "/oidc/start", "/oidc/back"):
        for visitor in (analyst, Visitor(server)):
            answer = visitor.open(path)
            policy = answer.headers["content-security-policy"]
            assert policy.startswith("default-src 'none'; style-src 'self'; ")
            assert "unsafe" not in policy
            assert "script" not in policy
            assert "frame-ancestors 'none'" in policy
            assert answer.headers["cache-control"] in {"no-store", "no-cache"}
            assert answer.headers["x-content-type-options"] == "nosniff"
            assert answer.headers["referrer-policy"] == "same-origin"
            for part in (b"<script", b"<style", b" style=", b" onclick", b"http://", b"https://"):
                assert part not in answer.body


@pytest.mark.parametrize("path", ["/sign-out", "/password", "/sessions"])
def test_without_a_session_there_is_only_the_way_to_one(server: list[Route], path: str) -> None:
    visitor = Visitor(server)
    assert (visitor.open(path).status, visitor.open(path).headers["location"]) == (303, "/sign-in")
    answer = visitor.send(path, {"form": "x"})
    assert (answer.status, answer.body) == (303, b"")


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": None}, {"origin": "null"}, {"origin": "http://evil.example"}, {"origin": f"http://{HOST}:8080"},
        {"origin": f"http://{HOST}.evil.example"}, {"origin": None, "sec_fetch_site": "same-site"},
        {"sec_fetch_site": "cross-site"}, {"content_type": "application/json"}, {"content_type": "text/plain"},
        {"content_type": None},
    ],
)  # fmt: skip
def test_a_form_of_another_page_does_nothing(server: list[Route], analyst: Visitor, headers: dict[str, Any]) -> None:
    stranger = Visitor(server)
    fields = {"name": ANALYST, "password": PASSWORD}
    assert stranger.send("/sign-in", fields, **headers).status in {403, 415}
    assert stranger.cookies == {}
    form = analyst.token()
    for path in ("/sign-out", "/sessions", "/password"):
        answer = analyst.send(path, {"form": form, "others": "1"}, **headers)
        assert answer.status in {403, 415}
        assert "没有照办" in words(answer)
    assert is_in(analyst)


def test_a_form_without_its_sessions_token_does_nothing(server: list[Route], analyst: Visitor) -> None:
    other = Visitor(server)
    other.sign_in(LEADER, PASSWORD)
    digest_of_cookie = sessions.digest(analyst.cookies[NAME])
    for form in ({}, {"form": ""}, {"form": "x"}, {"form": "密"}, {"form": other.token()}, {"form": digest_of_cookie}):
        for path in ("/sign-out", "/sessions", "/password"):
            answer = analyst.send(path, {**form, "others": "1", "current": PASSWORD, "new": NEW, "again": NEW})
            assert (answer.status, "失效" in words(answer)) == (403, True)
    assert is_in(analyst)


def test_what_is_no_short_form_is_refused(server: list[Route]) -> None:
    visitor = Visitor(server)
    many = {f"field{each}": "x" for each in range(100)}
    for fields in ({"name": "x" * 9000}, many):
        assert visitor.send("/sign-in", fields).status == 415
    assert visitor.post("/sign-in", "密".encode(), content_type="application/x-www-form-urlencoded").status == 415
    assert visitor.send("/sign-in", {}).status == 403


def test_opening_a_page_changes_nothing(analyst: Visitor) -> None:
    for path in (
        "/sign-out",
        "/sign-out?form=x",
        "/password?new=x",
        "/sessions?others=1",
        "/sign-in?name=x&password=y",
    ):
        analyst.open(path)
    assert is_in(analyst)


def test_what_others_wrote_is_shown_as_text_only(server: list[Route]) -> None:
    visitor = Visitor(server, address="<img src=x>")
    visitor.send("/sign-in", {"name": ANALYST, "password": PASSWORD}, user_agent="<script>alert(1)</script>")
    page = visitor.open("/sessions").body
    assert b"<script" not in page
    assert b"<img" not in page


def test_a_bounce_opens_the_same_address_from_our_own_page() -> None:
    page = bounce("/rows?k=K17&w=机关\"><script>'").body.decode()
    assert '<meta http-equiv="refresh" content="0;url=/rows?k=K17&amp;w=%E6%9C%BA' in page
    assert "<script" not in page


def test_a_store_that_cannot_be_used_is_said() -> None:
    def closed() -> Store:
        raise StoreUnusable("打不开数据库。")

    visitor = Visitor(routes(closed))
    for answer in (visitor.open("/sign-in"), visitor.sign_in(ANALYST, PASSWORD), visitor.open("/sessions")):
        assert (answer.status, "打不开数据库。" in words(answer)) == (503, True)
