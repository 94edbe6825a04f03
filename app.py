"""The server: `python app.py`, or `streamlit run app.py` for one that is already set up.

The pages stand behind `st.App`, so that pages/frame.py runs first whatever address a browser opens, and the gate
stands before everything.
"""

import asyncio
import gc
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware
from streamlit import config
from streamlit.web import cli

from pages.parts import shell
from pages.parts.compressed import Compressed
from pages.parts.discreet import log_discreetly
from pages.parts.held import held
from pages.parts.last_resort import apologise, failed
from pages.parts.messages import kind
from services.__main__ import main
from services.access.gate import Gate, objection
from services.errors import StoreUnusable
from services.store.engine import Store

COLLECT_EVERY = 60.0  # seconds


async def collect_garbage() -> None:
    """Collect once a minute: after every page run, as Streamlit does on its own, it costs more than the page."""
    while True:
        await asyncio.sleep(COLLECT_EVERY)
        gc.collect()


@asynccontextmanager
async def lifespan(app: st.App) -> AsyncIterator[None]:
    """See to what is done beside the pages."""
    from pages.parts.warm import keep_warm  # what is cached looks for the runtime when it is defined

    log_discreetly()
    beside = [asyncio.create_task(each) for each in (collect_garbage(), keep_warm())]
    yield
    for task in beside:
        task.cancel()


def speaks_tls() -> bool:
    """Say whether the server itself speaks TLS; asked once it is set up."""
    return bool(config.get_option("server.sslCertFile"))


def check() -> None:
    """Migrate the store and end the program, with one sentence, where it may not be served as asked."""
    try:
        reason = objection(Store.open(), config.get_option("server.address") or "0.0.0.0", os.environ)
    except StoreUnusable as error:
        reason = str(error)
    if reason:
        print(reason, file=sys.stderr)  # noqa: T201
        sys.exit(2)


app = st.App(
    Path(__file__).parent / "pages" / "frame.py",
    routes=shell.routes(),
    middleware=[
        Middleware(Gate, opened=shell.store, kind=kind, held=held, tls=speaks_tls),
        Middleware(Compressed),
    ],
    lifespan=lifespan,
    on_script_error=apologise,
    exception_handlers={Exception: failed},
)

if __name__ == "__main__":
    if status := main(["init", "--demo"]):
        sys.exit(status)
    cli.main(["run", __file__, *sys.argv[1:]])
else:
    check()
