"""Three servers for all these tests: as it is installed, without its gate, and before the first account."""

from collections.abc import Iterator

import pytest

from tests.access.gate.server import UNGATED, Server, filled, served


@pytest.fixture(scope="session")
def gated(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("gated")
    with served(filled(folder / "store.db"), folder) as server:
        yield server


@pytest.fixture(scope="session")
def ungated(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("ungated")
    with served(filled(folder / "store.db"), folder, UNGATED) as server:
        yield server
