"""The process killed at any statement of a commit, and two analysts committing at once: all of it or nothing."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from services.batches import Options, commit, history, preview
from services.errors import Stale
from services.ledgers import ledger
from services.store import Store, versions
from tests.sheets import FINDINGS, UNITS, changed, xlsx

# Dies without any clean-up just before the statement whose number it is given.
DYING = """
import os, sys
import sqlalchemy as sa
from pathlib import Path
from services.batches import Options, commit, preview
from services.store import Store

store, left = Store.open(sys.argv[1]), [int(sys.argv[3])]
seen = preview(store, "findings.xlsx", Path(sys.argv[2]).read_bytes(), Options(ledger="findings"))

def count(*arguments):
    left[0] -= 1
    if left[0] < 0:
        os._exit(9)

sa.event.listen(store.engine, "before_cursor_execute", count)
sa.event.listen(store.engine, "commit", count)
commit(store, seen, "业务员甲")
"""


def state(store: Store) -> list[tuple[object, ...]]:
    with store.read() as connection:
        found = versions.current(connection, ledger("findings").versions)
    return sorted((row["key"], row["status_text"], row["batch_in"]) for row in found)


def test_killed_at_every_statement(store: Store, database: str, tmp_path: Path) -> None:
    for name, rows in (("units", UNITS), ("findings", FINDINGS)):
        commit(store, preview(store, f"{name}.xlsx", xlsx(*rows), Options(ledger=name)), "业务员甲")
    before = state(store)
    file = tmp_path / "findings.xlsx"
    file.write_bytes(xlsx(*changed(FINDINGS, 1, 7, "未整改")))
    deaths = 0
    for statement in range(0, 60, 3):
        done = subprocess.run([sys.executable, "-c", DYING, database, file, str(statement)], check=False)
        if done.returncode == 0:
            break
        deaths += 1
        assert done.returncode == 9
        assert state(store) == before
        assert store.version() == 2
    else:
        pytest.fail("the commit never came through")
    assert deaths >= 3
    assert store.version() == 3
    assert state(store) != before


def test_of_two_at_once_one_is_told(store: Store) -> None:
    for name, rows in (("units", UNITS), ("findings", FINDINGS)):
        commit(store, preview(store, f"{name}.xlsx", xlsx(*rows), Options(ledger=name)), "业务员甲")
    seen = [
        preview(store, f"{word}.xlsx", xlsx(*changed(FINDINGS, line, 7, "未整改")), Options(ledger="findings"))
        for line, word in ((1, "甲"), (2, "乙"))
    ]

    def send(number: int) -> str:
        try:
            return str(commit(store, seen[number], f"业务员{number}"))
        except Stale as stale:
            return str(stale)

    with ThreadPoolExecutor(2) as pool:
        said = sorted(pool.map(send, range(2)))
    assert said[0] == "3"
    assert "重新预览" in said[1]
    assert len(history(store)) == 3
