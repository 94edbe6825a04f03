"""The pages of signing in over http: a store with everybody in it, its routes, a visitor who is in."""

import pytest
from starlette.routing import Route

from services.access.pages.routes import routes
from services.store import Store
from tests.access.people import ANALYST, PASSWORD, everybody
from tests.access.visitor import Visitor

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
