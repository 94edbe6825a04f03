"""The addresses files are taken from: each asks for the right to it, and the audit says who took what."""

from collections.abc import Callable
from urllib.parse import unquote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from pages.parts.offers import offered
from services.access import permit
from services.access.export import CSV, XLSX, File, by, sent
from services.access.gate import HEADER
from services.errors import BadRequest, DashboardError, NotAllowed
from services.ledgers import ledger
from services.store import Store
from services.workbook.export import as_csv, rows_at, xlsx
from services.workbook.template import template

FORMS = {"xlsx": (XLSX, xlsx), "csv": (CSV, as_csv)}
GONE = "这份文件已经放下了。请回到原来的页面，刷新后再下载。"


def routes(opened: Callable[[], Store]) -> list[Route]:
    """Give the routes; `opened` gives the store."""
    return [
        _route("/export/ledger/{name}", lambda request: _ledger(opened(), request)),
        _route("/export/template/{name}", lambda request: _template(opened(), request)),
        _route("/export/made/{name}", lambda request: _made(opened(), request)),
    ]


def _ledger(store: Store, request: Request) -> File:
    """Give a ledger as it stands at the moment of asking."""
    name, _, suffix = request.path_params["name"].rpartition(".")
    asked = ledger(name)
    if suffix not in FORMS:
        raise BadRequest(f"没有“{suffix}”这种导出格式。")
    media, form = FORMS[suffix]
    permit(store, by(request), "ledger.export", asked.title, form=suffix)
    return File(f"{asked.title}.{suffix}", media, form(asked, rows_at(store, asked, None, None)))


def _template(store: Store, request: Request) -> File:
    asked = ledger(request.path_params["name"].removesuffix(".xlsx"))
    permit(store, by(request), "rows.read")
    return File(f"{asked.title}（模板）.xlsx", XLSX, template(asked))


def _made(store: Store, request: Request) -> File:
    found = offered(request.path_params["name"], unquote(request.headers.get(HEADER, "")))
    if found is None:
        raise BadRequest(GONE)
    permit(store, by(request), found.operation, found.thing)
    return found.make()


def _route(path: str, made: Callable[[Request], File]) -> Route:
    async def endpoint(request: Request) -> Response:
        try:
            return sent(await run_in_threadpool(made, request))
        except NotAllowed as error:
            return PlainTextResponse(str(error), 403)
        except DashboardError as error:
            return PlainTextResponse(str(error), 404)

    return Route(path, endpoint, methods=["GET"])
