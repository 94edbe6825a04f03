"""What surrounds every page: the band and the strip. What fails in a page goes to the last resort (app.py)."""

from pathlib import Path

import streamlit as st

from pages.parts import asked, band, data, figure_codes, menu, person
from pages.parts.last_resort import apologise
from pages.parts.plain import plain
from pages.parts.view import read
from services.errors import DashboardError

LOOK = Path(__file__).parent / "parts" / "look.css"
ICON = Path(__file__).parent / "parts" / "icon.svg"


def start() -> None:
    """Answer the bare address with the person's first page, keeping what the URL asks for."""
    st.switch_page(f"{menu.first()}.py", query_params=dict(st.query_params))


def show() -> None:
    """Run the page that is asked for, inside the frame, for the person who asks."""
    person.note()
    page = st.navigation(menu.pages(start), position="hidden")
    now = data.now()
    view, complaints = read(st.query_params, now.day, now.batch, now.snapshots)
    asked.note(view, now)
    figure_codes.begin()
    band.band(page.url_path, view, now)
    band.strip(view, now)
    for sentence in complaints:
        st.warning(plain(sentence), icon=":material/info:")
    page.run()
    figure_codes.show()


st.set_page_config("机关党建看板", ICON.read_text(encoding="utf-8"), layout="wide")
st.html(LOOK)
try:
    show()
except DashboardError as error:
    apologise(error)  # foreseen, so that no traceback goes to the log
