"""The WebSocket's guard by itself: who it is must be known, or nothing more is said."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from services.access.actor import Actor
from services.access.gate import socket as guard
from services.access.gate.socket import CHANGED, ENDED, REFUSED, Socket
from services.access.gate.standing import Standing
from services.access.roles import Role

CLERK = Standing("甲", Actor("甲", frozenset({Role.ANALYST})))
LEADER = Standing("甲", Actor("甲", frozenset({Role.LEADER})))


def said(now: Standing | Exception | None) -> list[dict[str, Any]]:
    """Give what a page is sent where the next look at who it is gives `now`."""
    sent: list[dict[str, Any]] = []

    async def look(touch: bool) -> Standing | None:
        if isinstance(now, Exception):
            raise now
        return now

    async def talk() -> None:
        over: asyncio.Queue[dict[str, Any]] = asyncio.Queue()

        async def send(message: Any) -> None:
            sent.append(message)
            over.put_nowait({"type": "websocket.disconnect"})

        async def app(scope: Any, receive: Any, send: Any) -> None:
            await receive()
            await send({"type": "websocket.send", "bytes": b"too late"})

        await Socket(over.get, send, CLERK, look, lambda message: "own").run(app, {})

    with ThreadPoolExecutor(1) as apart:  # the browser's tests keep a loop running in this thread
        apart.submit(asyncio.run, asyncio.wait_for(talk(), 60)).result()
    return sent


@pytest.mark.parametrize(
    ("now", "code"),
    [(None, ENDED), (Standing("乙", CLERK.actor), ENDED), (LEADER, CHANGED), (OSError("the store is away"), REFUSED)],
)
def test_who_is_not_who_they_were_hears_no_more(
    monkeypatch: pytest.MonkeyPatch, now: Standing | Exception | None, code: int
) -> None:
    monkeypatch.setattr(guard, "EVERY", 0.01)
    assert said(now) == [{"type": "websocket.close", "code": code}]
