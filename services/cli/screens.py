"""The commands `screen add`, `screen list` and `screen revoke`."""

import argparse
from datetime import UTC, datetime
from typing import Any

from services.access import permit
from services.cli.commands import Answer
from services.screen import pairing, screens
from services.screen.screens import Screen
from services.store import Store


def add(asked: argparse.Namespace) -> Answer:
    """Make a screen and the code that pairs it."""
    store = Store.open()
    name = screens.add(store, asked.name, asked.playlist, asked.actor)
    code = pairing.code(store, name, "screen", datetime.now(UTC), asked.minutes, asked.actor)
    answer = {"name": name, "code": code.written, "expires_at": code.expires_at.isoformat(timespec="seconds")}
    until = f"{code.expires_at.astimezone():%H:%M}"
    said = f"已添加屏幕“{name}”。请在它的浏览器里打开 /screen，{until} 以前输入配对码：{code.shown}"
    return 0, answer, said


def list_(asked: argparse.Namespace) -> Answer:
    """All screens."""
    store = Store.open()
    permit(store, asked.actor, "screen.read")
    found = screens.listed(store)
    return 0, {"screens": [_plain(each) for each in found]}, "\n".join(map(_line, found)) or "还没有屏幕。"


def revoke(asked: argparse.Namespace) -> Answer:
    """Take a screen back with everything paired with it."""
    screens.revoke(Store.open(), asked.name, asked.actor)
    answer = {"name": asked.name, "outcome": "revoked"}
    return 0, answer, f"已收回屏幕“{asked.name}”：与它配对的设备马上就打不开了。"


def _plain(screen: Screen) -> dict[str, Any]:
    wall = screen.devices.get("screen")
    paired_at, seen_at = (wall.paired_at, wall.seen_at) if wall else (None, None)
    return {
        "name": screen.name, "playlist": screen.playlist, "paired": paired_at is not None,
        "paired_at": paired_at and paired_at.isoformat(), "seen_at": seen_at and seen_at.isoformat(),
        "by": screen.made_by, "made_at": screen.made_at.isoformat(),
    }  # fmt: skip


def _line(screen: Screen) -> str:
    wall = screen.devices.get("screen")
    seen = f"最近在线 {wall.seen_at.astimezone():%Y-%m-%d %H:%M}" if wall and wall.seen_at else "还没有配对"
    return f"{screen.name}：播放单“{screen.playlist}”，{seen}"
