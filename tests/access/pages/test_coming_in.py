"""Coming in and leaving over http: cookies, where it leads, passwords, fixation, replay, takeover."""

from datetime import UTC, datetime
from typing import Any

import pytest
from starlette.routing import Route

from services.access import accounts, sessions
from services.access.pages.paths import own
from services.access.pages.routes import MUST, OPEN, routes
from services.access.sign_in import WRONG
from services.store import Store
from tests.access.pages.conftest import NAME, NEW, is_in
from tests.access.people import ADMIN, ANALYST, LEADER, PASSWORD
from tests.access.visitor import Visitor, words


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
