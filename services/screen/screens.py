"""Screens: made by an analyst under a name, each with a playlist, taken back at once."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from services.access import perform
from services.errors import BadRequest
from services.screen import playlist as lists
from services.store import Store, screens
from services.text import outer

LONGEST_NAME = 20


@dataclass(frozen=True)
class Device:
    """What is paired with a screen in one role, and until when a code for it may still be typed."""

    paired_at: datetime | None
    seen_at: datetime | None
    expires_at: datetime | None


@dataclass(frozen=True)
class Screen:
    """A screen: the name of its playlist, who made it when, and what is paired with it, by role."""

    name: str
    playlist: str
    made_at: datetime
    made_by: str
    devices: Mapping[str, Device]


def add(store: Store, name: str, playlist: str, by: str) -> str:
    """Make a screen and give its name.

    Raises BadRequest for one missing or taken and for an unknown playlist; NotAllowed.
    """
    name = outer(name)
    with perform(store, by, "screen.add", name, playlist=playlist) as act:
        if not name or len(name) > LONGEST_NAME:
            raise BadRequest(f"请给屏幕起一个不超过{LONGEST_NAME}个字的名称，如：一号会议室。")
        lists.named(store, playlist)
        if any(row["name"] == name for row in screens.screens(act.connection)):
            raise BadRequest(f"已经有名为“{name}”的屏幕。要重新添加，请先收回它。")
        screens.add_screen(act.connection, name=name, playlist=playlist, made_at=datetime.now(UTC), made_by=by)
    return name


def listed(store: Store) -> list[Screen]:
    """Give every screen, in the order they were made."""
    with store.read() as connection:
        kept, devices = screens.screens(connection), screens.pairings(connection)
    return [
        Screen(
            row["name"], row["playlist"], row["made_at"], row["made_by"],
            {
                each["role"]: Device(each["paired_at"], each["seen_at"], each["expires_at"])
                for each in devices
                if each["screen"] == row["name"]
            },
        )
        for row in kept
    ]  # fmt: skip


def show(store: Store, name: str, playlist: str, by: str | None = None) -> None:
    """Let a screen show another playlist; raises BadRequest for an unknown screen or playlist, and NotAllowed."""
    with perform(store, by, "screen.show", name, playlist=playlist) as act:
        lists.named(store, playlist)
        if not screens.set_playlist(act.connection, name, playlist):
            raise unknown(name)


def revoke(store: Store, name: str, by: str) -> None:
    """Take a screen back with everything paired with it: each of its devices is refused from its next question on.

    Raises BadRequest for an unknown screen; NotAllowed.
    """
    with perform(store, by, "screen.revoke", name) as act:
        if not screens.take_screen(act.connection, name):
            raise unknown(name)


def unknown(name: str) -> BadRequest:
    """Give the refusal of a name that no screen has."""
    return BadRequest(f"没有名为“{name}”的屏幕。")
