from collections.abc import Iterator

import pytest

from services.store import Store
from tests.indicators.register import Register, in_memory


@pytest.fixture
def register() -> Iterator[Register]:
    """Give an empty register in memory."""
    with in_memory() as empty:
        yield empty


@pytest.fixture
def stored(store: Store) -> Iterator[Register]:
    """Give an empty register in a real store, once on SQLite and once on PostgreSQL."""
    with store.write() as connection:
        yield Register(connection)
