"""Playlists, screens and the devices paired with them, as they are kept."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from services.store.tables import Table

_TABLES = Table.metadata.tables
PLAYLIST, SCREEN, PAIRING = _TABLES["playlist"], _TABLES["screen"], _TABLES["pairing"]
Kept = dict[str, Any]


def playlists(connection: Connection) -> list[Kept]:
    """Give every playlist that was saved, by name."""
    return [dict(row) for row in connection.execute(sa.select(PLAYLIST).order_by(PLAYLIST.c.name)).mappings()]


def keep_playlist(connection: Connection, **values: Any) -> None:
    """Write a playlist in place of the one with its name."""
    take_playlist(connection, values["name"])
    connection.execute(sa.insert(PLAYLIST).values(**values))


def take_playlist(connection: Connection, name: str) -> bool:
    """Take a playlist away; False where there is none."""
    return bool(connection.execute(sa.delete(PLAYLIST).where(PLAYLIST.c.name == name)).rowcount)


def screens(connection: Connection) -> list[Kept]:
    """Give every screen, in the order they were made."""
    return [dict(row) for row in connection.execute(sa.select(SCREEN).order_by(SCREEN.c.made_at)).mappings()]


def pairings(connection: Connection) -> list[Kept]:
    """Give the codes and devices of all screens."""
    return [dict(row) for row in connection.execute(sa.select(PAIRING)).mappings()]


def add_screen(connection: Connection, **values: Any) -> None:
    """Write a screen; its name must be free."""
    connection.execute(sa.insert(SCREEN).values(**values))


def set_playlist(connection: Connection, screen: str, playlist: str) -> bool:
    """Let a screen show another playlist; False where there is no such screen."""
    return bool(connection.execute(sa.update(SCREEN).where(SCREEN.c.name == screen).values(playlist=playlist)).rowcount)


def take_screen(connection: Connection, name: str) -> bool:
    """Take a screen away with its codes and devices; False where there is none."""
    connection.execute(sa.delete(PAIRING).where(PAIRING.c.screen == name))
    return bool(connection.execute(sa.delete(SCREEN).where(SCREEN.c.name == name)).rowcount)


def keep_code(connection: Connection, screen: str, role: str, **values: Any) -> None:
    """Write the code that waits for a device of this role; a device paired before stays until it is typed."""
    if not set_pairing(connection, screen, role, **values):
        connection.execute(sa.insert(PAIRING).values(screen=screen, role=role, **values))


def open_codes(connection: Connection, role: str, now: datetime) -> list[Kept]:
    """Give the pairings of a role whose code may still be typed."""
    waiting = PAIRING.c.code_hash.is_not(None), PAIRING.c.expires_at > now
    statement = sa.select(PAIRING).where(PAIRING.c.role == role, *waiting)
    return [dict(row) for row in connection.execute(statement).mappings()]


def set_pairing(connection: Connection, screen: str, role: str, **values: Any) -> bool:
    """Write what is known of a screen's device of this role; False where there is none."""
    wanted = PAIRING.c.screen == screen, PAIRING.c.role == role
    return bool(connection.execute(sa.update(PAIRING).where(*wanted).values(**values)).rowcount)


def take_pairing(connection: Connection, screen: str, role: str) -> bool:
    """Take the code and the device of a role away; False where there is none."""
    wanted = PAIRING.c.screen == screen, PAIRING.c.role == role
    return bool(connection.execute(sa.delete(PAIRING).where(*wanted)).rowcount)


# Built once: every screen asks it each second.
_PAIRED = (
    sa.select(PAIRING.c.screen, PAIRING.c.paired_at, PAIRING.c.seen_at, PLAYLIST)
    .select_from(
        PAIRING.join(SCREEN, SCREEN.c.name == PAIRING.c.screen).outerjoin(
            PLAYLIST, PLAYLIST.c.name == SCREEN.c.playlist
        )
    )
    .where(PAIRING.c.role == sa.bindparam("role"), PAIRING.c.token_hash == sa.bindparam("token_hash"))
)


def paired(connection: Connection, role: str, token_hash: str) -> Kept | None:
    """Give a device with the playlist of its screen (`name` is None where it was never saved); None for no device."""
    row = connection.execute(_PAIRED, {"role": role, "token_hash": token_hash}).mappings().one_or_none()
    return dict(row) if row else None
