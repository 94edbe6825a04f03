"""单机模式: this machine only, by its own names, and it ends with the first account."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from services.access.gate.socket import ENDED
from services.access.roles import Role
from services.store import Store
from tests.access.gate.page import Refused, opened, tells
from tests.access.gate.server import GATED, ROOT, UNGATED, account, filled, served


def test_it_is_left_with_the_first_account(tmp_path: Path) -> None:
    store = filled(tmp_path / "store.db", people=False)
    with served(store, tmp_path, DASHBOARD_HOSTS="board.example") as server:
        assert server.ask("/export/ledger/findings.csv").tells
        for said in (
            {"host": "board.example"},
            {"X_Forwarded_For": "10.0.0.9"},
            {"Via": "1.1 proxy"},
            {"Forwarded": "for=10.0.0.9"},
        ):
            answer = server.ask("/export/ledger/findings.csv", **said)
            assert (answer.status, answer.tells) == (403, False)
            with pytest.raises(Refused), opened(server, **said):
                pass
        assert server.ask("/", host="evil.example").status == 421
        with opened(server) as page:
            assert "单机模式".encode() in b"".join(each.SerializeToString() for each in page.open())
            assert tells(page.open("rows", query="k=K08&part=of"))
            account(store, "root", [Role.ADMIN])
            assert page.closed(60) == ENDED
        assert server.ask("/overview").status == 303
        assert server.ask("/export/ledger/findings.csv").status == 401
        with pytest.raises(Refused), opened(server):
            pass
        assert server.ask("/sign-in", host="board.example").status == 200


def test_the_check_comes_in_from_elsewhere_without_the_gate(tmp_path: Path) -> None:
    with served(filled(tmp_path / "store.db", people=False), tmp_path, UNGATED) as server:
        assert server.ask("/export/ledger/findings.csv", host="board.example", X_Forwarded_For="10.0.0.9").tells


def started(store: Store, address: str, **environment: str) -> tuple[int, str]:
    """Start a server at an address that it should refuse; give its exit status and what it said."""
    command = [sys.executable, *GATED, f"--server.address={address}", "--server.port=0"]
    env = {**os.environ, "PYTHONPATH": str(ROOT), "DATABASE_URL": str(store.engine.url), **environment}
    run = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, timeout=120)
    return run.returncode, run.stderr.strip()


@pytest.mark.parametrize("address", ["0.0.0.0", "::"])
def test_it_does_not_start_where_others_could_reach_it(tmp_path: Path, address: str) -> None:
    status, said = started(Store.open(f"sqlite:///{tmp_path / 'store.db'}"), address)
    assert status == 2
    assert said.startswith("还没有建立账号，只能在本机上运行。")
    assert "\n" not in said


@pytest.mark.parametrize("given", [{"DASHBOARD_PROXIES": "proxy.example"}, {"FORWARDED_ALLOW_IPS": "*"}])
def test_settings_that_cannot_be_meant_are_refused(tmp_path: Path, given: dict[str, str]) -> None:
    status, said = started(Store.open(f"sqlite:///{tmp_path / 'store.db'}"), "127.0.0.1", **given)
    assert status == 2
    assert "DASHBOARD_PROXIES" in said
