"""How often a code may be tried: wrong ones are counted, per address and over all."""

from datetime import datetime, timedelta
from threading import Lock

PER_ADDRESS, OVER_ALL = 5, 50
WITHIN = timedelta(minutes=10)
LOCKED = "输错的次数太多，请过10分钟再试。"


class Attempts:
    """The tries of the last ten minutes; one that proves right is taken out again."""

    def __init__(self) -> None:
        self._tries: list[tuple[datetime, str]] = []
        self._lock = Lock()

    def take(self, address: str, now: datetime) -> bool:
        """Count a try before its code is looked at; False where there were too many, and then it is not looked at."""
        with self._lock:
            self._tries = [each for each in self._tries if each[0] > now - WITHIN]
            own = sum(tried == address for _, tried in self._tries)
            if own >= PER_ADDRESS or len(self._tries) >= OVER_ALL:
                return False
            self._tries.append((now, address))
            return True

    def forgive(self, address: str) -> None:
        """Take the tries of an address out: it knew a code."""
        with self._lock:
            self._tries = [each for each in self._tries if each[1] != address]
