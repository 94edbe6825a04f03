"""The addresses of signing in and of one's own account. They work without a script; what they change needs a form."""

import hmac
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from services.access import sessions
from services.access.pages import away, view
from services.access.pages.cookies import drop, form_token, keep, session_of, token_of
from services.access.pages.forms import Fields, form
from services.access.pages.page import LOOK, bounce, look, told, turn
from services.access.pages.paths import own
from services.access.sessions import Session
from services.access.sign_in import TooMany, change_password, sign_in
from services.errors import BadRequest, NotAllowed
from services.store import Store, access

__all__ = ["MUST", "OPEN", "bounce", "routes"]

Opened = Callable[[], Store]
OPEN = frozenset({"/sign-in", LOOK, "/oidc/start", "/oidc/back"})
MUST = OPEN | {"/password", "/sign-out"}  # what somebody with a temporary password may open
STALE = "页面放得太久，已经失效，请再来一次。"
Shown = Callable[[Store, Request, Session], Response]
Acted = Callable[[Store, Request, Session, Fields], Response]


def routes(opened: Opened) -> list[Route]:
    """Give every address of signing in; `opened` gives the store."""
    return [
        look(),
        form("/sign-in", partial(_ask, opened), partial(_sign_in, opened)),
        *away.routes(opened),
        _own("/sign-out", opened, lambda _, request, who: view.sign_out(who, _form(request)), _sign_out),
        _own("/password", opened, lambda _, request, who: view.password(who, _form(request)), _password),
        _own("/sessions", opened, _sessions, _end),
    ]


def _own(path: str, opened: Opened, show: Shown, act: Acted) -> Route:
    """Give the route of a page of one's own account: only with a session, and only by a form of that session."""

    def shown(request: Request) -> Response:
        store = opened()
        who = session_of(store, request)
        if who is None:
            return turn("/sign-in")
        return turn("/password") if who.must_change and path not in MUST else show(store, request, who)

    def acted(request: Request, sent: Fields) -> Response:
        store = opened()
        who = session_of(store, request)
        if who is None:
            return turn("/sign-in?ended=1")
        if not hmac.compare_digest(sent.get("form", "").encode(), _form(request).encode()):
            return told(403, STALE)
        return turn("/password") if who.must_change and path not in MUST else act(store, request, who, sent)

    return form(path, shown, acted)


def _form(request: Request) -> str:
    return form_token(token_of(request))


def _ask(opened: Opened, request: Request) -> Response:
    store, to = opened(), own(request.query_params.get("next", "/"))
    with store.read() as connection:
        needed, _ = access.who(connection, "")
    if not needed or session_of(store, request):
        return turn(to)
    said = view.ENDED if "ended" in request.query_params else view.LEFT if "left" in request.query_params else ""
    return view.sign_in(to, said=said)


def _sign_in(opened: Opened, request: Request, sent: Fields) -> Response:
    store, to, now = opened(), own(sent.get("next", "/")), datetime.now(UTC)
    name, address = sent.get("name", ""), request.client.host if request.client else ""
    before = session_of(store, request, now)
    try:
        token = sign_in(store, name, sent.get("password", ""), address, request.headers.get("user-agent", ""), now)
    except TooMany as wait:
        return view.sign_in(to, name, fault=str(wait), status=429)
    except NotAllowed as wrong:
        return view.sign_in(to, name, fault=str(wrong), status=403)
    if before:
        sessions.end(store, before.account, before.digest, now)
    response = turn(to)
    keep(response, request, token)
    return response


def _sign_out(store: Store, request: Request, who: Session, _: Fields) -> Response:
    sessions.end(store, who.account, who.digest, datetime.now(UTC))
    response = turn("/sign-in?left=1")
    drop(response, request)
    return response


def _password(store: Store, request: Request, who: Session, sent: Fields) -> Response:
    current, new, again = (sent.get(field, "") for field in ("current", "new", "again"))
    try:
        token = change_password(store, who, current, new, again, datetime.now(UTC))
    except (BadRequest, NotAllowed) as wrong:
        return view.password(who, _form(request), fault=str(wrong), status=403)
    response = turn("/") if who.must_change else turn("/sessions?changed=1")
    keep(response, request, token)
    return response


def _sessions(store: Store, request: Request, who: Session) -> Response:
    listed = sessions.listed(store, datetime.now(UTC), who.account)
    said = view.CHANGED if "changed" in request.query_params else ""
    return view.sessions(who, _form(request), listed, said)


def _end(store: Store, request: Request, who: Session, sent: Fields) -> Response:
    now = datetime.now(UTC)
    if "others" in sent:
        sessions.end_other(store, who.account, who.digest, now)
        return turn("/sessions")
    sessions.end(store, who.account, sent.get("which", ""), now)
    return turn("/sessions")
