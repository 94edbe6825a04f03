"""The headers of every answer: what a browser may do with it, and whether it may keep it."""

from starlette.datastructures import MutableHeaders
from starlette.types import Message, Send

from services.access.gate.paths import Asked

# What Streamlit's front end cannot do without: style sheets written as the page is drawn, the scripts of our own
# components (it imports them from blob: addresses) and pictures and fonts inside style sheets. No eval, no other host.
POLICY = (
    "default-src 'none'; script-src 'self' blob:; style-src 'self' 'unsafe-inline'; connect-src 'self'; "
    "img-src 'self' data: blob:; font-src 'self' data:; frame-src 'self'; worker-src 'self'; manifest-src 'self'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'self'"
)
NEVER = ("camera", "clipboard-read", "display-capture", "geolocation", "microphone", "payment", "serial", "usb")
SAFE = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": ", ".join(f"{each}=()" for each in NEVER),
    "Cache-Control": "no-store",
}
# Streamlit tells any page what it lets other sites read: nothing, here.
DROPPED = ("access-control-allow-origin", "access-control-allow-credentials", "access-control-allow-headers",
           "access-control-allow-methods")  # fmt: skip


def safe(send: Send, what: Asked) -> Send:
    """Give a `send` that adds the headers an answer lacks; data are never kept, whatever else was said."""

    async def told(message: Message) -> None:
        if message["type"] in {"http.response.start", "websocket.http.response.start"}:
            headers = MutableHeaders(raw=message.setdefault("headers", []))
            for name in DROPPED:
                del headers[name]
            for name, value in SAFE.items():
                headers.setdefault(name, value)
            if what in {Asked.DATA, Asked.GIVEN, Asked.UPLOAD, Asked.OWN}:
                headers["Cache-Control"] = "no-store"
        await send(message)

    return told
