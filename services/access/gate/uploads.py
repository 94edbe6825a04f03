"""How much may be uploaded at once: files that pages hold in memory, of one account and of all."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

MB = 1024 * 1024
# Office spreadsheets have some hundred kilobytes; Streamlit refuses one above 20 MB (.streamlit/config.toml).
LARGEST = 21 * MB


@dataclass(frozen=True)
class Quota:
    """The most files and bytes at a time."""

    files: int
    bytes: int

    def takes(self, sizes: Iterable[int]) -> bool:
        """Say whether files of these sizes keep within it."""
        held = list(sizes)
        return len(held) <= self.files and sum(held) <= self.bytes


OWN, ALL = Quota(20, 100 * MB), Quota(200, 500 * MB)
Held = Callable[[], dict[str, int]]


class Uploads:
    """Who uploaded what is held or on its way; `held` gives the address and size of every file in memory."""

    def __init__(self, held: Held, own: Quota = OWN, all_: Quota = ALL) -> None:
        self._held, self._own, self._all = held, own, all_
        self._of: dict[str, str] = {}
        self._coming: dict[str, int] = {}

    @contextmanager
    def room(self, account: str, path: str, size: int) -> Iterator[bool]:
        """Keep room for a file while it comes; gives False where there is none."""
        sizes = self._held() | self._coming | {path: size}
        self._of = {each: owner for each, owner in self._of.items() if each in sizes} | {path: account}
        own = (held for each, held in sizes.items() if self._of.get(each) == account)
        if not (self._own.takes(own) and self._all.takes(sizes.values())):
            yield False
            return
        self._coming[path] = size
        try:
            yield True
        finally:
            self._coming.pop(path, None)
