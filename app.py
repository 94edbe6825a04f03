"""The server: `python app.py`, or `streamlit run app.py` for one that is already set up.

The pages stand behind `st.App`, so that pages/frame.py runs first whatever address a browser opens.
"""

import asyncio
import gc
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware
from streamlit.web import cli

from pages.parts import shell
from pages.parts.compressed import Compressed
from pages.parts.last_resort import apologise
from services.__main__ import main
from services.store.engine import Store

COLLECT_EVERY = 60.0  # seconds


async def collect_garbage() -> None:
    """Collect once a minute: after every page run, as Streamlit does on its own, it costs more than the page."""
    while True:
        await asyncio.sleep(COLLECT_EVERY)
        gc.collect()


@asynccontextmanager
async def lifespan(app: st.App) -> AsyncIterator[None]:
    """Migrate the store before the first page is served, and see to what is done beside. Raises StoreUnusable."""
    from pages.parts.warm import keep_warm  # what is cached looks for the runtime when it is defined

    Store.open()
    beside = [asyncio.create_task(each) for each in (collect_garbage(), keep_warm())]
    yield
    for task in beside:
        task.cancel()


app = st.App(
    Path(__file__).parent / "pages" / "frame.py",
    routes=shell.routes(),
    middleware=[Middleware(Compressed)],
    lifespan=lifespan,
    on_script_error=apologise,
)

if __name__ == "__main__":
    if status := main(["init", "--demo"]):
        sys.exit(status)
    cli.main(["run", __file__, *sys.argv[1:]])
