"""The files of the screens' pages: read once, each page's script as one file, and not sent again to who has them."""

from collections.abc import Mapping
from hashlib import sha256
from mimetypes import guess_type
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from services.screen.bundle import bundle
from services.screen.headers import FILE

STATIC = Path(__file__).parent / "static"
PAGES = ("screen", "remote", "present", "preview")


def content(name: str) -> bytes:
    """Give what is sent as a file of the folder `static`: a page's script with the modules it needs in it."""
    path = STATIC / name
    return bundle(path).encode() if path.suffix == ".js" and path.stem in PAGES else path.read_bytes()


def file(path: str, name: str, headers: Mapping[str, str] = FILE) -> Route:
    """Give the route of one file of the folder `static`."""
    body = content(name)
    etag = f'"{sha256(body).hexdigest()[:16]}"'
    headers = {**headers, "ETag": etag}
    kind = guess_type(name)[0]

    def endpoint(request: Request) -> Response:
        if holds(request, etag):
            return Response(status_code=304, headers=headers)
        return Response(body, headers=headers, media_type=kind)

    return Route(path, endpoint, methods=["GET"])


def files() -> list[Route]:
    """Give the routes of the pages' scripts and style sheets, and of the wall's service worker."""
    names = [*(f"{page}.js" for page in PAGES), "worker.js", *sorted(path.name for path in STATIC.glob("*.css"))]
    return [file(f"/screen/static/{name}", name) for name in names]


def holds(request: Request, etag: str) -> bool:
    """Say whether who asks has the answer of this ETag already."""
    return etag in request.headers.get("if-none-match", "")
