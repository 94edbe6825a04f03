"""What every test may ask for: an empty database, or an empty store, on SQLite and on PostgreSQL."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from argon2 import PasswordHasher
from hypothesis import settings

from services.access import passwords
from services.store.engine import Store
from tests.postgres import cluster, programs

# How long an example takes says more of the machine than of the code.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")


@pytest.fixture(autouse=True)
def _no_real_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Point the settings at a scratch store, so that no test can reach the one under data/."""
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'default.db'}")


@pytest.fixture(autouse=True)
def _cheap_passwords(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let passwords cost nothing; that the real ones cost what the library advises stands in a test of its own."""
    monkeypatch.setattr(passwords, "hasher", PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))


@pytest.fixture(scope="session")
def postgres() -> Iterator[sa.Engine]:
    """Give an engine on the maintenance database of a PostgreSQL started for this run."""
    binaries = programs()
    if binaries is None:
        pytest.skip("no PostgreSQL on this machine (Debian: apt-get install postgresql)")
    with cluster(binaries) as url:
        engine = sa.create_engine(url, isolation_level="AUTOCOMMIT")
        yield engine
        engine.dispose()


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Give the URL of an empty database, once on SQLite and once on PostgreSQL."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'store.db'}"
        return
    server: sa.Engine = request.getfixturevalue("postgres")
    with server.connect() as connection:
        connection.exec_driver_sql("CREATE DATABASE store TEMPLATE template0")
    yield server.url.set(database="store").render_as_string()
    with server.connect() as connection:
        connection.exec_driver_sql("DROP DATABASE store WITH (FORCE)")


@pytest.fixture
def store(database: str) -> Iterator[Store]:
    """Give an empty, migrated store, once on SQLite and once on PostgreSQL."""
    opened = Store.open(database)
    yield opened
    opened.engine.dispose()
