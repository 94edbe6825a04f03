"""What surrounds every page: the band, the strip, and the last resort when a page fails."""

import logging
import secrets
from pathlib import Path

import streamlit as st

from pages.parts import asked, band, data, menu
from pages.parts.view import read
from services.errors import DashboardError

LOOK = Path(__file__).parent / "parts" / "look.css"
ICON = Path(__file__).parent / "parts" / "icon.svg"
log = logging.getLogger(__name__)


def start() -> None:
    """Answer the bare address with the first page, keeping what the URL asks for."""
    st.switch_page("overview.py", query_params=dict(st.query_params))


def show() -> None:
    """Run the page that is asked for, inside the frame."""
    page = st.navigation(menu.pages(start), position="hidden")
    now = data.now()
    view, complaints = read(st.query_params, now.day, now.batch, frozenset(now.snapshots))
    asked.note(view, now)
    band.band(page.url_path, view, now)
    band.strip(view, now)
    for sentence in complaints:
        st.warning(sentence, icon=":material/info:")
    page.run()


st.set_page_config("机关党建看板", ICON.read_text(encoding="utf-8"), layout="wide")
st.html(LOOK)
try:
    show()
except DashboardError as error:
    st.error(str(error), icon=":material/error:")
except Exception:  # the one place where a fault of ours must become a sentence instead of a traceback
    number = secrets.token_hex(4)
    log.exception("page failed, number %s", number)
    st.error(f"这一页没有显示出来，其他页面可以照常使用。请把出错编号 {number} 告诉维护人员。", icon=":material/error:")
