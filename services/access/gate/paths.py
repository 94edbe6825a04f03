"""Every address the server answers at, and who may ask there; what is not listed does not exist."""

import re
from dataclasses import dataclass
from enum import Enum

READ = frozenset({"GET", "HEAD"})


class Asked(Enum):
    """What stands at an address, and so who may have it once there are accounts."""

    OPEN = "nothing about anybody: before signing in"
    SCREEN = "the meeting screens, which know their devices themselves"
    OWN = "one's own account: with a session, even while the password is to be changed"
    PAGE = "a page: with a session, else the way to the sign-in"
    DATA = "with a session"
    GIVEN = "with the session of the account that was given the address"
    UPLOAD = "as GIVEN, and with the right to upload"


@dataclass(frozen=True)
class Place:
    """One row of the table: the addresses, the methods, what stands there."""

    path: re.Pattern[str]
    methods: frozenset[str]
    asked: Asked


def _place(path: str, asked: Asked, *methods: str) -> Place:
    return Place(re.compile(path), READ | set(methods), asked)


TABLE = (
    _place(r"/static/(?:[\w-]+/)*[\w.-]+", Asked.OPEN),
    _place(r"/words\.[0-9a-f]{12}\.js|/favicon\.png|/manifest\.json", Asked.OPEN),
    _place(r"/_stcore/health", Asked.OPEN),
    _place(r"/sign-in(?:/[\w.-]+)?", Asked.OPEN, "POST"),
    _place(r"/oidc/(?:start|back)", Asked.OPEN),
    _place(r"/(?:screen|remote|present)(?:/[\w-]+)*(?:/[\w.-]+)?", Asked.SCREEN, "POST"),
    _place(r"/(?:password|sessions|sign-out)(?:/[\w.-]+)?", Asked.OWN, "POST"),
    _place(r"/_stcore/(?:host-config|stream)", Asked.DATA),
    _place(r"/export/[^/]+/[^/]+", Asked.DATA),
    _place(r"/media/[\w.-]+", Asked.GIVEN),
    _place(r"/_stcore/upload_file/[\w-]+/[\w-]+", Asked.UPLOAD, "PUT", "DELETE"),
    _place(r"/(?:[^/._][^/.]*)?", Asked.PAGE),
)


def asked(path: str, method: str) -> Asked | None:
    """Give what stands at an address for this method; None where nothing does."""
    for place in TABLE:
        if place.path.fullmatch(path):
            return place.asked if method in place.methods else None
    return None
