"""The frame of these pages: the band with the product's name, a card, and the headers that let nothing else in."""

from html import escape
from pathlib import Path
from string import Template
from urllib.parse import quote

from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from services.access.sessions import Session

STATIC = Path(__file__).parent / "static"
LOOK = "/sign-in/look.css"
FRAME = Template((STATIC / "page.html").read_text(encoding="utf-8"))
# No script at all. A browser that may say no referrer says no Origin with a form either, hence same-origin.
SAFE = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; "
        "frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}


def page(title: str, body: str, status: int = 200, who: Session | None = None, head: str = "") -> Response:
    """Give a page; `body` and `head` are HTML, `who` is named in the band."""
    name = f"<span>{escape(who.title)}</span>" if who else ""
    html = FRAME.substitute(title=escape(title), look=LOOK, body=body, name=name, head=head)
    return HTMLResponse(html, status, headers=SAFE)


def told(status: int, sentence: str) -> Response:
    """Give a page that says one thing, with the way back."""
    fault = f'<p class="fault" role="alert">{escape(sentence)}</p>'
    return page("没有照办", f'{fault}<p><a href="/">回到看板</a></p>', status)


def turn(path: str) -> Response:
    """Turn to another of our addresses."""
    return RedirectResponse(path, 303, headers=SAFE)


def bounce(path: str) -> Response:
    """Turn to one of our addresses as our own page does: only then does a browser send our strict cookies along."""
    address = escape(quote(path, safe="/?&=%:+,~-._!*@"))
    head = f'<meta http-equiv="refresh" content="0;url={address}">'
    return page("正在打开", f'<h1>正在打开</h1><p>没有自动打开的话，<a href="{address}">请点这里</a>。</p>', head=head)


def look() -> Route:
    """Give the route of the style sheet."""
    body = (STATIC / "look.css").read_bytes()
    headers = {**SAFE, "Cache-Control": "no-cache"}
    return Route(LOOK, lambda _: Response(body, headers=headers, media_type="text/css"), methods=["GET"])
