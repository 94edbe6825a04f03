"""The WebSocket of a page: whose it is, for how long, and what it may carry."""

import time
from datetime import UTC, datetime

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg

from services.access import sessions
from services.access.gate.socket import AT_ONCE, CHANGED, ENDED, LONGEST, REFUSED, TOO_LONG
from services.access.roles import Role
from tests.access.gate.page import Page, Refused, opened
from tests.access.gate.server import Server, account, change

SOON = 5.0  # seconds within which a connection that is no longer good ends (the issue's own figure)
PATIENCE, TURNS = 60.0, 3


@pytest.mark.parametrize("origin", [None, "null", "http://127.0.0.1", "http://localhost:8501", "https://127.0.0.1:{port}",
                                    "http://127.0.0.1:{port}.evil.example", "http://evil.example"])  # fmt: skip
def test_only_our_own_page_opens_one(gated: Server, origin: str | None) -> None:
    with (
        pytest.raises(Refused) as refusal,
        opened(gated, origin and origin.format(port=gated.port), **gated.cookie("clerk")),
    ):
        pass
    assert (refusal.value.status, bytes(refusal.value.body)) == (403, b"")


def test_the_check_gets_in_by_no_origin_without_the_gate(ungated: Server) -> None:
    with opened(ungated, None, X_Dashboard_Account="clerk") as page:
        assert page.open()


@pytest.mark.parametrize(
    ("name", "values", "code"),
    [
        ("demoted", {"roles": [Role.AUDITOR]}, CHANGED),
        ("scoped", {"domains": ["机关"]}, CHANGED),
        ("closed", {"disabled": True}, ENDED),
        ("expired", {"expires_on": datetime(2023, 1, 1, tzinfo=UTC).date()}, ENDED),
    ],
)
def test_a_demotion_ends_the_connection(gated: Server, name: str, values: dict[str, object], code: int) -> None:
    taken = []
    for turn in range(TURNS):  # the best of them: how busy the machine is says nothing of the gate
        account(gated.store, f"{name}{turn}", [Role.ANALYST])
        with opened(gated, **gated.cookie(f"{name}{turn}")) as page:
            page.open()
            began = time.monotonic()
            change(gated.store, f"{name}{turn}", **values)
            assert page.closed(PATIENCE) == code
            taken.append(time.monotonic() - began)
        if taken[-1] < SOON:
            break
    assert min(taken) < SOON


def test_signing_out_ends_the_connection_and_its_cookie(gated: Server) -> None:
    account(gated.store, "leaving", [Role.ANALYST])
    cookie = gated.cookie("leaving")
    with opened(gated, **cookie) as page:
        page.open()
        [session] = sessions.listed(gated.store, datetime.now(UTC), "leaving")
        sessions.end(gated.store, "leaving", session.digest, datetime.now(UTC))
        assert gated.ask("/overview", **cookie).status == 303
        assert gated.ask("/export/ledger/units.csv", **cookie).status == 401
        assert page.closed(PATIENCE) == ENDED
    with pytest.raises(Refused), opened(gated, **cookie):
        pass


def test_the_check_outlives_a_demotion_without_the_gate(ungated: Server) -> None:
    account(ungated.store, "demoted", [Role.ANALYST])
    with opened(ungated, X_Dashboard_Account="demoted") as page:
        page.open()
        change(ungated.store, "demoted", roles=[Role.AUDITOR])
        assert page.closed(2 * SOON) is None


def again(server: Server, name: str, session: str, **headers: str) -> str:
    """Give the session somebody gets who says they had this one."""
    with opened(server, session=session, **server.cookie(name), **headers) as page:
        page.open()
        return page.session


def test_a_session_is_taken_up_again_by_its_own_account_only(gated: Server) -> None:
    with opened(gated, **gated.cookie("clerk")) as page:
        page.open()
        number = page.session
        assert again(gated, "lead", number) != number
        assert again(gated, "clerk", number) == number


def test_the_check_takes_a_session_over_without_the_gate(ungated: Server) -> None:
    with opened(ungated, X_Dashboard_Account="clerk") as page:
        page.open()
        number = page.session
        assert again(ungated, "lead", number, X_Dashboard_Account="clerk") == number


def many(page: Page) -> None:
    """Send more messages than anybody's hand makes."""
    message = BackMsg(app_heartbeat=True)
    for _ in range(AT_ONCE + 50):
        page.send(message)


@pytest.mark.parametrize(
    ("send", "code"),
    [
        (lambda page: page.send(b"\xff\xff\xff no message at all"), REFUSED),
        (lambda page: page._wire.send("text"), REFUSED),
        (lambda page: page.send(BackMsg(app_heartbeat=True).SerializeToString() + bytes(LONGEST)), TOO_LONG),
        (many, REFUSED),
    ],
    ids=["nonsense", "text", "too long", "too many"],
)
def test_what_no_page_of_ours_sends_ends_the_connection(gated: Server, send, code: int) -> None:
    with opened(gated, **gated.cookie("clerk")) as page:
        page.open()
        send(page)
        assert page.closed(PATIENCE) == code


def heeded(server: Server, **headers: str) -> bool:
    """Say whether a message that no page of ours sends is acted on; what is cached for all would be cleared by one."""
    with opened(server, **server.cookie("clerk"), **headers) as page:
        page.open()
        page.send(BackMsg(clear_cache=True))
        page.send(BackMsg(set_run_on_save=True))
        page.open()
        return any(said.session_status_changed.run_on_save for said in page.said)


def test_what_we_do_not_use_is_dropped(gated: Server) -> None:
    assert not heeded(gated)


def test_the_check_is_heeded_without_the_gate(ungated: Server) -> None:
    assert heeded(ungated, X_Dashboard_Account="clerk")


def test_who_must_change_a_password_opens_none(gated: Server) -> None:
    account(gated.store, "new", [Role.ANALYST])
    change(gated.store, "new", must_change=True)
    cookie = gated.cookie("new")
    with pytest.raises(Refused), opened(gated, **cookie):
        pass
    assert gated.ask("/overview", **cookie).headers["location"] == "/password"
    assert gated.ask("/export/ledger/units.csv", **cookie).status == 403
    assert gated.ask("/password", **cookie).status == 200
