"""The server: `python app.py`, or `streamlit run app.py` for one that is already set up.

The pages stand behind `st.App`, so that pages/frame.py runs first whatever address a browser opens.
"""

import asyncio
import gc
import logging
import secrets
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import streamlit as st
from streamlit.web import cli

from pages.parts import shell
from services.__main__ import main
from services.store.engine import Store

COLLECT_EVERY = 60.0  # seconds
log = logging.getLogger(__name__)


async def collect_garbage() -> None:
    """Collect once a minute: after every page run, as Streamlit does on its own, it costs more than the page."""
    while True:
        await asyncio.sleep(COLLECT_EVERY)
        gc.collect()


@asynccontextmanager
async def lifespan(app: st.App) -> AsyncIterator[None]:
    """Migrate the store before the first page is served. Raises StoreUnusable."""
    Store.open()
    collecting = asyncio.create_task(collect_garbage())
    yield
    collecting.cancel()


def apologise(error: Exception) -> bool:
    """Show one sentence in place of a page that failed. Streamlit has logged the error; its number follows it."""
    number = secrets.token_hex(4)
    log.error("page failed, number %s", number)
    st.error(f"这一页没有显示出来，其他页面可以照常使用。请把出错编号 {number} 告诉维护人员。", icon=":material/error:")
    return True


app = st.App(
    Path(__file__).parent / "pages" / "frame.py",
    routes=shell.routes(),
    lifespan=lifespan,
    on_script_error=apologise,
)

if __name__ == "__main__":
    if status := main(["init", "--demo"]):
        sys.exit(status)
    cli.main(["run", __file__, *sys.argv[1:]])
