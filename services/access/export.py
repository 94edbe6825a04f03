"""A file on its way out: named in Chinese, never kept by a browser, and not opened in place of the page."""

from dataclasses import dataclass
from urllib.parse import quote, unquote

from starlette.requests import HTTPConnection
from starlette.responses import Response

from services.access.actor import local_user
from services.access.gate.standing import HEADER

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CSV, HTML = "text/csv", "text/html"


@dataclass(frozen=True)
class File:
    """A file to take away: its name, media type and content."""

    name: str
    media: str
    content: bytes


def by(connection: HTTPConnection) -> str:
    """Give who asks, as the gate says: an account, or in 单机模式 the user the server runs as."""
    return unquote(connection.headers.get(HEADER, "")) or local_user()


def sent(file: File) -> Response:
    """Give the answer that hands a file over; its name is written as RFC 5987 has it."""
    headers = {
        "Content-Disposition": f"attachment; filename=\"export\"; filename*=UTF-8''{quote(file.name, safe='')}",
        "Cache-Control": "no-store",
        "Content-Security-Policy": "default-src 'none'; sandbox",
    }
    return Response(file.content, headers=headers, media_type=file.media)
