"""The door of the screens' addresses: who is paired comes in, and a command only from one of our own pages."""

import asyncio
import json
import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from services.access.same_site import from_here
from services.errors import DashboardError, StoreUnusable
from services.screen.headers import DATA
from services.screen.pairing import Paired, Role, known
from services.store import Store

Opened = Callable[[], Store]
NOT_PAIRED = "这台设备还没有配对，或者已被收回。"
FOREIGN = "这个请求不是从看板自己的页面发出的。"
NOT_JSON = "请求的内容不对。"
LONGEST_BODY = 4096  # bytes
HOLD, LOOK = 5.0, 0.2  # seconds: how long an answer waits for news, and between two looks for some


def cookie(role: Role) -> str:
    """Give the name of the cookie that holds a device's token."""
    return f"paired_{role}"


def paired(store: Store, request: Request, *roles: Role) -> Paired | None:
    """Give who asks, in the first of these roles they hold; None where they hold none."""
    for role in roles:
        token = request.cookies.get(cookie(role))
        if token and (who := known(store, role, token, datetime.now(UTC))):
            return who
    return None


def told(status: int, message: str) -> Response:
    """Give a refusal with the sentence a person is shown."""
    return JSONResponse({"message": message}, status, headers=DATA)


def get(path: str, opened: Opened, roles: tuple[Role, ...], answer: Callable[[Request, Paired], Response]) -> Route:
    """Give the route of an address that only paired devices may read; anybody else is told 401."""

    def endpoint(request: Request) -> Response:
        def work() -> Response:
            who = paired(opened(), request, *roles)
            return answer(request, who) if who else told(401, NOT_PAIRED)

        return _said(work)

    return Route(path, endpoint, methods=["GET"])


def held(route: Route, news: Callable[[], object]) -> Route:
    """Give the same route, but who knows the answer already gets it only when there are `news`, or after HOLD."""

    async def endpoint(request: Request) -> Response:
        known = news()
        answer: Response = await run_in_threadpool(route.endpoint, request)
        until = time.monotonic() + HOLD
        while answer.status_code == 304 and time.monotonic() < until:
            await asyncio.sleep(LOOK)
            if known != (known := news()):
                answer = await run_in_threadpool(route.endpoint, request)
        return answer

    return Route(route.path, endpoint, methods=["GET"])


def post(path: str, opened: Opened, roles: tuple[Role, ...], answer: Callable[[Any, Paired], Response]) -> Route:
    """Give the route of a command of paired devices; `answer` gets the JSON that was sent."""

    def work(request: Request, sent: Any) -> Response:
        who = paired(opened(), request, *roles)
        return answer(sent, who) if who else told(401, NOT_PAIRED)

    return posted(path, work)


def posted(path: str, answer: Callable[[Request, Any], Response]) -> Route:
    """Give the route of a command from one of our own pages, of whomever; `answer` gets the JSON that was sent."""

    async def endpoint(request: Request) -> Response:
        if not from_here(request.headers):
            return told(403, FOREIGN)
        sent = await _json(request)
        if sent is None:
            return told(415, NOT_JSON)
        return await run_in_threadpool(_said, lambda: answer(request, sent))

    return Route(path, endpoint, methods=["POST"])


async def _json(request: Request) -> dict[str, Any] | None:
    """Give the object that was sent as JSON, None for anything else and for what is too long."""
    if request.headers.get("content-type", "").partition(";")[0].strip() != "application/json":
        return None
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > LONGEST_BODY:
            return None
    try:
        sent = json.loads(body)
    except (ValueError, RecursionError):
        return None
    return sent if isinstance(sent, dict) else None


def _said(work: Callable[[], Response]) -> Response:
    try:
        return work()
    except StoreUnusable as error:
        return told(503, str(error))
    except DashboardError as error:
        return told(400, str(error))
