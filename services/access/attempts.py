"""How often a password may be tried: per account and per address, the pauses doubling, kept over a restart.

A try is counted before its password is looked at, so that many at once are no more than many after each other.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from services.store import sessions
from services.store.engine import Connection

FIRST_PAUSE, LONGEST_PAUSE = timedelta(minutes=1), timedelta(minutes=15)
KEPT = timedelta(days=1)


@dataclass(frozen=True)
class Limit:
    """So many tries are free; what was tried longer ago than `forgotten` no longer counts."""

    what: str
    free: int
    forgotten: timedelta

    def key(self, name: str) -> str:
        """Give the key under which the tries of an account or an address are kept."""
        return f"{self.what} {name}"


ACCOUNT = Limit("account", 5, timedelta(days=1))
# A whole office may stand behind one address; guesses at one account stop long before.
ADDRESS = Limit("address", 50, timedelta(hours=1))


def pause(limit: Limit, failures: int) -> timedelta:
    """Give how long nothing is looked at after so many failures: nothing, then 1, 2, 4, 8, 15, 15 … minutes."""
    over = failures - limit.free
    return min(FIRST_PAUSE * 2 ** min(over, 10), LONGEST_PAUSE) if over >= 0 else timedelta()


def locked(connection: Connection, limit: Limit, name: str, now: datetime) -> datetime | None:
    """Give the moment until which no try is looked at, None where one may be made now."""
    kept = sessions.attempt(connection, limit.key(name))
    return kept["until"] if kept and kept["until"] and kept["until"] > now else None


def take(connection: Connection, limit: Limit, name: str, now: datetime) -> int | None:
    """Count a try before its password is looked at and give how many there were; None where none may be made now."""
    if locked(connection, limit, name, now):
        return None
    kept = sessions.attempt(connection, limit.key(name))
    before = kept["failures"] if kept and kept["last_at"] > now - limit.forgotten else 0
    failures = before + 1
    until = now + wait if (wait := pause(limit, failures)) else None
    sessions.keep_attempt(connection, limit.key(name), failures=failures, last_at=now, until=until)
    sessions.drop_attempts(connection, now - KEPT)
    return failures


def forget(connection: Connection, name: str) -> None:
    """Forget the tries of an account: its password was known, or it has a new one."""
    sessions.drop_attempt(connection, ACCOUNT.key(name))


def take_back(connection: Connection, address: str) -> None:
    """Take one try of an address back: it was a right one. The wrong ones before it stay."""
    kept = sessions.attempt(connection, ADDRESS.key(address))
    if kept:
        failures = kept["failures"] - 1
        until = kept["until"] if pause(ADDRESS, failures) else None
        sessions.keep_attempt(connection, ADDRESS.key(address), failures=failures, last_at=kept["last_at"], until=until)
