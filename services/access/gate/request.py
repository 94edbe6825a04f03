"""What is asked of every request before anybody looks who sent it: a name that is ours, and a page that is ours."""

import re
from collections.abc import Iterable

from starlette.datastructures import Headers
from starlette.types import Scope

from services.access.gate.client import Client
from services.access.gate.names import is_called, is_own
from services.access.gate.paths import READ, Asked
from services.access.gate.standing import Standing

LONGEST_BODY = 64 * 1024  # bytes, but for an upload
# By these a proxy tells an application who signed in. Here nobody says so but the gate.
_IDENTITY = re.compile(
    rb"x-dashboard-.*|x-forwarded-.*|forwarded|x-real-ip|x-original-.*|(?:x-)?remote-.*|x-auth.*|x-user.*|x-email|"
    rb"x-streamlit-.*|x-goog-.*|x-ms-.*|x-client-.*|x-webauth-.*|x-token.*|authorization"
)
_STREAMLIT = ("/_stcore/", "/media/", "/static/")


def named(scope: Scope, names: Iterable[str]) -> bool:
    """Say whether a request was sent to one of our names, and to one only."""
    hosts = Headers(scope=scope).getlist("host")
    return len(hosts) == 1 and is_called(hosts[0], names)


def from_own_page(scope: Scope, what: Asked, client: Client) -> bool:
    """Say whether one of our own pages may have sent a request, or a person who opened an address.

    A WebSocket and anything but a reading request need our exact Origin, or, without one, the browser's own word
    that they are of the same origin. Another site may link to our pages, and fetch nothing.
    """
    headers = Headers(scope=scope)
    origins, site = headers.getlist("origin"), headers.get("sec-fetch-site")
    own = len(origins) == 1 and is_own(origins[0], headers["host"], client.secure)
    if scope["type"] == "websocket":
        return own
    if scope["method"] not in READ:
        return (own or (not origins and site == "same-origin")) and site in (None, "same-origin")
    linked = what in {Asked.PAGE, Asked.OPEN, Asked.SCREEN, Asked.OWN} and headers.get("sec-fetch-mode") == "navigate"
    return (own or not origins) and (site in (None, "same-origin", "none") or linked)


def too_long(scope: Scope, longest: int) -> bool:
    """Say whether a request's body is too long, or does not say how long it is."""
    headers = Headers(scope=scope)
    length = headers.get("content-length", "0")
    return "transfer-encoding" in headers or not length.isdecimal() or int(length) > longest


def placed(scope: Scope, client: Client) -> Scope:
    """Give a request with where it truly comes from."""
    schemes = {"http": ("http", "https"), "websocket": ("ws", "wss")}
    return {**scope, "client": (client.address, 0), "scheme": schemes[scope["type"]][client.secure]}


def passed_on(scope: Scope, who: Standing | None) -> Scope:
    """Give a request as what stands behind the gate sees it: who sends it is said by the gate alone."""
    streamlit = scope["path"].startswith(_STREAMLIT) and scope["type"] == "http"
    # Streamlit compares an Origin with addresses that it asks the internet for.
    dropped = {b"origin"} if streamlit else set()
    headers = [each for each in scope["headers"] if each[0] not in dropped and not _IDENTITY.fullmatch(each[0])]
    if who and not who.alone:
        headers += who.headers
    return {**scope, "headers": headers}
