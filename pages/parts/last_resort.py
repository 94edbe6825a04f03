"""What is shown in place of something that failed: never a traceback."""

import logging
import secrets

import streamlit as st
from starlette.requests import Request
from starlette.responses import PlainTextResponse

from pages.parts.plain import plain
from services.access.gate import SAFE
from services.errors import DashboardError

log = logging.getLogger(__name__)


def apologise(error: Exception) -> bool:
    """Show the error's own sentence where it has one, else one with a number to report, and log that number.

    Gives True: nothing else is to be shown of the error, which Streamlit has logged.
    """
    st.error(plain(str(error)) if isinstance(error, DashboardError) else _numbered(), icon=":material/error:")
    # Where the answer to a click failed the page was not drawn at all; its next run draws it as it was left.
    st.button("回到这一页", key="back to the page")
    return True


async def failed(request: Request, error: Exception) -> PlainTextResponse:
    """Give what is said in place of an answer that failed outside of pages; the server logs the error after it."""
    return PlainTextResponse(_numbered(), 500, headers=SAFE)


def _numbered() -> str:
    number = secrets.token_hex(4)
    log.error("page failed, number %s", number)
    return f"这里出了错，没有做成。可以再试一次，其他页面照常使用。请把出错编号 {number} 告诉维护人员。"
