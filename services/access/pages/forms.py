"""The door of these pages: what a form sent is read, and only from a page of ours; what goes wrong is a sentence."""

from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qsl

from anyio import CapacityLimiter, to_thread
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from services.access.pages.page import told
from services.access.same_site import from_here
from services.errors import DashboardError, StoreUnusable

FOREIGN = "这个请求不是从看板自己的页面发出的，没有照办。"
NOT_A_FORM = "发来的内容不对，没有照办。"
LONGEST_BODY, MOST_FIELDS = 8192, 16
KIND = "application/x-www-form-urlencoded"
# A password takes 64 MB and a core for a moment: whoever comes in a crowd waits, and nobody else does.
AT_ONCE = CapacityLimiter(2)
AWAY_AT_ONCE = CapacityLimiter(4)  # these wait for another server

Fields = dict[str, str]


def form(path: str, show: Callable[[Request], Response], act: Callable[[Request, Fields], Response]) -> Route:
    """Give the route of a page with a form: `show` answers who opens it, `act` who sends it."""

    async def endpoint(request: Request) -> Response:
        if request.method != "POST":
            return await apart(show, request)
        if not from_here(request.headers):
            return told(403, FOREIGN)
        sent = await _fields(request)
        return told(415, NOT_A_FORM) if sent is None else await apart(act, request, sent)

    return Route(path, endpoint, methods=["GET", "POST"])


async def apart(work: Callable[..., Response], *asked: Any, limiter: CapacityLimiter = AT_ONCE) -> Response:
    """Do what may take long in a thread, a few at a time; a refusal becomes a page."""

    def said() -> Response:
        try:
            return work(*asked)
        except StoreUnusable as error:
            return told(503, str(error))
        except DashboardError as error:
            return told(403, str(error))

    return await to_thread.run_sync(said, limiter=limiter)


async def _fields(request: Request) -> Fields | None:
    """Give the fields that were sent, None for what is no short form."""
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != KIND:
        return None
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > LONGEST_BODY:
            return None
    try:
        return dict(parse_qsl(body.decode("ascii"), keep_blank_values=True, max_num_fields=MOST_FIELDS))
    except ValueError:
        return None
