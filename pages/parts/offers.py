"""Files that only a page can make, of what its person uploaded or drafted: made when they are asked for."""

import hashlib
import hmac
import secrets
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock

from services.access.export import File

OWN, ALL = 6, 60  # files offered at a time: they hold uploads in memory
_SECRET = secrets.token_bytes(32)


@dataclass(frozen=True)
class Offer:
    """A file for one account: how it is made, and the operation (services/access/operations.py) that asking for it is.

    `thing` is what the audit says of it.
    """

    account: str
    operation: str
    thing: str
    make: Callable[[], File]


_offers: OrderedDict[str, Offer] = OrderedDict()
_lock = Lock()


def offer(key: str, made: Offer) -> str:
    """Offer a file and give its address; one offered again under the same key keeps its address."""
    token = hmac.new(_SECRET, f"{made.account}\0{key}".encode(), hashlib.sha256).hexdigest()
    with _lock:
        _offers[token] = made
        _offers.move_to_end(token)
        own = [each for each, other in _offers.items() if other.account == made.account]
        for old in own[:-OWN]:
            del _offers[old]
        while len(_offers) > ALL:
            _offers.popitem(last=False)
    return f"/export/made/{token}"


def offered(token: str, account: str) -> Offer | None:
    """Give the file an account was offered; None where it was not, or is not any more."""
    with _lock:
        found = _offers.get(token)
    return found if found and found.account == account else None
