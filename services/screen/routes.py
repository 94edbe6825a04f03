"""The addresses of the wall: its page, its picture, and the pairing of every device."""

from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from services.errors import BadRequest
from services.screen import remote
from services.screen.attempts import LOCKED, Attempts
from services.screen.door import Opened, cookie, get, held, posted, told
from services.screen.files import file, files, holds
from services.screen.headers import DATA, FRAMED
from services.screen.pairing import LASTS, ROLES, Paired, Role, redeem
from services.screen.pictures import Pictures
from services.screen.steering import Asked, Positions


def routes(opened: Opened) -> list[Route]:
    """Give every address of the screens; `opened` gives the store."""
    pictures = Pictures(opened)
    attempts = Attempts()
    positions = Positions()

    def state(request: Request, who: Paired) -> Response:
        return _state(request, who, pictures, positions)

    return [
        file("/screen", "screen.html"),
        file("/screen/preview", "preview.html", FRAMED),
        *files(),
        get("/screen/data", opened, ("screen",), lambda request, who: _data(request, who, pictures)),
        held(get("/screen/state", opened, ("screen",), state), positions.number),
        *(pairing(role, opened, attempts, positions) for role in ROLES),
        *remote.routes(opened, pictures, positions),
    ]


def pairing(role: Role, opened: Opened, attempts: Attempts, positions: Positions) -> Route:
    """Give the address where a device of this role types its code."""

    def answer(request: Request, sent: Any) -> Response:
        address = request.client.host if request.client else ""
        now = datetime.now(UTC)
        if not attempts.take(address, now):
            return told(429, LOCKED)
        try:
            screen, token = redeem(opened(), role, str(sent.get("code", "")), now)
        except BadRequest as wrong:
            return told(403, str(wrong))
        attempts.forgive(address)
        if role == "screen":
            positions.forget(screen)
        response = JSONResponse({"screen": screen}, headers=DATA)
        keep(response, request, role, token)
        return response

    return posted(f"/{role}/pair", answer)


def keep(response: Response, request: Request, role: Role, token: str) -> None:
    """Let the browser keep a device's token where no script and no other site can reach it."""
    response.set_cookie(
        cookie(role), token, max_age=int(LASTS[role].total_seconds()), path="/",
        secure=request.url.scheme == "https", httponly=True, samesite="strict",
    )  # fmt: skip


def _data(request: Request, who: Paired, pictures: Pictures) -> Response:
    picture = pictures.of(who.playlist)
    digest = sha256((picture["version"] + who.screen).encode()).hexdigest()
    etag = f'"{digest[:16]}"'
    headers = {**DATA, "ETag": etag}
    if holds(request, etag):
        return Response(status_code=304, headers=headers)
    return JSONResponse({"screen": who.screen, **picture}, headers=headers)


def _state(request: Request, who: Paired, pictures: Pictures, positions: Positions) -> Response:
    asked, version = positions.asked(who.screen), pictures.of(who.playlist)["version"]
    said = {"counter": 0, "version": version} if asked is None else {**_standing(asked), "version": version}
    etag = f'"{said["counter"]}.{version}.{"page" in said}"'  # not where it stands: it said so itself
    headers = {**DATA, "ETag": etag}
    if holds(request, etag):
        return Response(status_code=304, headers=headers)
    return JSONResponse(said, headers=headers)


def _standing(asked: Asked) -> dict[str, Any]:
    at = asked.position
    return {"counter": asked.counter, "page": at.page, "leaf": at.leaf, "paused": at.paused, "blank": at.blank}
