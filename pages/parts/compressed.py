"""Streamlit's front end compressed: as it serves it itself, a first visit to a page with a chart costs 8 MB."""

import gzip
import re
from functools import cache
from hashlib import sha256
from mimetypes import guess_type
from pathlib import Path
from threading import Lock

import streamlit as st
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

STATIC = Path(st.__file__).parent / "static"
KINDS = {".js", ".css", ".svg"}  # fonts and pictures are compressed as they are
FOREVER = "public, immutable, max-age=31536000"  # every name carries the digest of what is in it
REFUSED = re.compile(r"gzip\s*;\s*q=0(\.0*)?\s*(,|$)")
_one_at_a_time = Lock()


class Compressed:
    """Answers for the scripts and style sheets of Streamlit's front end, from memory; anything else goes on.

    So does a request for a range, or by a client that does not read gzip: Streamlit answers those, and Vary tells
    the caches on the way that there are two answers.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        files = (path for path in STATIC.glob("static/**/*") if path.suffix in KINDS)
        self.files = {f"/{path.relative_to(STATIC).as_posix()}": path for path in files}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, as the ASGI protocol has it."""
        path = self.files.get(scope["path"]) if scope["type"] == "http" else None
        if path is None or scope["method"] not in {"GET", "HEAD"}:
            await self.app(scope, receive, send)
        elif "range" in (headers := Headers(scope=scope)) or not reads_gzip(headers.get("accept-encoding", "")):
            await self.app(scope, receive, _varying(send))
        else:
            body, etag = await run_in_threadpool(compressed, path)
            known = etag in headers.get("if-none-match", "")
            await _answer(path, b"" if known else body, etag, 304 if known else 200)(scope, receive, send)


def reads_gzip(accepted: str) -> bool:
    """Say whether a client that sends this Accept-Encoding reads gzip."""
    return "gzip" in accepted and not REFUSED.search(accepted)


def compressed(path: Path) -> tuple[bytes, str]:
    """Give a file's compressed bytes and their ETag; made at the first request for it, then kept."""
    with _one_at_a_time:
        return _compressed(path)


@cache
def _compressed(path: Path) -> tuple[bytes, str]:
    body = gzip.compress(path.read_bytes(), mtime=0)
    return body, f'"{sha256(body).hexdigest()[:24]}"'


def _answer(path: Path, body: bytes, etag: str, status: int) -> Response:
    headers = {"ETag": etag, "Cache-Control": FOREVER, "Vary": "Accept-Encoding"}
    if status == 200:
        headers["Content-Encoding"] = "gzip"
    return Response(body, status, headers, media_type=guess_type(path.name)[0])


def _varying(send: Send) -> Send:
    async def told(message: Message) -> None:
        if message["type"] == "http.response.start":
            MutableHeaders(raw=message["headers"]).add_vary_header("Accept-Encoding")
        await send(message)

    return told
