"""The addresses of a phone that steers and of the speaker's desk, and where a screen reports where it stands."""

from collections.abc import Callable
from dataclasses import asdict
from functools import lru_cache
from typing import Any

from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from services.errors import BadRequest
from services.screen.content import talking_points
from services.screen.door import NOT_JSON, Opened, get, post
from services.screen.files import file
from services.screen.headers import DATA
from services.screen.pairing import Paired, Role
from services.screen.pictures import Pictures
from services.screen.playlist import KINDS, Playlist
from services.screen.steering import COMMANDS, Position, Positions

STEERERS: tuple[Role, ...] = ("remote", "present")
KEPT = 8  # talking points: one speaker at a time, as a rule
Notes = Callable[[str, Playlist], list[list[str]]]


def routes(opened: Opened, pictures: Pictures, positions: Positions) -> list[Route]:
    """Give the addresses; `opened` gives the store, `pictures` what screens show, `positions` where they stand."""
    noted = lru_cache(KEPT)(lambda version, playlist: talking_points(opened(), playlist))

    def steering(command: str) -> Route:
        def answer(sent: Any, who: Paired) -> Response:
            to = None if sent.get("to") is None else _whole(sent["to"])
            return _where(who, pictures, positions.command(who.screen, command, to))

        return post(f"/remote/{command}", opened, STEERERS, answer)

    return [
        file("/remote", "remote.html"),
        file("/present", "present.html"),
        get("/remote/now", opened, STEERERS, lambda _, who: _where(who, pictures, positions.now(who.screen))),
        get("/present/data", opened, STEERERS, lambda _, who: _data(who, pictures, noted)),
        post("/screen/at", opened, ("screen",), lambda sent, who: _at(sent, who, positions)),
        *map(steering, COMMANDS),
    ]


def _where(who: Paired, pictures: Pictures, at: Position | None) -> Response:
    """Say where the screen stands, as far as it is there, and which picture it shows."""
    stands = asdict(at) if at else {}
    said = {"screen": who.screen, "version": pictures.of(who.playlist)["version"], "online": at is not None}
    return JSONResponse({**said, **stands}, headers=DATA)


def _data(who: Paired, pictures: Pictures, noted: Notes) -> Response:
    """Give what the screen shows, each page with what to say to it."""
    picture = pictures.of(who.playlist)
    points = noted(picture["version"], who.playlist)
    said = zip(picture["pages"], points, strict=True)
    pages = [{**page, "name": KINDS[page["kind"]], "notes": notes} for page, notes in said]
    return JSONResponse({"screen": who.screen, **picture, "pages": pages}, headers=DATA)


def _at(sent: Any, who: Paired, positions: Positions) -> Response:
    """Take a screen's own word for where it stands."""
    leaves = sent.get("leaves")
    if not isinstance(leaves, list):
        raise BadRequest(NOT_JSON)
    page, leaf, counter = (_whole(sent.get(name)) for name in ("page", "leaf", "counter"))
    at = Position(page, leaf, tuple(map(_whole, leaves)), sent.get("paused") is True, sent.get("blank") is True)
    positions.report(who.screen, at, counter)
    return Response(status_code=204, headers=DATA)


def _whole(value: Any) -> int:
    if not isinstance(value, int):
        raise BadRequest(NOT_JSON)
    return value
