"""The HTML that carries every page: Streamlit's own, with our title, our language and the script of our words."""

import re
from hashlib import sha256
from pathlib import Path

import streamlit as st
from starlette.convertors import StringConvertor, register_url_convertor
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from pages.parts import exports
from services.access.pages import routes as accounts
from services.screen import routes as screens
from services.store import Store

TITLE = "机关党建看板"
PAGES = Path(__file__).parent.parent
NO_CACHE = {"Cache-Control": "no-cache"}
FOREVER = {"Cache-Control": "public, immutable, max-age=31536000"}
WORDS = (Path(__file__).parent / "words.js").read_bytes()
WORDS_PATH = f"/words.{sha256(WORDS).hexdigest()[:12]}.js"
NO_SCRIPT = "<p>看板要用到 JavaScript，请在浏览器里打开它。</p>"
MISSING = f"""<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="UTF-8"><title>没有这个页面 · {TITLE}</title></head>
<body style="font-family: sans-serif; margin: 4rem"><h1>没有这个页面</h1>
<p>地址可能写错了，或者页面已经改名。</p><p><a href="/">回到总览</a></p></body></html>"""


class PageName(StringConvertor):
    """One step of a path that can be a page's name: neither a file nor one of Streamlit's own addresses."""

    regex = "[^/._][^/.]*"


register_url_convertor("page", PageName())


def shell() -> str:
    """Give Streamlit's index page as we serve it: no inline script, and no font without a Chinese glyph sent ahead."""
    page = (Path(st.__file__).parent / "static" / "index.html").read_text("utf-8")
    page = page.replace('<html lang="en">', '<html lang="zh-CN">').replace("<title>Streamlit<", f"<title>{TITLE}<")
    page = re.sub(r"<script>.*?</script>|<!--.*?-->|<link[^>]*SourceSans[^>]*>", "", page, flags=re.DOTALL)
    page = re.sub(r"<noscript>.*?</noscript>", f"<noscript>{NO_SCRIPT}</noscript>", page, flags=re.DOTALL)
    return page.replace("<head>", f'<head><script src="{WORDS_PATH}"></script>', 1).strip()


def routes() -> list[Route]:
    """Give the addresses people open: of signing in, files and screens, one per page, a plain word for any other."""
    html = shell()
    names = {path.stem for path in PAGES.glob("[!_]*.py")} - {"frame"}

    async def page(request: Request) -> HTMLResponse:
        name = request.path_params.get("name", "")
        if name and name not in names:
            return HTMLResponse(MISSING, 404, headers=NO_CACHE)
        return HTMLResponse(html, headers=NO_CACHE)

    async def words(request: Request) -> Response:
        return Response(WORDS, media_type="text/javascript", headers=FOREVER)

    return [
        Route(WORDS_PATH, words),
        *accounts.routes(store),
        *exports.routes(store),
        *screens.routes(store),
        Route("/", page),
        Route("/{name:page}", page),
    ]


def store() -> Store:
    """Give the store the pages read."""
    from pages.parts import data  # what is cached looks for the runtime when it is defined

    return data.store()
