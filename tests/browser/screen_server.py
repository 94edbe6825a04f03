"""A server of the meeting screen's addresses with canned answers, that can be stopped and started on the same port."""

import hashlib
import json
import time
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

from services.screen.files import STATIC, content
from tests.browser.screen_picture import told, usual

KINDS = {".html": "text/html", ".js": "text/javascript", ".css": "text/css"}
POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:"
HOLD, LOOK = 5.0, 0.05  # seconds
CODE, WRONG = "AB12CD34", "没有这个配对码，请看清后再输一次。"


class ScreenServer:
    """What it answers is in its fields; `asked` lists the paths in their order, `reported` where the wall stood."""

    def __init__(self, picture: dict[str, Any] | None = None) -> None:
        self.picture = picture or usual()
        self.state: dict[str, Any] = {"counter": 0}
        self.paired = True
        self.asked: list[str] = []
        self.reported: list[dict[str, Any]] = []
        self._nudges = 0
        self._server: ThreadingHTTPServer | None = None
        self._port = 0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._port}"

    def show(self, picture: dict[str, Any]) -> None:
        """Answer with this picture from now on."""
        self.picture = told(picture)

    def nudge(self) -> None:
        """Let every wall ask for the picture at once, changed or not."""
        self._nudges += 1

    def steer(self, **change: Any) -> None:
        """Do what a phone asks for, from where the wall stands."""
        at = {"page": 0, "leaf": 0, "paused": False, "blank": False}
        self.state = {**at, **self.state, **change, "counter": self.state["counter"] + 1}

    def start(self) -> None:
        """Listen, on the port of the last time."""
        self._server = ThreadingHTTPServer(("127.0.0.1", self._port), _handler(self))
        self._port = self._server.server_address[1]
        Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()

    def stop(self) -> None:
        """Refuse every connection."""
        if self._server:
            self._server.shutdown()
            self._server.server_close()
            self._server = None

    def answer(self, path: str) -> tuple[int, str, bytes]:
        """Give status, media type and body of a path."""
        if path == "/screen/data":
            return self._guarded(self.picture)
        if path == "/screen/state":
            return self._guarded({**self.state, "version": f"{self.picture['version']}{self._nudges}"})
        name = "screen.html" if path == "/screen" else path.removeprefix("/screen/static/")
        file = STATIC / name
        if "/" in name or not file.is_file():
            return 404, "text/plain", b""
        return 200, KINDS[file.suffix], content(name)

    def hold(self, path: str, known: str | None) -> tuple[int, str, bytes, str]:
        """Answer, with the ETag; the state, to who knows it, when it is another, as the real server does."""
        until = time.monotonic() + HOLD
        running = self._server
        while True:
            status, kind, body = self.answer(path)
            etag = f'"{hashlib.sha256(body).hexdigest()[:16]}"'
            if path != "/screen/state" or known != etag or status != 200 or time.monotonic() > until:
                return status, kind, body, etag
            time.sleep(LOOK)
            if self._server is not running:
                raise ConnectionAbortedError

    def _guarded(self, body: dict[str, Any]) -> tuple[int, str, bytes]:
        status = 200 if self.paired else 401
        return status, "application/json", json.dumps(body if self.paired else {}).encode()


def _handler(server: ScreenServer) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            server.asked.append(self.path)
            known = self.headers.get("If-None-Match")
            status, kind, body, etag = server.hold(self.path, known)
            if status == 200 and known == etag:
                status, body = 304, b""
            self._send(status, kind, body, etag)

        def do_POST(self) -> None:
            sent = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            if self.path == "/screen/at":
                server.reported.append(sent)
                return self._send(204, "application/json", b"", "")
            server.paired = self.path == "/screen/pair" and sent == {"code": CODE}
            said = {} if server.paired else {"message": WRONG}
            return self._send(200 if server.paired else 403, "application/json", json.dumps(said).encode(), "")

        def _send(self, status: int, kind: str, body: bytes, etag: str) -> None:
            self.send_response(status)
            self.send_header("Content-Type", f"{kind}; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.send_header("Content-Security-Policy", POLICY)
            self.send_header("Cache-Control", "no-cache")
            if self.path.endswith("worker.js"):
                self.send_header("Service-Worker-Allowed", "/screen")
            if etag:
                self.send_header("ETag", etag)
            self.end_headers()
            self.wfile.write(body)

        def handle(self) -> None:
            with suppress(ConnectionError):  # a tab that was closed
                super().handle()

        def log_message(self, *_: Any) -> None:
            pass

    return Handler
