"""Accounts as they are written; how they are read stands in services/store/access.py."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from services.store.access import ACCOUNT, Kept


def add_account(connection: Connection, **values: Any) -> None:
    """Write an account; its name must be free."""
    connection.execute(sa.insert(ACCOUNT).values(**values))


def set_account(connection: Connection, name: str, **values: Any) -> None:
    """Write what is known of an account."""
    connection.execute(sa.update(ACCOUNT).where(ACCOUNT.c.name == name).values(**values))


def account_of(connection: Connection, subject: str) -> Kept | None:
    """Give the account linked with a person of the house's own sign-in."""
    row = connection.execute(sa.select(ACCOUNT).where(ACCOUNT.c.subject == subject)).mappings().one_or_none()
    return dict(row) if row else None
