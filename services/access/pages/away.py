"""The way to the house's own sign-in and back: addresses that only exist where a provider is set."""

import secrets
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from urllib.parse import quote, unquote

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from services.access import oidc
from services.access.pages import view
from services.access.pages.cookies import AWAY, drop, keep, keep_away, token_of
from services.access.pages.forms import AWAY_AT_ONCE, apart
from services.access.pages.page import SAFE, bounce, told
from services.access.pages.paths import own
from services.errors import NotAllowed
from services.settings import provider
from services.store import Store

NONE = "没有设置统一身份认证，请用密码登录。"
LATE = "登录用的时间太长，请再来一次。"


def routes(opened: Callable[[], Store]) -> list[Route]:
    """Give the two addresses; `opened` gives the store."""
    return [_route("/oidc/start", _start), _route("/oidc/back", partial(_back, opened))]


def _route(path: str, answer: Callable[[Request], Response]) -> Route:
    async def endpoint(request: Request) -> Response:
        return await apart(answer, request, limiter=AWAY_AT_ONCE)

    return Route(path, endpoint, methods=["GET"])


def _start(request: Request) -> Response:
    known, to = provider(), own(request.query_params.get("next", "/"))
    if known is None:
        return told(404, NONE)
    secret = secrets.token_urlsafe(32)
    try:
        response = RedirectResponse(oidc.start(known, _here(request), secret), 303, headers=SAFE)
    except NotAllowed as failed:
        return view.sign_in(to, fault=str(failed), status=502)
    keep_away(response, request, f"{secret}.{quote(to, safe='')}")
    return response


def _back(opened: Callable[[], Store], request: Request) -> Response:
    known = provider()
    if known is None:
        return told(404, NONE)
    secret, _, to = token_of(request, AWAY).partition(".")
    to = own(unquote(to))
    try:
        if not secret:
            raise NotAllowed(LATE)
        who = oidc.person(known, _here(request), secret, request.query_params)
        address = request.client.host if request.client else ""
        token = oidc.admit(opened(), who, address, request.headers.get("user-agent", ""), datetime.now(UTC))
    except NotAllowed as failed:
        response = view.sign_in(to, fault=str(failed), status=403)
    else:
        response = bounce(to)
        keep(response, request, token)
    drop(response, request, AWAY)
    return response


def _here(request: Request) -> str:
    return f"{request.base_url}oidc/back"
