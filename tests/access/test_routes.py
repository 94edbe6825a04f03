"""The pages of signing in over http: cookies, forms, foreign pages, fixation, replay, takeover."""

from datetime import UTC, datetime
from typing import Any

import pytest
from starlette.routing import Route

from services.access import accounts, sessions
from services.access.pages.page import bounce
from services.access.pages.paths import own
from services.access.pages.routes import MUST, OPEN, routes
from services.access.sign_in import WRONG
from services.errors import StoreUnusable
from services.store import Store
from tests.access.people import ADMIN, ANALYST, LEADER, PASSWORD, everybody
from tests.access.visitor import HOST, Visitor, words

NEW = "tapir-quilt-9-marzipan"
NAME = "dashboard_session"


@pytest.fixture
def people() -> Store:
    store = Store.open()
    everybody(store)
    return store


@pytest.fixture
def server(people: Store) -> list[Route]:
    return routes(lambda: people)


@pytest.fixture
def analyst(server: list[Route]) -> Visitor:
    visitor = Visitor(server)
    assert visitor.sign_in(ANALYST, PASSWORD).status == 303
    return visitor


def is_in(visitor: Visitor) -> bool:
    return visitor.open("/sessions").status == 200


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


@pytest.mark.parametrize(("scheme", "name"), [("http", NAME), ("https", f"__Host-{NAME}")])
def test_the_cookie_is_out_of_reach(server: list[Route], scheme: str, name: str) -> None:
    visitor = Visitor(server, scheme=scheme)
    answer = visitor.sign_in(ANALYST, PASSWORD)
    assert (answer.status, answer.headers["location"]) == (303, "/")
    parts = answer.headers["set-cookie"].split("; ")
    assert parts[0].startswith(f"{name}=")
    assert {"HttpOnly", "SameSite=strict", "Path=/"} <= set(parts)
    assert ("Secure" in parts) is (scheme == "https")
    assert not any(part.startswith(("Max-Age", "Domain", "expires")) for part in parts)
    assert is_in(visitor)


def test_a_cookie_of_http_is_none_under_tls(people: Store, server: list[Route], analyst: Visitor) -> None:
    other = Visitor(server, scheme="https")
    other.cookies = dict(analyst.cookies)
    assert not is_in(other)


def test_signing_in_leads_where_one_wanted_to_go(server: list[Route]) -> None:
    visitor = Visitor(server)
    assert 'value="/rows?k=K17&amp;part=n"' in visitor.open("/sign-in?next=/rows%3Fk%3DK17%26part%3Dn").body.decode()
    assert visitor.sign_in(ANALYST, PASSWORD, next="/rows?k=K17").headers["location"] == "/rows?k=K17"
    assert visitor.open("/sign-in?next=/training").headers["location"] == "/training"


@pytest.mark.parametrize(
    "elsewhere",
    [
        "https://evil.example/", "//evil.example/", "/\\evil.example", "/\t/evil.example", "javascript:alert(1)", "x",
        "", "/a\r\nSet-Cookie: a=b", "/" + "x" * 3000, "/sign-out", "/sign-in?next=/sign-in", "/oidc/start",
    ],
)  # fmt: skip
def test_and_never_anywhere_else(server: list[Route], elsewhere: str) -> None:
    assert own(elsewhere) == "/"
    visitor = Visitor(server)
    assert visitor.sign_in(ANALYST, PASSWORD, next=elsewhere).headers["location"] == "/"


def test_what_was_wrong_is_said_and_the_password_is_not_sent_back(server: list[Route]) -> None:
    visitor = Visitor(server)
    answer = visitor.sign_in('yewu"><script>', "canary-secret")
    assert answer.status == 403
    assert WRONG in words(answer)
    assert b"canary-secret" not in answer.body
    assert b"<script" not in answer.body
    assert visitor.cookies == {}
    for name in ("nobody", ANALYST):
        assert words(visitor.sign_in(name, "wrong")).replace(name, "") == words(answer)


def test_too_many_wrong_ones_are_told_to_wait(server: list[Route]) -> None:
    visitor = Visitor(server)
    statuses = [visitor.sign_in("nobody", "x").status for _ in range(52)]
    assert statuses == [403] * 50 + [429] * 2
    assert visitor.sign_in(ANALYST, PASSWORD).status == 429
    assert Visitor(server, address="10.0.0.2").sign_in(ANALYST, PASSWORD).status == 303


def test_without_an_account_there_is_nothing_to_sign_in_to(tmp_path: Any) -> None:
    store = Store.open(f"sqlite:///{tmp_path / 'empty.db'}")
    visitor = Visitor(routes(lambda: store))
    assert visitor.open("/sign-in").headers["location"] == "/"
    assert visitor.sign_in("x", "y").status == 403


def test_a_temporary_password_opens_nothing_but_its_own_change(people: Store, server: list[Route]) -> None:
    temporary = accounts.new_password(people, ANALYST, ADMIN)
    visitor = Visitor(server)
    visitor.sign_in(ANALYST, temporary)
    assert visitor.open("/sessions").headers["location"] == "/password"
    form = visitor.token("/password")
    assert "临时密码" in words(visitor.open("/password"))
    assert visitor.send("/sessions", {"form": form, "others": "1"}).headers["location"] == "/password"
    fields = {"form": form, "current": temporary, "new": NEW, "again": NEW}
    assert visitor.send("/password", fields).headers["location"] == "/"
    assert is_in(visitor)
    assert {"/sign-in", "/password", "/sign-out"} <= MUST
    assert not OPEN & {"/password", "/sign-out", "/sessions"}


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


def test_a_token_somebody_slipped_in_is_not_the_one_after_signing_in(people: Store, server: list[Route]) -> None:
    attacker = Visitor(server)
    attacker.sign_in(LEADER, PASSWORD)
    planted = attacker.cookies[NAME]
    for before in (planted, "planted-by-somebody"):
        victim = Visitor(server)
        victim.cookies = {NAME: before}
        victim.sign_in(ANALYST, PASSWORD)
        assert victim.cookies[NAME] != before
        now = datetime.now(UTC)
        who = sessions.who(people, victim.cookies[NAME], now)
        assert who
        assert who.account == ANALYST
        assert sessions.who(people, before, now) is None


def test_after_signing_out_the_cookie_is_worth_nothing(server: list[Route], analyst: Visitor) -> None:
    kept = dict(analyst.cookies)
    answer = analyst.send("/sign-out", {"form": analyst.token("/sign-out")})
    assert answer.headers["location"] == "/sign-in?left=1"
    assert "Max-Age=0" in answer.headers["set-cookie"]
    replay = Visitor(server)
    replay.cookies = kept
    assert not is_in(replay)
    assert "已退出" in words(replay.open("/sign-in?left=1"))
    assert "登录已结束" in words(replay.open("/sign-in?ended=1"))


def test_what_the_page_says_of_a_session_is_no_way_into_it(
    people: Store, server: list[Route], analyst: Visitor
) -> None:
    (listed,) = sessions.listed(people, datetime.now(UTC), ANALYST)
    for stolen in (listed.digest, analyst.token()):
        thief = Visitor(server)
        thief.cookies = {NAME: stolen}
        assert not is_in(thief)


def test_own_sessions_are_listed_and_ended(people: Store, server: list[Route], analyst: Visitor) -> None:
    phone = Visitor(server, address="10.0.0.9")
    phone.sign_in(ANALYST, PASSWORD)
    leader = Visitor(server)
    leader.sign_in(LEADER, PASSWORD)
    page = words(analyst.open("/sessions"))
    assert page.count("登录，最近使用") == 2
    assert page.count("本次") == 1
    assert "火狐，Windows" in page
    assert "地址 10.0.0.9" in page
    others = [each for each in sessions.listed(people, datetime.now(UTC)) if each.digest not in page]
    digests = {each.address: each.digest for each in others if each.account == ANALYST}
    foreign = next(each.digest for each in others if each.account == LEADER)
    form = analyst.token()
    assert analyst.send("/sessions", {"form": form, "which": foreign}).status == 403
    assert is_in(leader)
    assert analyst.send("/sessions", {"form": form, "which": digests["10.0.0.9"]}).headers["location"] == "/sessions"
    assert not is_in(phone)
    phone.sign_in(ANALYST, PASSWORD)
    analyst.send("/sessions", {"form": form, "others": "1"})
    assert not is_in(phone)
    assert is_in(analyst)


def test_a_changed_password_ends_everything_else(server: list[Route], analyst: Visitor) -> None:
    phone = Visitor(server)
    phone.sign_in(ANALYST, PASSWORD)
    old = dict(analyst.cookies)
    fields = {"form": analyst.token("/password"), "current": PASSWORD, "new": "short", "again": "short"}
    assert "至少要12个字符" in words(analyst.send("/password", fields))
    assert analyst.send("/password", {**fields, "new": NEW, "again": NEW}).headers["location"] == "/sessions?changed=1"
    assert analyst.cookies != old
    assert is_in(analyst)
    assert not is_in(phone)
    phone.cookies = old
    assert not is_in(phone)


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
