"""A PostgreSQL of the tests' own: a throw-away cluster in a scratch folder, reached by its socket only."""

import contextlib
import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import sqlalchemy as sa

# PostgreSQL refuses to run as root; Debian's package makes this account.
ACCOUNT = "postgres"


def programs() -> Path | None:
    """Give the folder of initdb and pg_ctl, the newest of Debian's first; None where there is no PostgreSQL."""
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name), reverse=True)
    for folder in debian:
        if (folder / "initdb").exists():
            return folder
    found = shutil.which("initdb")
    return Path(found).resolve().parent if found else None


@contextlib.contextmanager
def cluster(binaries: Path) -> Iterator[sa.URL]:
    """Start a cluster, give the URL of its maintenance database, and remove it all at the end."""
    with tempfile.TemporaryDirectory(prefix="pg-", ignore_cleanup_errors=True) as scratch:
        folder = Path(scratch)
        account: dict[str, Any] = {}
        if os.geteuid() == 0:
            owner = pwd.getpwnam(ACCOUNT)
            os.chown(folder, owner.pw_uid, owner.pw_gid)
            account = {"user": owner.pw_uid, "group": owner.pw_gid, "extra_groups": []}

        def run(program: str, *options: str) -> None:
            subprocess.run([binaries / program, *options], check=True, stdout=subprocess.DEVNULL, cwd=folder, **account)

        data, log = str(folder / "data"), str(folder / "log")
        run("initdb", "-D", data, "-U", ACCOUNT, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")
        server = f"-c listen_addresses= -c unix_socket_directories={folder} -c fsync=off -c full_page_writes=off"
        run("pg_ctl", "start", "-D", data, "-l", log, "-w", "-o", server)
        try:
            yield sa.URL.create("postgresql+psycopg", username=ACCOUNT, database="postgres", query={"host": scratch})
        finally:
            run("pg_ctl", "stop", "-D", data, "-m", "immediate")
