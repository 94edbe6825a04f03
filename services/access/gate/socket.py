"""One WebSocket of a page: who opened it is looked up again and again, and it carries only what pages need."""

import asyncio
from collections.abc import Awaitable, Callable
from time import monotonic
from typing import Literal

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from services.access.gate.standing import Standing

# A close code tells the page what happened (pages/parts/words.js).
REFUSED, TOO_LONG, ENDED, CHANGED = 1008, 1009, 4401, 4403
EVERY = 2.0  # seconds between two looks at who it is
TOUCHED_EVERY = 60.0  # seconds
LONGEST = 1024 * 1024  # bytes of one message: the state of a page's boxes
AT_ONCE, A_SECOND = 300, 50  # messages

# What a message is: something a person did, something the page does by itself, nothing we use, or no message at all.
Kind = Literal["done", "own", "dropped", "wrong"]
Look = Callable[[bool], Awaitable[Standing | None]]


class Pace:
    """How many messages may still come: so many at once, then so many a second."""

    def __init__(self, now: float) -> None:
        self._left, self._at = float(AT_ONCE), now

    def takes(self, now: float) -> bool:
        """Count one message; False where it is one too many."""
        self._left = min(AT_ONCE, self._left + (now - self._at) * A_SECOND) - 1
        self._at = now
        return self._left >= 0


class Socket:
    """Stands between a page and the application; `look` gives who it is now, `kind` what a message is."""

    def __init__(self, receive: Receive, send: Send, who: Standing, look: Look, kind: Callable[[bytes], Kind]) -> None:
        self._receive, self._send = receive, send
        self._who, self._look, self._kind = who, look, kind
        self._pace = Pace(monotonic())
        self._touched = monotonic()
        self._closed = False
        self.sent: Callable[[bytes], None] = lambda message: None

    async def run(self, app: ASGIApp, scope: Scope) -> None:
        """Let the application talk to the page until either has enough, or the page's person is not who they were."""
        watch = asyncio.create_task(self._watch())
        try:
            await app(scope, self._hear, self._tell)
        finally:
            self._closed = True
            watch.cancel()

    async def _watch(self) -> None:
        code = REFUSED  # where it cannot be looked up who it is, it is nobody
        try:
            now: Standing | None = self._who
            while now == self._who:
                await asyncio.sleep(EVERY)
                now = await self._look(False)
            code = ENDED if now is None or now.account != self._who.account else CHANGED
        finally:
            await self._close(code)

    async def _hear(self) -> Message:
        while True:
            message = await self._receive()
            if message["type"] != "websocket.receive":
                return message
            code = 0 if self._closed else await self._judge(message.get("bytes"))
            if code is None:
                return message
            if code:
                await self._close(code)

    async def _judge(self, data: bytes | None) -> int | None:
        """Give None for a message that goes on, 0 for one that does not, else why nothing more is heard."""
        now = monotonic()
        if data is None or not self._pace.takes(now):
            return REFUSED
        if len(data) > LONGEST:
            return TOO_LONG
        match self._kind(data):
            case "done" if now > self._touched + TOUCHED_EVERY:
                self._touched = now
                await self._look(True)
            case "dropped":
                return 0
            case "wrong":
                return REFUSED
        return None

    async def _tell(self, message: Message) -> None:
        if self._closed:
            return
        self._closed = message["type"] == "websocket.close"
        if data := message.get("bytes"):
            self.sent(data)
        await self._send(message)

    async def _close(self, code: int) -> None:
        if not self._closed:
            self._closed = True
            await self._send({"type": "websocket.close", "code": code})
