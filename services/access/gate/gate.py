"""The gate: what comes in is asked for its name, its page and its session, before anything else sees it."""

from collections import Counter
from collections.abc import Callable
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from services.access.gate.client import Client, client
from services.access.gate.given import Given
from services.access.gate.headers import safe
from services.access.gate.names import LOOPBACK
from services.access.gate.paths import Asked, asked
from services.access.gate.request import LONGEST_BODY, from_own_page, named, passed_on, placed, too_long
from services.access.gate.socket import REFUSED, Kind, Socket
from services.access.gate.standing import OWNER, Standing, alone, standing
from services.access.gate.uploads import LARGEST, Held, Uploads
from services.access.operations import may
from services.access.origin import address
from services.access.pages.routes import bounce
from services.errors import StoreUnusable
from services.settings import hosts, proxies
from services.store import Store

STREAM = "/_stcore/stream"
OWN_TABS, ALL_TABS = 60, 1000
MISSING = "没有这个地址。"
NOT_OURS = "看板不认识这个访问地址。通过代理访问的，请管理员把域名写进 DASHBOARD_HOSTS。"
FOREIGN = "这个请求不是从看板自己的页面发出的。"
ONLY_HERE = "还没有建立账号，看板只能在安装它的这台机器上打开。"
SIGN_IN = "请先登录。"
CHANGE = "请先修改临时密码。"
TOO_LONG = "内容太大了。"
NO_RIGHT = "没有上传的权限。"
FULL = "同时打开的文件太多了，请先移除用不到的，再上传。"


class Gate:
    """The outermost ASGI application.

    `opened` gives the store, `kind` what a page's message is, `held` the uploaded files in memory; `tls` says whether
    the server itself speaks TLS.
    """

    def __init__(
        self,
        app: ASGIApp,
        opened: Callable[[], Store],
        kind: Callable[[bytes], Kind],
        held: Held,
        tls: Callable[[], bool],
    ) -> None:
        self.app, self._opened, self._kind, self._tls = app, opened, kind, tls()
        self._names, self._proxies = LOOPBACK | hosts(), proxies()
        self._given, self._uploads = Given(), Uploads(held)
        self._tabs: Counter[str] = Counter()
        self._accounts = False

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let one request or connection in, or turn it away."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return
        caller = client(scope, self._proxies, self._tls)
        address.set(caller.address)
        scope = placed(scope, caller)
        if scope["type"] == "websocket":
            await self._socket(scope, receive, send, caller)
            return
        what = asked(scope["path"], scope["method"])
        send = safe(send, what or Asked.DATA)
        try:
            await self._answer(scope, receive, send, caller, what)
        except StoreUnusable as error:
            await _told(503, str(error))(scope, receive, send)

    async def _answer(self, scope: Scope, receive: Receive, send: Send, caller: Client, what: Asked | None) -> None:
        refusal = await self._refusal(scope, caller, what)
        who = None
        if refusal is None and what not in {None, Asked.OPEN, Asked.SCREEN}:
            who = await run_in_threadpool(self._standing, scope, True)
            refusal = self._stopped(scope, what, who)
        if refusal is not None:
            await refusal(scope, receive, send)
            return
        passed = passed_on(scope, who)
        if what is Asked.UPLOAD and who and scope["method"] == "PUT":
            await self._upload(passed, receive, send, who)
        else:
            await self.app(passed, receive, send)

    async def _refusal(self, scope: Scope, caller: Client, what: Asked | None) -> Response | None:
        """Give what is said to a request that is not answered, whoever sent it."""
        if not named(scope, self._names):
            return _told(421, NOT_OURS)
        if what is None:
            return _told(404, MISSING)
        if not from_own_page(scope, what, caller):
            return _told(403, FOREIGN)
        if too_long(scope, LARGEST if what is Asked.UPLOAD else LONGEST_BODY):
            return _told(413, TOO_LONG)
        if not await self._welcome(scope, caller):
            return _told(403, ONLY_HERE)
        return None

    def _stopped(self, scope: Scope, what: Asked | None, who: Standing | None) -> Response | None:
        """Give what is said to somebody who may not have what they ask for."""
        page = what in {Asked.PAGE, Asked.OWN}
        if who is None:
            return _to_sign_in(scope) if page else _told(401, SIGN_IN)
        if who.must_change and what is not Asked.OWN:
            return RedirectResponse("/password", 303) if page else _told(403, CHANGE)
        if what in {Asked.GIVEN, Asked.UPLOAD} and not self._given.holds(who.account, scope["path"]):
            return _told(404, MISSING)
        if what is Asked.UPLOAD and not may(who.actor, "file.upload"):
            return _told(403, NO_RIGHT)
        return None

    async def _upload(self, scope: Scope, receive: Receive, send: Send, who: Standing) -> None:
        size = int(Headers(scope=scope).get("content-length", "0"))
        with self._uploads.room(who.account, scope["path"], size) as free:
            await (self.app if free else _told(413, FULL))(scope, receive, send)

    async def _socket(self, scope: Scope, receive: Receive, send: Send, caller: Client) -> None:
        who = await self._opener(scope, caller)
        if who is None or self._tabs[who.account] >= OWN_TABS or self._tabs.total() >= ALL_TABS:
            await send({"type": "websocket.close", "code": REFUSED})
            return

        async def look(touch: bool) -> Standing | None:
            return await run_in_threadpool(self._standing, scope, touch)

        socket = Socket(receive, send, who, look, self._kind)
        socket.sent = lambda message: self._given.note(who.account, message)
        self._tabs[who.account] += 1
        try:
            await socket.run(self.app, passed_on(scope, who))
        finally:
            self._tabs[who.account] -= 1

    async def _opener(self, scope: Scope, caller: Client) -> Standing | None:
        """Give who opens a WebSocket; None where nobody may, or not from there."""
        ours = scope["path"] == STREAM and named(scope, self._names) and from_own_page(scope, Asked.DATA, caller)
        if not ours or not await self._welcome(scope, caller):
            return None
        who = await run_in_threadpool(self._standing, scope, True)
        return None if who and who.must_change else who

    async def _welcome(self, scope: Scope, caller: Client) -> bool:
        """Say whether anybody may come in from there; without an account only this machine, by its own names."""
        peopled = self._accounts or await run_in_threadpool(self._peopled)
        return peopled or (caller.local and named(scope, LOOPBACK))

    def _standing(self, scope: Scope, touch: bool) -> Standing | None:
        return standing(self._opened(), scope, touch) if self._peopled() else OWNER

    def _peopled(self) -> bool:
        """Say whether there is an account; none is ever taken away again, so that one is enough for good."""
        self._accounts = self._accounts or not alone(self._opened())
        return self._accounts


def _told(status: int, sentence: str) -> Response:
    return PlainTextResponse(sentence, status)


def _to_sign_in(scope: Scope) -> Response:
    """Give the way to the sign-in, which comes back; by way of our own site for somebody who comes from another."""
    query = scope["query_string"].decode("latin-1")
    here = quote(scope["path"]) + (f"?{query}" if query else "")
    if Headers(scope=scope).get("sec-fetch-site") in {"cross-site", "same-site"}:
        return bounce(here)
    return RedirectResponse(f"/sign-in?next={quote(here, safe='')}", 303)
