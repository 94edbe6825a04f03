"""Proof that nothing is damaged: the audit's chain from its first row to its head, and the database under it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from services.access.audit import BEFORE_THE_FIRST, digest
from services.access.perform import permit
from services.errors import StoreUnusable
from services.store import Store, integrity

CHANGED, MISSING = "内容和校验码对不上，被改动过", "不见了"
CUT, ADDED, HEADLESS = "及以后的记录不见了", "不是看板写下的", "对不上表外另存的末条校验码"
NO_HEAD, UNREADABLE = "对不上：表外另存的末条校验码不见了", "读不出来"


@dataclass(frozen=True)
class Verdict:
    """What was found: how many rows the audit has, the digest of its newest, the first bad row, and all complaints."""

    rows: int
    hash: str
    first_bad: int | None
    complaints: tuple[str, ...]

    @property
    def intact(self) -> bool:
        """Say whether nothing is damaged."""
        return not self.complaints


def verify(store: Store, by: str) -> Verdict:
    """Check all there is to check; raises NotAllowed."""
    walk, complaints = Walk(), []
    try:
        with integrity.told():
            permit(store, by, "store.verify")
        with store.read() as connection:
            complaints += integrity.faults(connection)
            complaints += [f"文件“{name}”和它的校验码对不上。" for name in integrity.damaged_uploads(connection)]
    except StoreUnusable as error:
        complaints.append(str(error))
    try:
        with store.read() as connection:
            walk.over(integrity.chain(connection))
            walk.end(*integrity.newest(connection))
    except StoreUnusable:
        walk.bad(walk.rows + 1, UNREADABLE)
    return Verdict(walk.rows, walk.hash, walk.first_bad, (*complaints, *walk.complaints))


class Walk:
    """A walk along the audit, row by row: how far it came, and the first row that is not as it was written."""

    def __init__(self) -> None:
        self.rows, self.hash = 0, BEFORE_THE_FIRST
        self.first_bad: int | None = None
        self.complaints: list[str] = []

    def over(self, rows: Iterable[Mapping[Any, Any]]) -> None:
        """Go over the rows, in the order of their numbers."""
        for expected, row in enumerate(rows, 1):
            if row["id"] != expected:
                self.bad(expected, MISSING)
            elif row["previous"] != self.hash or row["hash"] != digest(row):
                self.bad(expected, CHANGED)
            self.rows, self.hash = expected, row["hash"]

    def end(self, newest: int | None, head: str | None) -> None:
        """Hold the end against number and digest of the newest row as they were kept beside."""
        if newest is None:
            self.bad(self.rows, NO_HEAD)
        elif newest > self.rows:
            self.bad(self.rows + 1, CUT)
        elif newest < self.rows:
            self.bad(newest + 1, ADDED)
        elif head != self.hash:
            self.bad(self.rows, HEADLESS)

    def bad(self, number: int, what: str) -> None:
        """Note a bad row; only the first is told, for every later one may merely follow from it."""
        if self.first_bad is None:
            self.first_bad = number
            self.complaints.append(f"审计第{number}条{what}。")
