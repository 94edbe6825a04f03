"""Nobody who is not signed in is told anything: every address there is, and the WebSocket, with and without tricks."""

import itertools

import pytest

from tests.access.gate.page import Refused, opened, tells
from tests.access.gate.server import Answer, Server

# Addresses with something in their places, and such as guess at what else may be there.
SAMPLES = {"name": "units.csv", "path": "x", "file_id": "0.bin", "session_id": "s", "screen": "s"}
GUESSES = (
    "/export/ledger/posts.xlsx", "/export/made/0", "/rows?k=K01", "/source?ledger=posts&row=1", "/index.html",
    "/_stcore/health/../stream", "/static/../app.py", "/static/%2e%2e/app.py", "//rows", "/screen/data", "/remote/data",
    "/_stcore/metrics?families=active_sessions", "/data/dashboard.db", "/~/+/media/0", "/overview/_stcore/host-config",
)  # fmt: skip
OPEN = (
    "/static/",
    "/words.",
    "/sign-in",
    "/oidc/",
    "/favicon.png",
    "/manifest.json",
    "/_stcore/health",
    "/screen",
    "/remote",
    "/present",
)
SPOOFED = {
    "X_Dashboard_Account": "clerk",
    "X_Forwarded_User": "clerk",
    "Remote_User": "clerk",
    "X_Dashboard_Rights": "x",
}


def addresses() -> list[str]:
    """Give an address for every route of the whole application, and GUESSES."""
    from app import app  # it opens the store of the settings, which is a scratch one while a test runs

    paths = [str(getattr(route, "path", "")) for route in app._build_starlette_app().routes]
    for name, sample in SAMPLES.items():
        paths = [path.replace(f"{{{name}}}", sample).replace(f"{{{name}:path}}", sample) for path in paths]
    return sorted({path.replace("{name:page}", "overview") or "/" for path in paths} | set(GUESSES))


def told(server: Server) -> list[str]:
    """Give the addresses that tell somebody without a session more than how to sign in."""
    found = []
    for path, method, said in itertools.product(
        addresses(), ("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS"), ({}, SPOOFED)
    ):
        answer = (
            server.ask(path, method, **said) if method in ("GET", "HEAD") else server.ask(path, method, b"", **said)
        )
        if answer.tells or not (path.startswith(OPEN) or _says_nothing(answer)):
            found.append(f"{method} {path} {answer.status}")
    return found


def _says_nothing(answer: Answer) -> bool:
    away = answer.status == 303 and answer.headers["location"].startswith("/sign-in")
    return (away or answer.status in (400, 401, 403, 404, 405, 413, 421)) and len(answer.body) < 200


def test_no_address_tells_anything(gated: Server) -> None:
    assert told(gated) == []


def test_the_check_sees_what_is_told_without_the_gate(ungated: Server) -> None:
    found = told(ungated)
    assert {"GET /_stcore/metrics 200", "GET /overview 200", "GET /export/ledger/posts.xlsx 200"} <= set(found)


def heard(server: Server, **given: str) -> bool:
    """Say whether a page with the names of people can be had by a WebSocket without a session."""
    try:
        with opened(server, **given) as page:
            return tells(page.open("rows", query="k=K08&part=of"))
    except Refused as refusal:
        return bool(refusal.body)


@pytest.mark.parametrize(
    "given", [{}, SPOOFED, {"Cookie": "dashboard_session=guessed"}, {"Cookie": "dashboard_session="}]
)
def test_the_websocket_opens_for_nobody(gated: Server, given: dict[str, str]) -> None:
    assert not heard(gated, **given)


def test_the_check_hears_a_page_without_the_gate(ungated: Server) -> None:
    assert heard(ungated, X_Dashboard_Account="clerk")
