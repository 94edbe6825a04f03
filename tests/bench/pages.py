"""Each page's script on the demonstration data: processor time of a run (goal: under 150 ms at a first visit)."""

import logging
import statistics
from pathlib import Path

import streamlit as st
from streamlit.testing.v1 import AppTest

from pages.parts import data
from pages.parts.ahead import State, again
from services.ledgers.units import DOMAINS
from tests.bench.clock import cpu, median

PAGES = Path(__file__).resolve().parents[2] / "pages"
# What the pages that show one thing are asked for; the longest list, a unit like any other.
ASKED = {"rows": {"k": "K13", "part": "of"}, "unit": {"unit": "市发展和改革委员会"}, "changes": {"k": "K17"}}


def bench() -> None:
    logging.disable(logging.WARNING)  # Streamlit tells at length that there is no browser
    print("Page           nothing kept ms   after a commit ms   new filter ms   all kept ms")
    for path in sorted(PAGES.glob("[!_]*.py")):
        if path.stem != "frame":
            print(f"{path.stem:14} {row(path)}")
    print()


def row(path: Path) -> str:
    """Give the times of one page: with an empty cache, after what was asked was asked ahead, sliced, and again."""
    app = AppTest.from_file(str(PAGES / "frame.py"), default_timeout=120).run()
    app.switch_page(path.name)
    for name, value in ASKED.get(path.stem, {}).items():
        app.query_params[name] = value
    app.run()
    st.cache_data.clear()
    first = cpu(app.run)
    st.cache_data.clear()
    now = data.now()
    state = State(now.stamp, now.day, now.batch)
    again(state, state)
    ahead = cpu(app.run)
    kept = median(cpu, app.run)
    filtered = statistics.median(cpu(lambda: sliced(app, domain)) for domain in DOMAINS)
    fault = f"   {[message.value for message in (*app.error, *app.warning, *app.exception)]}"
    times = f"{first * 1000:15.0f} {ahead * 1000:19.0f} {filtered * 1000:15.0f} {kept * 1000:13.0f}"
    return times + ("" if fault.endswith("[]") else fault)


def sliced(app: AppTest, domain: str) -> None:
    app.query_params["domain"] = domain
    app.run()
