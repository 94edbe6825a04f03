"""Under which names the server may be called, and which page may call it: decided by the exact text of two headers."""

import re
from collections.abc import Iterable

LOOPBACK = frozenset({"127.0.0.1", "localhost", "[::1]"})
_HOST = re.compile(r"(?P<name>\[[0-9a-f:.]+\]|[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?)(?::[0-9]{1,5})?")


def name(host: str) -> str | None:
    """Give the name in a Host header, in lower case and without its port; None where it is no such header."""
    found = _HOST.fullmatch(host.lower())
    return found["name"] if found else None


def is_called(host: str | None, names: Iterable[str]) -> bool:
    """Say whether a Host header holds one of these names: a name an attacker pointed at this machine does not."""
    return host is not None and name(host) in frozenset(names)


def is_own(origin: str | None, host: str, secure: bool) -> bool:
    """Say whether an Origin header names this very scheme, host and port; a missing one does not."""
    return origin is not None and origin.lower() == f"{'https' if secure else 'http'}://{host.lower()}"
