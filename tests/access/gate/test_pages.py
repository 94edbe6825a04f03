"""Every page and every role, asked for by its name and by its hash: what is not theirs is not there."""

import pytest
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.util import calc_hash

from pages.parts.menu import RIGHTS
from services.access import may
from services.access.actor import Actor
from tests.access.gate.page import opened, tells
from tests.access.gate.server import CANARIES, PEOPLE, Server

ACTORS = {name: Actor(name, frozenset(roles), persons=persons) for name, (roles, persons) in PEOPLE.items()}

QUERIES = {"rows": "k=K08&part=of", "source": "ledger=posts&row=1", "ledger": "ledger=posts", "unit": "unit=市第1局"}


def ran(messages: list[ForwardMsg]) -> set[str]:
    """Give the pages, by their hashes, that ran."""
    return {message.navigation.page_script_hash for message in messages if message.HasField("navigation")}


def listed(messages: list[ForwardMsg]) -> set[str]:
    """Give the pages a run knows, but for the one that leads on."""
    known = next(message.navigation.app_pages for message in reversed(messages) if message.HasField("navigation"))
    return {page.url_pathname for page in known} - {""}


def theirs(name: str) -> set[str]:
    return {page for page, right in RIGHTS.items() if may(ACTORS[name], right)}


def wrong(server: Server, name: str) -> list[str]:
    """Give the pages an account is shown though they are not theirs, or is not shown though they are."""
    found = []
    with opened(server, **server.cookie(name), X_Dashboard_Account=name) as page:
        found += [f"menu {each}" for each in listed(page.open()) ^ theirs(name)]
        for each in RIGHTS:
            for by, asked in (("name", {"name": each}), ("hash", {"hash_": calc_hash(each)})):
                if (calc_hash(each) in ran(page.open(**asked))) != (each in theirs(name)):
                    found.append(f"{by} {each}")
    return found


@pytest.mark.parametrize("name", PEOPLE)
def test_a_role_has_its_pages_and_no_other(gated: Server, name: str) -> None:
    assert wrong(gated, name) == []


def persons(server: Server, name: str, **headers: str) -> bool:
    """Say whether an account sees the names of people, in a list or in the sheet one came from."""
    with opened(server, **server.cookie(name), **headers) as page:
        return any(tells(page.open(path, query=QUERIES.get(path, "")), CANARIES[:1]) for path in RIGHTS)


@pytest.mark.parametrize(
    ("name", "sees"), [("lead", False), ("boss", True), ("clerk", True), ("root", False), ("audit", False)]
)
def test_people_are_shown_to_whom_they_may_be(gated: Server, name: str, sees: bool) -> None:
    assert persons(gated, name) == sees


def test_the_check_sees_another_persons_pages_without_the_gate(ungated: Server) -> None:
    assert persons(ungated, "root", X_Dashboard_Account="clerk")
