"""Sessions: a browser holds a token, the store its digest; a session ends by itself, by its owner or with its account.

30 minutes idle and 8 hours in all (OWASP Application Security Verification Standard, session time-outs).
"""

import hashlib
import secrets
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from services.access.perform import perform
from services.errors import BadRequest, StoreUnusable
from services.store import Store, sessions
from services.store.engine import Connection

IDLE, LASTS = timedelta(minutes=30), timedelta(hours=8)
SEEN_EVERY = timedelta(minutes=1)
KEPT = timedelta(days=30)
LONGEST_AGENT = 200


@dataclass(frozen=True)
class Session:
    """A browser somebody is signed in with. `must_change`: their password is a temporary one.

    `digest` is what is kept of the token; who knows it cannot sign in with it.
    """

    account: str
    title: str
    must_change: bool
    made_at: datetime
    seen_at: datetime
    address: str
    agent: str
    digest: str


def digest(token: str) -> str:
    """Give what is kept of a token."""
    return hashlib.sha256(token.encode()).hexdigest()


def begin(connection: Connection, account: str, address: str, agent: str, now: datetime) -> str:
    """Begin a session on the writer's connection and give its token, which nobody knew before."""
    token = secrets.token_urlsafe(32)
    sessions.drop_sessions(connection, now - KEPT)
    sessions.add_session(
        connection, token_hash=digest(token), account=account, made_at=now, seen_at=now,
        address=address, agent=agent[:LONGEST_AGENT],
    )  # fmt: skip
    return token


def who(store: Store, token: str, now: datetime, touch: bool = True) -> Session | None:
    """Give whose session a token is, None where it is nobody's any more.

    With `touch` it is noted, once a minute, that it was used; without, the question does not keep it from idling.
    """
    with store.read() as connection:
        row = sessions.session(connection, digest(token))
    if row is None or not _good(row, now):
        return None
    if touch and now > row["seen_at"] + SEEN_EVERY:
        with suppress(StoreUnusable), store.write(wait=False) as connection:  # nobody waits for a page because of it
            sessions.touch_session(connection, row["token_hash"], now)
    return _session(row)


def listed(store: Store, now: datetime, account: str | None = None) -> list[Session]:
    """Give the sessions that are open now, of one account or of all, the newest first."""
    with store.read() as connection:
        rows = sessions.open_sessions(connection, now - LASTS)
    return [_session(row) for row in rows if _good(row, now) and account in (None, row["account"])]


def end(store: Store, by: str, which: str, now: datetime) -> None:
    """End one of one's own sessions, by its digest; raises BadRequest where it is none of them."""
    with perform(store, by, "session.end", by) as act:
        row = sessions.session(act.connection, which)
        if row is None or row["account"] != by or not sessions.end_session(act.connection, which, now):
            raise BadRequest("这次登录已经结束了。")


def end_other(store: Store, by: str, this: str, now: datetime) -> int:
    """End all of one's own sessions but this one, by its digest; give how many ended."""
    with perform(store, by, "session.end", by) as act:
        ended = sessions.end_sessions(act.connection, by, now, but=this)
        act.note(others=ended)
    return ended


def _good(row: dict[str, Any], now: datetime) -> bool:
    expired = row["expires_on"] is not None and row["expires_on"] < now.astimezone().date()
    open_still = row["ended_at"] is None and now < row["seen_at"] + IDLE and now < row["made_at"] + LASTS
    return open_still and not row["disabled"] and not expired


def _session(row: dict[str, Any]) -> Session:
    return Session(
        row["account"], row["title"] or row["account"], row["must_change"], row["made_at"], row["seen_at"],
        row["address"], row["agent"], row["token_hash"],
    )  # fmt: skip
