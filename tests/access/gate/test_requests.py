"""Names, origins and headers of requests, as the real server takes them."""

from urllib.parse import urlencode

import pytest

from services.access import passwords
from services.access.gate.headers import DROPPED, SAFE
from services.access.roles import Role
from tests.access.gate.server import Server, account, change

REBOUND = (
    "evil.example",
    "evil.example:8501",
    "127.0.0.1.evil.example",
    "localhost@evil.example",
    "",
    "127.0.0.1,evil.example",
)


@pytest.mark.parametrize("host", REBOUND)
def test_a_name_pointed_at_this_machine_gets_nothing(gated: Server, host: str) -> None:
    for path in ("/", "/_stcore/health", "/sign-in", "/screen", "/static/js/x.js", "/export/ledger/units.csv"):
        answer = gated.ask(path, host=host, **gated.cookie("clerk"))
        assert (answer.status, answer.tells) in {(421, False), (400, False)}


def test_the_check_is_answered_without_the_gate(ungated: Server) -> None:
    assert ungated.ask("/export/ledger/findings.csv", host="evil.example", x_dashboard_account="clerk").tells


FOREIGN = (
    {"Origin": "http://evil.example"}, {"Origin": "null"}, {}, {"Sec_Fetch_Site": "cross-site"},
    {"Sec_Fetch_Site": "same-site", "Origin": "http://127.0.0.1:1"},
)  # fmt: skip


@pytest.mark.parametrize("said", FOREIGN)
@pytest.mark.parametrize("path", ["/sign-in", "/sign-out", "/password", "/sessions", "/screen/pair", "/remote/go"])
def test_a_form_of_another_site_does_nothing(gated: Server, path: str, said: dict[str, str]) -> None:
    kind = {"Content_Type": "application/x-www-form-urlencoded"}
    answer = gated.ask(path, "POST", b"name=clerk&password=x", **kind, **said, **gated.cookie("clerk"))
    assert answer.status == 403
    assert gated.ask("/_stcore/upload_file/a/b", "PUT", b"x", **said, **gated.cookie("clerk")).status == 403


def test_the_check_reaches_a_form_without_the_gate(ungated: Server) -> None:
    answer = ungated.ask("/_stcore/upload_file/a/b", "PUT", b"x", Origin="http://evil.example")
    assert "XSRF" in answer.body.decode()  # Streamlit, not we, had to say no


@pytest.mark.parametrize("path", ["/export/ledger/units.csv", "/_stcore/host-config", "/media/x.png"])
def test_another_site_loads_nothing(gated: Server, path: str) -> None:
    for said in (
        {"Sec_Fetch_Site": "cross-site"},
        {"Sec_Fetch_Site": "cross-site", "Sec_Fetch_Mode": "navigate"},
        FOREIGN[0],
    ):
        assert gated.ask(path, **said, **gated.cookie("clerk")).status == 403


def test_a_link_from_another_site_opens_a_page(gated: Server) -> None:
    linked = {"Sec_Fetch_Site": "cross-site", "Sec_Fetch_Mode": "navigate"}
    assert gated.ask("/overview", **linked, **gated.cookie("clerk")).status == 200
    # The browser keeps a strict cookie back on the way from another site, so we ask it to come once more from ours.
    answer = gated.ask("/overview?as_of=2023-05-31", **linked)
    assert (answer.status, b"/overview?as_of=2023-05-31" in answer.body) == (200, True)


def bare(server: Server) -> list[str]:
    """Give the addresses whose answer lacks one of the headers of every answer, or lets another site read it."""
    found = []
    paths = ("/", "/overview", "/nothing", "/_stcore/health", "/_stcore/host-config", "/_stcore/metrics", "/sign-in",
             "/screen", "/screen/data", "/export/ledger/units.csv", "/favicon.png", "/media/none.png")  # fmt: skip
    for path in paths:
        said = server.ask(path, Origin=server.origin, **server.cookie("clerk")).headers
        if not {name.lower() for name in SAFE} <= set(said) or set(DROPPED) & set(said):
            found.append(path)
        if "unsafe-eval" in said.get("content-security-policy", "") or "http:" in said.get(
            "content-security-policy", ""
        ):
            found.append(f"policy {path}")
        if path.startswith("/export") and said.get("cache-control") != "no-store":
            found.append(f"kept {path}")
    return found


def test_every_answer_has_the_headers(gated: Server) -> None:
    assert bare(gated) == []


def test_the_check_misses_them_without_the_gate(ungated: Server) -> None:
    assert "/overview" in bare(ungated)


def test_the_front_end_stays_cached(gated: Server) -> None:
    html = gated.ask("/", **gated.cookie("clerk")).body.decode()
    script = html.split('src="./static/')[1].split('"')[0]
    assert "immutable" in gated.ask(f"/static/{script}", Accept_Encoding="gzip").headers["cache-control"]


def test_a_body_has_a_length_that_is_bearable(gated: Server) -> None:
    same = {"Origin": gated.origin, **gated.cookie("clerk")}
    assert gated.ask("/password", "POST", b"x" * 70_000, **same).status == 413
    assert gated.ask("/password", "POST", None, Transfer_Encoding="chunked", **same).status == 413


def test_a_token_slipped_in_before_signing_in_is_none_after_it(gated: Server) -> None:
    password = "correct horse battery staple"
    account(gated.store, "slipped", [Role.ANALYST])
    change(gated.store, "slipped", password_hash=passwords.digest(password))
    fixed = {"Cookie": "dashboard_session=fixed"}
    form = {"Origin": gated.origin, "Content_Type": "application/x-www-form-urlencoded"}
    sent = urlencode({"name": "slipped", "password": password, "next": "/overview"}).encode()
    answer = gated.ask("/sign-in", "POST", sent, **form, **fixed)
    assert (answer.status, answer.headers["location"]) == (303, "/overview")
    cookie = answer.headers["set-cookie"].partition(";")[0]
    assert cookie.startswith("dashboard_session=")
    assert gated.ask("/overview", Cookie=cookie).status == 200
    assert gated.ask("/overview", **fixed).status == 303


def test_the_check_sends_one_that_is_not_without_the_gate(ungated: Server) -> None:
    same = {"Origin": ungated.origin, **ungated.cookie("clerk")}
    assert ungated.ask("/password", "POST", b"x" * 70_000, **same).status != 413
