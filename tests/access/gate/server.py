"""A real server on a store of its own with accounts, and what a browser, or somebody who is none, sends to it."""

import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import sqlalchemy as sa

from services.access import sessions
from services.access.roles import Role
from services.ledgers import ledger
from services.store import Store
from services.store.accounts import add_account, set_account
from tests.pages import town

ROOT = Path(__file__).resolve().parents[3]
GATED = ("-m", "streamlit", "run", "app.py", "--server.headless=true")
UNGATED = ("tests/access/gate/ungated.py",)
# What stands in cells, and must never come to anybody who is not signed in, nor to a log.
CANARIES = ("金丝雀甲", "金丝雀乙")
PEOPLE = {
    "lead": ([Role.LEADER], False), "boss": ([Role.LEADER], True), "clerk": ([Role.ANALYST], False),
    "root": ([Role.ADMIN], False), "audit": ([Role.AUDITOR], False),
}  # fmt: skip


@dataclass(frozen=True)
class Answer:
    """What an address said."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def tells(self) -> bool:
        """Say whether anything of a cell is in it."""
        return any(canary.encode() in self.body for canary in CANARIES)


@dataclass(frozen=True)
class Server:
    """Where it listens, its store, and the file it logs to."""

    port: int
    store: Store
    log: Path

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def cookie(self, name: str) -> dict[str, str]:
        """Give the cookie of a new session of an account."""
        with self.store.write() as connection:
            token = sessions.begin(connection, name, "127.0.0.1", "test", datetime.now(UTC))
        return {"Cookie": f"dashboard_session={token}"}

    def ask(self, path: str, method: str = "GET", body: bytes | None = None, **headers: str) -> Answer:
        """Send one request; a header's name is written with underscores. Only what is given is sent."""
        with closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)) as wire:
            wire.putrequest(method, path, skip_host="host" in headers, skip_accept_encoding=True)
            for name, value in headers.items():
                wire.putheader(name.replace("_", "-"), value)
            if body is not None:
                wire.putheader("Content-Length", str(len(body)))
            wire.endheaders(body)
            answer = wire.getresponse()
            return Answer(answer.status, {name.lower(): value for name, value in answer.headers.items()}, answer.read())


def account(store: Store, name: str, roles: list[Role], persons: bool = False, **more: object) -> None:
    """Write an account as it stands in the store; nobody can sign in with it by a password."""
    now = datetime.now(UTC)
    with store.write() as connection:
        add_account(
            connection, name=name, title=name, roles=list(roles), domains=None, persons=persons, password_hash=None,
            must_change=False, expires_on=None, disabled=False, subject=None, made_at=now, made_by="test",
            changed_at=now, **more,
        )  # fmt: skip


def change(store: Store, name: str, **values: object) -> None:
    """Change an account behind everybody's back."""
    with store.write() as connection:
        set_account(connection, name, **values)


def filled(path: Path, people: bool = True) -> Store:
    """Give a new store with a small town in it, canaries in two of its cells, and the accounts of PEOPLE."""
    store = Store.open(f"sqlite:///{path}")
    town.build(store)
    with store.write() as connection:
        posts, findings = ledger("posts").table.__table__, ledger("findings").table.__table__
        connection.execute(sa.update(posts).where(posts.c.name == "甲0").values(name=CANARIES[0]))
        connection.execute(sa.update(findings).where(findings.c.no == "0").values(text=CANARIES[1]))
    for name, (roles, persons) in PEOPLE.items() if people else ():
        account(store, name, roles, persons)
    return store


@contextmanager
def served(store: Store, folder: Path, program: tuple[str, ...] = GATED, **environment: str) -> Iterator[Server]:
    """Run a server on a store."""
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    log = folder / "log"
    url = str(store.engine.url)
    env = {**os.environ, "PYTHONPATH": str(ROOT), "DATABASE_URL": url, **environment}
    with (
        log.open("wb") as file,
        subprocess.Popen(
            [sys.executable, *program, f"--server.port={port}"], cwd=ROOT, env=env, stdout=file, stderr=file
        ) as run,
    ):
        server = Server(port, store, log)
        try:
            for _ in range(1200):
                assert run.poll() is None, log.read_text()
                try:
                    server.ask("/_stcore/health")
                    break
                except OSError:
                    time.sleep(0.1)
            yield server
        finally:
            run.terminate()


EXPIRED = date(2023, 1, 1)
