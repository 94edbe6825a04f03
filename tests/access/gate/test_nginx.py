"""Behind nginx with TLS, with the very file of deploy/: signing in, a page, and whose address the audit keeps."""

import http.client
import shutil
import socket
import ssl
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import urlencode

import pytest
import sqlalchemy as sa
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import connect

from services.access import passwords
from services.access.roles import Role
from services.store.access import AUDIT
from tests.access.gate.server import ROOT, Server, account, change, filled, served

NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
NAME, VISITOR, PASSWORD = "kanban.example", "127.0.0.2", "correct horse battery staple"
pytestmark = pytest.mark.skipif(NGINX is None, reason="no nginx on this machine (Debian: apt-get install nginx)")


def certificate(folder: Path) -> tuple[Path, Path]:
    """Write a certificate for NAME and its key."""
    key, now = ec.generate_private_key(ec.SECP256R1()), datetime.now(UTC)
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, NAME)])
    made = x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number(), now - timedelta(days=1),
                                   now + timedelta(days=1))  # fmt: skip
    made = made.add_extension(x509.SubjectAlternativeName([x509.DNSName(NAME)]), critical=False)
    paths = folder / "tls.crt", folder / "tls.key"
    paths[0].write_bytes(made.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM))
    paths[1].write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    return paths


@contextmanager
def proxied(server: Server, folder: Path) -> Iterator[int]:
    """Run nginx before a server and give its port."""
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    crt, key = certificate(folder)
    given = (ROOT / "deploy" / "nginx.conf").read_text("utf-8")
    for old, new in (("443 ssl", f"{port} ssl"), ("127.0.0.1:8501", f"127.0.0.1:{server.port}"),
                     ("/etc/ssl/kanban.example.crt", str(crt)),
                     ("/etc/ssl/kanban.example.key", str(key))):  # fmt: skip
        assert old in given
        given = given.replace(old, new)
    (folder / "site.conf").write_text(given)
    temporary = "".join(
        f"{kind}_temp_path {folder}/{kind};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    (folder / "nginx.conf").write_text(
        f"daemon off; pid {folder}/pid; error_log {folder}/error.log; events {{}}"
        f" http {{ access_log off; {temporary} include {folder}/site.conf; }}"
    )
    with subprocess.Popen([NGINX or "", "-e", f"{folder}/error.log", "-c", f"{folder}/nginx.conf"]) as run:
        try:
            while True:
                assert run.poll() is None, (folder / "error.log").read_text()
                try:
                    socket.create_connection(("127.0.0.1", port)).close()
                    break
                except OSError:
                    time.sleep(0.1)
            yield port
        finally:
            run.terminate()


class Visitor:
    """A browser on another machine."""

    def __init__(self, port: int, folder: Path) -> None:
        self.port, self.cookies = port, ""
        self.tls = ssl.create_default_context(cafile=str(folder / "tls.crt"))
        self.host = f"{NAME}:{port}"

    def wire(self) -> socket.socket:
        return socket.create_connection(("127.0.0.1", self.port), source_address=(VISITOR, 0))

    def ask(self, path: str, sent: dict[str, str] | None = None, **headers: str) -> http.client.HTTPResponse:
        wire = http.client.HTTPSConnection(NAME, self.port)
        wire.sock = self.tls.wrap_socket(self.wire(), server_hostname=NAME)
        given = {
            "Host": self.host,
            "Cookie": self.cookies,
            **{name.replace("_", "-"): value for name, value in headers.items()},
        }
        if sent is not None:
            given |= {"Content-Type": "application/x-www-form-urlencoded", "Origin": f"https://{self.host}"}
        wire.request("GET" if sent is None else "POST", path, None if sent is None else urlencode(sent), given)
        return wire.getresponse()


def test_it_works_behind_nginx(tmp_path: Path) -> None:
    store = filled(tmp_path / "store.db")
    account(store, "wang", [Role.ANALYST])
    change(store, "wang", password_hash=passwords.digest(PASSWORD))
    with (
        served(store, tmp_path, DASHBOARD_HOSTS=NAME, DASHBOARD_PROXIES="127.0.0.1") as server,
        proxied(server, tmp_path) as port,
    ):
        visitor = Visitor(port, tmp_path)
        assert visitor.ask("/overview").status == 303
        form = {"name": "wang", "password": PASSWORD, "next": "/overview"}
        answer = visitor.ask("/sign-in", form, X_Forwarded_For="192.0.2.66", X_Dashboard_Account="root")
        assert (answer.status, answer.headers["location"]) == (303, "/overview")
        cookie = answer.headers["set-cookie"]
        assert cookie.startswith("__Host-dashboard_session=")
        assert {"Secure", "HttpOnly"} <= set(cookie.split("; "))
        assert "samesite=strict" in cookie.lower()
        visitor.cookies = cookie.partition(";")[0]
        assert visitor.ask("/overview").status == 200
        assert visitor.ask("/export/ledger/units.csv").status == 200
        with store.read() as connection:
            seen = connection.execute(sa.select(AUDIT.c.operation, AUDIT.c.actor, AUDIT.c.address)).all()
        assert [tuple(row) for row in seen] == [("session.begin", "wang", VISITOR), ("ledger.export", "wang", VISITOR)]
        with connect(
            f"wss://{visitor.host}/_stcore/stream", sock=visitor.wire(), ssl=visitor.tls, server_hostname=NAME,
            origin=f"https://{visitor.host}", additional_headers={"Cookie": visitor.cookies},
            subprotocols=["streamlit"], max_size=None, proxy=None,
        ) as page:  # fmt: skip
            message = BackMsg()
            message.rerun_script.page_name = "overview"
            page.send(message.SerializeToString())
            assert ForwardMsg.FromString(page.recv(timeout=60))
