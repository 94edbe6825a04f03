"""The house's own sign-in, with a real provider on a free port: it ends in the same session, or in a sentence."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import requests
from authlib.oauth2.rfc7636 import create_s256_code_challenge
from oidc_provider_mock import User, run_server_in_thread
from starlette.routing import Route

from services.access import accounts, oidc, sessions
from services.access.accounts import Rights
from services.access.oidc import FAILED, UNREACHABLE, person, start
from services.access.pages.routes import routes
from services.errors import NotAllowed
from services.settings import Provider, provider
from services.store import Store
from tests.access.people import ADMIN, ANALYST, PASSWORD, add, everybody, now
from tests.access.trail import trail
from tests.access.visitor import Visitor, words

pytestmark = pytest.mark.filterwarnings("ignore:get_jwt_config")  # what the provider itself uses of its library
BACK = "http://kanban.example/oidc/back"
COOKIE = "dashboard_session"


@pytest.fixture(scope="module")
def issuer() -> Iterator[str]:
    known = [User(sub="sub-1", claims={"preferred_username": "Li.Si"}), User(sub="sub-2", claims={"name": "无名"})]
    with run_server_in_thread(user_claims=known) as server:
        yield f"http://localhost:{server.server_port}"


@pytest.fixture
def house(issuer: str, monkeypatch: pytest.MonkeyPatch) -> Provider:
    for name, value in {"ISSUER": issuer + "/", "CLIENT_ID": "kanban", "CLIENT_SECRET": "canary-client"}.items():
        monkeypatch.setenv(f"OIDC_{name}", value)
    found = provider()
    assert found
    return found


@pytest.fixture
def people() -> Store:
    store = Store.open()
    everybody(store)
    accounts.change(store, ANALYST, Rights(("业务员",), login="li.si"), ADMIN)
    return store


@pytest.fixture
def server(people: Store, house: Provider) -> list[Route]:
    return routes(lambda: people)


def agreed(address: str, subject: str = "sub-1") -> str:
    """Sign in at the provider and give the address it sends the browser back to, without our host."""
    answer = requests.post(address, data={"sub": subject}, allow_redirects=False, timeout=30)
    assert answer.status_code == 302
    parts = urlsplit(answer.headers["location"])
    return f"{parts.path}?{parts.query}"


def left(visitor: Visitor, to: str = "/") -> str:
    """Set out to the provider and give its address."""
    answer = visitor.open(f"/oidc/start?next={to}")
    assert answer.status == 303
    return answer.headers["location"]


def back(query: str) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(query).query).items()}


def test_an_account_that_waits_for_the_name_is_linked_and_signed_in(people: Store, server: list[Route]) -> None:
    visitor = Visitor(server)
    assert "统一身份认证" in words(visitor.open("/sign-in"))
    answer = visitor.open(agreed(left(visitor, "/training")))
    assert answer.status == 200
    assert 'content="0;url=/training"' in answer.body.decode()
    who = sessions.who(people, visitor.cookies[COOKIE], now())
    assert who
    assert (who.account, who.must_change) == (ANALYST, False)
    (account,) = (each for each in accounts.listed(people, ADMIN) if each.name == ANALYST)
    assert account.linked
    assert trail(people, "session.begin")[-1]["actor"] == ANALYST


def test_the_session_cookie_is_strict_and_the_way_back_is_not(server: list[Route]) -> None:
    visitor = Visitor(server, scheme="https")
    away = visitor.open("/oidc/start").headers
    assert {"HttpOnly", "SameSite=lax", "Secure", "Path=/"} <= set(away["set-cookie"].split("; "))
    address = away["location"].replace("https%3A%2F%2F", "http%3A%2F%2F")
    assert "__Host-dashboard_oidc" in visitor.cookies
    visitor.open(agreed(address))
    assert visitor.cookies.get("__Host-dashboard_oidc") == ""


def test_state_nonce_and_proof_key_go_along_and_differ_each_time(server: list[Route]) -> None:
    asked = [back(left(Visitor(server))) for _ in range(2)]
    for name in ("state", "nonce", "code_challenge"):
        assert asked[0][name] != asked[1][name]
    assert asked[0]["code_challenge_method"] == "S256"
    assert (asked[0]["response_type"], asked[0]["redirect_uri"]) == ("code", BACK)


def test_the_proof_key_is_sent_with_the_code(house: Provider, monkeypatch: pytest.MonkeyPatch) -> None:
    sent: list[Any] = []
    post = requests.Session.post
    monkeypatch.setattr(requests.Session, "post", lambda *a, **k: sent.append(k["data"]) or post(*a, **k))
    address = start(house, BACK, "secret")
    person(house, BACK, "secret", back(agreed(address)))
    proof = next(each["code_verifier"] for each in sent if "code_verifier" in each)
    assert create_s256_code_challenge(proof) == back(address)["code_challenge"]


def test_afterwards_the_person_counts_and_not_the_name(people: Store, server: list[Route], house: Provider) -> None:
    visitor = Visitor(server)
    assert visitor.open(agreed(left(visitor))).status == 200
    who = oidc.Person("sub-9", "li.si")
    with pytest.raises(NotAllowed, match="没有可用的账号"):
        oidc.admit(people, who, "10.0.0.3", "", now())
    assert oidc.admit(people, oidc.Person("sub-1", "renamed"), "10.0.0.3", "", now())


def test_a_temporary_password_nobody_needs_is_void(house: Provider) -> None:
    store = Store.open()
    temporary = add(store, ADMIN, password=None, login="li.si")
    visitor = Visitor(routes(lambda: store))
    visitor.open(agreed(left(visitor)))
    assert visitor.open("/sessions").status == 200
    assert Visitor(routes(lambda: store)).sign_in(ADMIN, temporary).status == 403
    new = {"form": visitor.token(), "current": temporary, "new": "tapir-quilt-9", "again": "tapir-quilt-9"}
    assert "没有密码" in words(visitor.send("/password", new))


@pytest.mark.parametrize("subject", ["sub-2", "sub-unknown"])
def test_who_has_no_account_is_told_so(people: Store, server: list[Route], subject: str) -> None:
    visitor = Visitor(server)
    answer = visitor.open(agreed(left(visitor), subject))
    assert answer.status == 403
    assert "没有可用的账号" in words(answer)
    assert COOKIE not in visitor.cookies
    row = trail(people, "session.begin")[-1]
    assert (row["outcome"], row["detail"]["why"]) == ("refused", "unknown_account")


def test_a_disabled_account_stays_out(people: Store, server: list[Route]) -> None:
    accounts.disable(people, ANALYST, ADMIN)
    visitor = Visitor(server)
    assert visitor.open(agreed(left(visitor))).status == 403
    assert COOKIE not in visitor.cookies


def test_an_answer_to_another_browser_is_not_taken(server: list[Route]) -> None:
    attacker, victim = Visitor(server), Visitor(server)
    answer = agreed(left(attacker))
    assert victim.open(answer).status == 403  # without having set out
    left(victim)
    assert FAILED in words(victim.open(answer))  # with another state
    assert COOKIE not in victim.cookies


def test_an_answer_is_taken_once(server: list[Route]) -> None:
    visitor = Visitor(server)
    answer = agreed(left(visitor))
    away = dict(visitor.cookies)
    assert visitor.open(answer).status == 200
    replay = Visitor(server)
    replay.cookies = away
    assert replay.open(answer).status == 403
    assert COOKIE not in replay.cookies


def test_a_token_for_another_nonce_is_not_taken(house: Provider) -> None:
    address = start(house, BACK, "one")
    answer = back(agreed(address.replace(back(address)["nonce"], "another")))
    with pytest.raises(NotAllowed, match=FAILED):
        person(house, BACK, "one", answer)


@pytest.mark.parametrize("query", [{}, {"state": "密"}, {"error": "access_denied"}])
def test_what_is_no_answer_is_not_taken(house: Provider, query: dict[str, str]) -> None:
    state = back(start(house, BACK, "one"))["state"]
    for asked in (query, {"state": state, **query}):
        with pytest.raises(NotAllowed):
            person(house, BACK, "one", asked)


def test_a_provider_that_says_it_is_another_is_not_believed(house: Provider) -> None:
    with pytest.raises(NotAllowed, match=UNREACHABLE):
        start(replace(house, issuer=f"{house.issuer}/."), BACK, "one")


def test_a_token_signed_by_another_is_not_taken(house: Provider, monkeypatch: pytest.MonkeyPatch) -> None:
    answer = back(agreed(start(house, BACK, "one")))
    with run_server_in_thread() as server:
        forged, get = f"http://localhost:{server.server_port}/jwks", oidc._get
        monkeypatch.setattr(oidc, "_get", lambda client, url: get(client, forged if url.endswith("/jwks") else url))
        with pytest.raises(NotAllowed, match=FAILED):
            person(house, BACK, "one", answer)


@pytest.mark.parametrize("issuer_", ["http://localhost:1", "http://sso.example", "ftp://localhost", "nonsense"])
def test_a_provider_out_of_reach_is_said_and_passwords_still_work(
    people: Store, house: Provider, monkeypatch: pytest.MonkeyPatch, issuer_: str
) -> None:
    monkeypatch.setenv("OIDC_ISSUER", issuer_)
    visitor = Visitor(routes(lambda: people))
    answer = visitor.open("/oidc/start?next=/training")
    assert (answer.status, UNREACHABLE in words(answer)) == (502, True)
    assert visitor.sign_in(ANALYST, PASSWORD).status == 303


def test_without_a_provider_there_is_no_such_way(people: Store) -> None:
    visitor = Visitor(routes(lambda: people))
    assert "统一身份" not in words(visitor.open("/sign-in"))
    for path in ("/oidc/start", "/oidc/back?code=x&state=y"):
        assert visitor.open(path).status == 404


def test_no_secret_and_no_token_is_written_down(
    people: Store, server: list[Route], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO", logger="services")
    visitor = Visitor(server)
    answer = agreed(left(visitor))
    visitor.open(answer)
    visitor.open(answer)
    code = back(answer)["code"]
    logged = "".join(record.getMessage() for record in caplog.records if record.name.startswith("services"))
    for secret in ("canary-client", code, visitor.cookies[COOKIE]):
        assert secret not in str(trail(people)) + logged
