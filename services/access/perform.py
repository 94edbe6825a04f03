"""Doing something: the right is checked, the work done and the audit row written in one transaction."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

from services.access import audit
from services.access.actor import Actor, actor, local_user
from services.access.operations import OPERATIONS, may
from services.errors import DashboardError, NotAllowed, StoreUnusable
from services.store import Store
from services.store.engine import Connection


@dataclass
class Act:
    """One operation while it is done: the writer's connection, who acts, on what, and what the audit will say of it."""

    connection: Connection
    actor: Actor
    thing: str
    detail: dict[str, Any] = field(default_factory=dict)

    def note(self, **detail: Any) -> None:
        """Add to what the audit says: counts and names of files, ledgers and snapshots, never the value of a cell."""
        self.detail.update(detail)


@contextmanager
def perform(store: Store, by: str | None, operation: str, thing: str = "", **detail: Any) -> Iterator[Act]:
    """Let somebody do an operation (an id of OPERATIONS); all of it is kept, its audit row included, or nothing.

    `by` None is the operating system's user. Raises NotAllowed where they have not the right. That, and any refusal
    the work itself raises, is audited too.
    """
    by = local_user() if by is None else by
    try:
        with store.write() as connection:
            act = Act(connection, _allowed(connection, by, operation), thing, dict(detail))
            yield act
            audit.append(connection, by, operation, act.thing, "done", act.detail)
    except StoreUnusable:
        raise
    except DashboardError as refusal:
        _refused(store, by, operation, thing, detail, refusal)
        raise


def permit(store: Store, by: str | None, operation: str, thing: str = "", **detail: Any) -> Actor:
    """Let somebody do an operation that only reads, and give who it is; audited where OPERATIONS says so.

    `by` None is the operating system's user. Raises NotAllowed where they have not the right, which is audited always.
    """
    by = local_user() if by is None else by
    if OPERATIONS[operation].audited:
        with perform(store, by, operation, thing, **detail) as act:
            return act.actor
    try:
        with store.read() as connection:
            return _allowed(connection, by, operation)
    except NotAllowed as refusal:
        _refused(store, by, operation, thing, detail, refusal)
        raise


def _allowed(connection: Connection, by: str, operation: str) -> Actor:
    if OPERATIONS[operation].open:
        return Actor(by, frozenset())
    who = actor(connection, by)
    if not may(who, operation):
        raise NotAllowed(f"“{by}”没有“{OPERATIONS[operation].title}”的权限。")
    return who


def _refused(
    store: Store, by: str, operation: str, thing: str, detail: dict[str, Any], refusal: DashboardError
) -> None:
    why = getattr(refusal, "code", "bad_request")
    with suppress(StoreUnusable), store.write() as connection:
        audit.append(connection, by, operation, thing, "refused", {**detail, "why": why})
