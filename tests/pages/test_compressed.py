"""The front end's files: compressed where the client reads gzip, as they are for any other, never mixed up."""

import asyncio
import gzip
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse

from pages.parts import compressed
from pages.parts.compressed import STATIC, Compressed, reads_gzip

SCRIPT = next(path for path in sorted(STATIC.glob("static/js/index.*.js")))
PATH = f"/{SCRIPT.relative_to(STATIC).as_posix()}"


def answer(path: str, method: str = "GET", **headers: str) -> tuple[int, Headers, bytes]:
    """Give what the middleware says to a request; what goes on is answered "streamlit"."""
    scope = {
        "type": "http", "method": method, "path": path, "query_string": b"",
        "headers": [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()],
    }  # fmt: skip
    sent: list[dict[str, Any]] = []

    async def send(message: Any) -> None:
        sent.append(message)

    async def receive() -> Any:
        return {"type": "http.request", "body": b""}

    with ThreadPoolExecutor(1) as apart:  # the browser's tests keep a loop running in this thread
        apart.submit(asyncio.run, Compressed(PlainTextResponse("streamlit"))(scope, receive, send)).result()
    body = b"".join(message.get("body", b"") for message in sent)
    return sent[0]["status"], Headers(raw=sent[0]["headers"]), body


def test_a_client_that_reads_gzip_gets_the_same_bytes_in_fewer() -> None:
    status, headers, body = answer(PATH, accept_encoding="gzip, deflate, br")
    assert status == 200
    assert gzip.decompress(body) == SCRIPT.read_bytes()
    assert len(body) == int(headers["content-length"]) < SCRIPT.stat().st_size / 2
    assert headers["content-encoding"] == "gzip"
    assert headers["vary"] == "Accept-Encoding"
    assert "immutable" in headers["cache-control"]
    assert "javascript" in headers["content-type"]


def test_what_a_client_has_is_not_sent_again() -> None:
    etag = answer(PATH, accept_encoding="gzip")[1]["etag"]
    status, headers, body = answer(PATH, accept_encoding="gzip", if_none_match=f'"other", {etag}')
    assert (status, body, headers["etag"]) == (304, b"", etag)
    assert "content-encoding" not in headers
    assert answer(PATH, accept_encoding="gzip", if_none_match='"other"')[0] == 200


@pytest.mark.parametrize("headers", [{}, {"accept_encoding": "br"}, {"accept_encoding": "gzip", "range": "bytes=0-9"}])
def test_streamlit_answers_the_rest_and_caches_are_told(headers: dict[str, str]) -> None:
    _, sent, body = answer(PATH, **headers)
    assert body == b"streamlit"
    assert sent["vary"] == "Accept-Encoding"


@pytest.mark.parametrize("path", ["/", "/static/js/none.js", "/static/../app.py", "/media/1.js"])
def test_only_the_front_ends_own_files_are_touched(path: str) -> None:
    _, sent, body = answer(path, accept_encoding="gzip")
    assert body == b"streamlit"
    assert "vary" not in sent
    assert answer(PATH, "POST", accept_encoding="gzip")[2] == b"streamlit"


@pytest.mark.parametrize(
    ("accepted", "reads"),
    [
        ("gzip", True),
        ("gzip;q=0.5, br", True),
        ("gzip;q=0", False),
        ("gzip; q=0.0, br", False),
        ("br", False),
        ("", False),
    ],
)
def test_a_client_may_refuse_gzip(accepted: str, reads: bool) -> None:
    assert reads_gzip(accepted) is reads


def test_a_file_is_compressed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    counted: list[Path] = []
    compressed._compressed.cache_clear()
    monkeypatch.setattr(compressed.gzip, "compress", lambda content, mtime: counted.append(SCRIPT) or b"small")
    answer(PATH, accept_encoding="gzip")
    answer(PATH, accept_encoding="gzip")
    assert len(counted) == 1
    compressed._compressed.cache_clear()
