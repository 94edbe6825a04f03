"""Sessions and failed sign-ins, as they are kept: digests of tokens, counts of tries."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from services.store.access import ACCOUNT, Kept
from services.store.tables import Table

_TABLES = Table.metadata.tables
SESSION, ATTEMPT = _TABLES["session"], _TABLES["attempt"]


def add_session(connection: Connection, **values: Any) -> None:
    """Write a session."""
    connection.execute(sa.insert(SESSION).values(**values))


# Built once: every request and every message of a page asks it.
_SESSIONS = sa.select(SESSION, ACCOUNT.c.title, ACCOUNT.c.must_change, ACCOUNT.c.disabled, ACCOUNT.c.expires_on).join(
    ACCOUNT, ACCOUNT.c.name == SESSION.c.account
)
_SESSION = _SESSIONS.where(SESSION.c.token_hash == sa.bindparam("token_hash"))


def session(connection: Connection, token_hash: str) -> Kept | None:
    """Give a session with what decides whether its account is still good."""
    row = connection.execute(_SESSION, {"token_hash": token_hash}).mappings().one_or_none()
    return dict(row) if row else None


def open_sessions(connection: Connection, since: datetime) -> list[Kept]:
    """Give the sessions that began after a moment and were not ended, the newest first."""
    wanted = _SESSIONS.where(SESSION.c.ended_at.is_(None), SESSION.c.made_at > since)
    return [dict(row) for row in connection.execute(wanted.order_by(SESSION.c.made_at.desc())).mappings()]


def touch_session(connection: Connection, token_hash: str, now: datetime) -> None:
    """Note when a session was last used."""
    connection.execute(sa.update(SESSION).where(SESSION.c.token_hash == token_hash).values(seen_at=now))


def end_session(connection: Connection, token_hash: str, now: datetime) -> bool:
    """End a session; False where there is none, or it ended before."""
    wanted = SESSION.c.token_hash == token_hash, SESSION.c.ended_at.is_(None)
    return bool(connection.execute(sa.update(SESSION).where(*wanted).values(ended_at=now)).rowcount)


def end_sessions(connection: Connection, account: str, now: datetime, but: str = "") -> int:
    """End all sessions of an account, but the one with this digest; give how many ended."""
    wanted = SESSION.c.account == account, SESSION.c.ended_at.is_(None), SESSION.c.token_hash != but
    return connection.execute(sa.update(SESSION).where(*wanted).values(ended_at=now)).rowcount


def drop_sessions(connection: Connection, before: datetime) -> None:
    """Forget the sessions that began before a moment: who signed in when is in the audit."""
    connection.execute(sa.delete(SESSION).where(SESSION.c.made_at < before))


def attempt(connection: Connection, key: str) -> Kept | None:
    """Give the failed sign-ins of an account or an address."""
    row = connection.execute(sa.select(ATTEMPT).where(ATTEMPT.c.key == key)).mappings().one_or_none()
    return dict(row) if row else None


def keep_attempt(connection: Connection, key: str, **values: Any) -> None:
    """Write the failed sign-ins of a key in place of those kept before."""
    if not connection.execute(sa.update(ATTEMPT).where(ATTEMPT.c.key == key).values(**values)).rowcount:
        connection.execute(sa.insert(ATTEMPT).values(key=key, **values))


def drop_attempt(connection: Connection, key: str) -> None:
    """Forget the failed sign-ins of a key."""
    connection.execute(sa.delete(ATTEMPT).where(ATTEMPT.c.key == key))


def drop_attempts(connection: Connection, before: datetime) -> None:
    """Forget what was last tried before a moment."""
    connection.execute(sa.delete(ATTEMPT).where(ATTEMPT.c.last_at < before))
