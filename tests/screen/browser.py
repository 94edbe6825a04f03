"""A browser before the screens' addresses, as far as the server can tell one: it keeps cookies and says its host."""

import asyncio
import json
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http.cookies import SimpleCookie
from typing import Any

from starlette.applications import Starlette
from starlette.datastructures import Headers
from starlette.routing import Route

HOST = "kanban.example"


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    headers: Headers
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)


class Browser:
    """One browser; several may share the routes of one server."""

    def __init__(self, routes: Sequence[Route], address: str = "10.0.0.1", scheme: str = "http") -> None:
        self._app = Starlette(routes=list(routes))
        self._address, self._scheme = address, scheme
        self.cookies: dict[str, str] = {}

    def get(self, path: str, **headers: str) -> Answer:
        return self._ask("GET", path, b"", headers)

    def post(self, path: str, sent: Any, **headers: str) -> Answer:
        """Send JSON as our own pages do; `headers` (with _ for -) replace what a browser says, None leaves it out."""
        own = {"content_type": "application/json", "origin": f"{self._scheme}://{HOST}"}
        body = sent if isinstance(sent, bytes) else json.dumps(sent).encode()
        return self._ask("POST", path, body, {**own, **headers})

    def pair(self, code: str, role: str = "screen") -> Answer:
        return self.post(f"/{role}/pair", {"code": code})

    def _ask(self, method: str, path: str, body: bytes, headers: dict[str, Any]) -> Answer:
        sent: list[Any] = []
        said = {"host": HOST, "cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items()), **headers}
        path, _, query = path.partition("?")
        scope = {
            "type": "http", "method": method, "path": path, "query_string": query.encode(), "root_path": "",
            "scheme": self._scheme, "client": (self._address, 50000), "server": (HOST, 80), "http_version": "1.1",
            "headers": [(name.replace("_", "-").encode(), value.encode()) for name, value in said.items() if value],
        }  # fmt: skip

        async def send(message: Any) -> None:
            sent.append(message)

        async def receive() -> Any:
            return {"type": "http.request", "body": body}

        with ThreadPoolExecutor(1) as apart:  # the browser's tests keep a loop running in this thread
            apart.submit(asyncio.run, self._app(scope, receive, send)).result()
        answer = Headers(raw=sent[0]["headers"])
        for line in answer.getlist("set-cookie"):
            self.cookies |= {name: kept.value for name, kept in SimpleCookie(line).items()}
        return Answer(sent[0]["status"], answer, b"".join(each.get("body", b"") for each in sent))
