"""Who asks: a signed-in account with what it may do, the owner in 单机模式, or nobody."""

import hashlib
from dataclasses import dataclass
from urllib.parse import quote

from starlette.requests import HTTPConnection
from starlette.types import Scope

from services.access.actor import Actor, actor
from services.access.pages.cookies import session_of
from services.access.roles import Role
from services.errors import NotAllowed
from services.store import Store, access

HEADER, RIGHTS = "x-dashboard-account", "x-dashboard-rights"


@dataclass(frozen=True)
class Standing:
    """Somebody who may come in; `account` is empty for the owner in 单机模式. Equal as long as nothing changed."""

    account: str
    actor: Actor
    must_change: bool = False

    @property
    def alone(self) -> bool:
        """Say whether this is the owner in 单机模式."""
        return not self.account

    @property
    def headers(self) -> list[tuple[bytes, bytes]]:
        """Give the headers that tell the pages who asks, and whether their rights are still those of last time."""
        rights = (sorted(self.actor.roles), self.actor.domains and sorted(self.actor.domains), self.actor.persons)
        told = {HEADER: quote(self.account, safe=""), RIGHTS: hashlib.sha256(repr(rights).encode()).hexdigest()[:16]}
        return [(name.encode(), value.encode()) for name, value in told.items()]


OWNER = Standing("", Actor("", frozenset(Role), persons=True))


def alone(store: Store) -> bool:
    """Say whether the store is in 单机模式: there is no account yet."""
    with store.read() as connection:
        return not access.who(connection, "")[0]


def standing(store: Store, scope: Scope, touch: bool = True) -> Standing | None:
    """Give who sends a request, by the cookie of a session; None for nobody. `touch`: the session was used."""
    session = session_of(store, HTTPConnection(scope), touch=touch)
    if session is None:
        return None
    try:
        with store.read() as connection:
            return Standing(session.account, actor(connection, session.account), session.must_change)
    except NotAllowed:
        return None
