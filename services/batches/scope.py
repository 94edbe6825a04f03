"""A 业务员 may be answerable for some 领域 only: a batch that touches rows of other units is not theirs to write."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from services.access import Actor
from services.errors import NotAllowed
from services.ledger import Ledger
from services.ledgers import ledger as ledger_named
from services.ledgers import ledgers
from services.store import versions
from services.store.engine import Connection

NAMED = 3


def within(connection: Connection, actor: Actor, batch: int) -> None:
    """Raise NotAllowed where a batch just written brought or ended a row outside the actor's 领域.

    A row belongs to the 领域 of its unit, before and after the batch; a ledger that names no unit belongs to all.
    """
    if actor.domains is None:
        return
    units = ledger_named("units")
    belongs: dict[str, set[str]] = defaultdict(set)
    for row in (*versions.current(connection, units.versions), *versions.closed(connection, units.versions, batch)):
        belongs[row["name"]].add(row["domain"])
    foreign: dict[str, None] = {}
    for ledger in ledgers().values():
        for row in _touched(connection, ledger, batch):
            unit = row["name"] if ledger is units else row.get("unit")
            if unit is None and "domain" not in row:
                raise NotAllowed(f"“{ledger.title}”不分领域，要由负责全部领域的业务员提交，没有写入任何内容。")
            if not (belongs[unit] if unit else {row["domain"]}) <= actor.domains:
                foreign[unit or ledger.title] = None
    if foreign:
        raise NotAllowed(_said(list(foreign), actor.domains))


def _touched(connection: Connection, ledger: Ledger, batch: int) -> Iterable[dict[str, Any]]:
    yield from versions.brought(connection, ledger.versions, batch)
    yield from versions.closed(connection, ledger.versions, batch)


def _said(foreign: list[str], domains: Iterable[str]) -> str:
    named = "、".join(foreign[:NAMED]) + (f"等{len(foreign)}家" if len(foreign) > NAMED else "")
    mine = "、".join(each for each in ledger_named("units").by_id["domain"].choices if each in domains)
    return f"您只负责{mine}，这里还涉及其他领域的{named}，没有写入任何内容。"
