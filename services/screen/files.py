"""The files of the screens' pages: read once, sent as they are, and not again to who has them."""

from hashlib import sha256
from mimetypes import guess_type
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from services.screen.headers import FILE

STATIC = Path(__file__).parent / "static"


def file(path: str, name: str) -> Route:
    """Give the route of one file of the folder `static`."""
    body = (STATIC / name).read_bytes()
    etag = f'"{sha256(body).hexdigest()[:16]}"'
    headers = {**FILE, "ETag": etag}
    kind = guess_type(name)[0]

    def endpoint(request: Request) -> Response:
        if holds(request, etag):
            return Response(status_code=304, headers=headers)
        return Response(body, headers=headers, media_type=kind)

    return Route(path, endpoint, methods=["GET"])


def files() -> list[Route]:
    """Give the routes of all scripts and style sheets."""
    names = sorted(path.name for path in STATIC.iterdir() if path.suffix in {".js", ".css"})
    return [file(f"/screen/static/{name}", name) for name in names]


def holds(request: Request, etag: str) -> bool:
    """Say whether who asks has the answer of this ETag already."""
    return etag in request.headers.get("if-none-match", "")
