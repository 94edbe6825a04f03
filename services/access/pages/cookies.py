"""The cookies: one holds the token of a session, another lasts for the way to the house's own sign-in and back."""

import hashlib
import hmac
from datetime import UTC, datetime

from starlette.requests import HTTPConnection
from starlette.responses import Response

from services.access import sessions
from services.access.sessions import Session
from services.store import Store

SESSION, AWAY = "dashboard_session", "dashboard_oidc"
AWAY_SECONDS = 600


def cookie(secure: bool, name: str = SESSION) -> str:
    """Give the name of a cookie. Under TLS no other host of the domain can set one that begins with `__Host-`."""
    return f"__Host-{name}" if secure else name


def secured(connection: HTTPConnection) -> bool:
    """Say whether a request or a WebSocket comes by TLS."""
    return connection.url.scheme in {"https", "wss"}


def token_of(connection: HTTPConnection, name: str = SESSION) -> str:
    """Give what one of our cookies holds, empty where there is none."""
    return connection.cookies.get(cookie(secured(connection), name), "")


def session_of(
    store: Store, connection: HTTPConnection, now: datetime | None = None, touch: bool = True
) -> Session | None:
    """Give the session a request or a WebSocket belongs to, None where it has none that is still good."""
    token = token_of(connection)
    return sessions.who(store, token, now or datetime.now(UTC), touch) if token else None


def keep(response: Response, connection: HTTPConnection, token: str) -> None:
    """Let the browser keep a session's token until it is closed, where no script and no other site can reach it."""
    secure = secured(connection)
    response.set_cookie(cookie(secure), token, path="/", secure=secure, httponly=True, samesite="strict")


def keep_away(response: Response, connection: HTTPConnection, kept: str) -> None:
    """Let the browser keep what it must bring back from another site, which a strict cookie would not allow."""
    secure = secured(connection)
    response.set_cookie(
        cookie(secure, AWAY), kept, max_age=AWAY_SECONDS, path="/", secure=secure, httponly=True, samesite="lax"
    )


def drop(response: Response, connection: HTTPConnection, name: str = SESSION) -> None:
    """Let the browser forget a cookie."""
    secure = secured(connection)
    response.delete_cookie(cookie(secure, name), path="/", secure=secure, httponly=True, samesite="strict")


def form_token(token: str) -> str:
    """Give what every form of a session sends along: who cannot read the page cannot know it."""
    return hmac.new(token.encode(), b"form", hashlib.sha256).hexdigest()
