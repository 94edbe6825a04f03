"""The HTML that carries every page: Streamlit's own, with our title, our language and the server's address."""

from pathlib import Path

import streamlit as st
from starlette.convertors import StringConvertor, register_url_convertor
from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.routing import Route

TITLE = "机关党建看板"
PAGES = Path(__file__).parent.parent
NO_CACHE = {"Cache-Control": "no-cache"}
# Left to itself the front end looks for its server below the page's own address first: two errors on every deep link.
SERVER = "<script>window.__streamlit = { BACKEND_BASE_URL: window.location.origin }</script>"
MISSING = f"""<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="UTF-8"><title>没有这个页面 · {TITLE}</title></head>
<body style="font-family: sans-serif; margin: 4rem"><h1>没有这个页面</h1>
<p>地址可能写错了，或者页面已经改名。</p><p><a href="/">回到总览</a></p></body></html>"""


class PageName(StringConvertor):
    """One step of a path that can be a page's name: neither a file nor one of Streamlit's own addresses."""

    regex = "[^/._][^/.]*"


register_url_convertor("page", PageName())


def shell() -> str:
    """Give Streamlit's index page as we serve it."""
    page = (Path(st.__file__).parent / "static" / "index.html").read_text("utf-8")
    page = page.replace('<html lang="en">', '<html lang="zh-CN">').replace("<title>Streamlit<", f"<title>{TITLE}<")
    return page.replace("<head>", f"<head>{SERVER}", 1)


def routes() -> list[Route]:
    """Give the addresses people open: /, one for each script in pages/, and a plain word for any other."""
    html = shell()
    names = {path.stem for path in PAGES.glob("[!_]*.py")} - {"frame"}

    async def page(request: Request) -> HTMLResponse:
        name = request.path_params.get("name", "")
        if name and name not in names:
            return HTMLResponse(MISSING, 404, headers=NO_CACHE)
        return HTMLResponse(html, headers=NO_CACHE)

    return [Route("/", page), Route("/{name:page}", page)]
