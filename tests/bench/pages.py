"""Each page's script on the demonstration data: processor time of a run (goal: under 150 ms)."""

import logging
import statistics
from pathlib import Path

import streamlit as st
from streamlit.testing.v1 import AppTest

from services.ledgers.units import DOMAINS
from tests.bench.clock import cpu, median

PAGES = Path(__file__).resolve().parents[2] / "pages"
# What the pages that show one thing are asked for; the longest list, a unit like any other.
ASKED = {"rows": {"k": "K13", "part": "of"}, "unit": {"unit": "市发展和改革委员会"}}


def bench() -> None:
    logging.disable(logging.WARNING)  # Streamlit tells at length that there is no browser
    print("Page           new data ms   new filter ms   again ms   (what is cached: nothing, another slice, all of it)")
    for path in sorted(PAGES.glob("[!_]*.py")):
        if path.stem != "frame":
            print(f"{path.stem:14} {row(path)}")
    print()


def row(path: Path) -> str:
    """Give the times of one page."""
    app = AppTest.from_file(str(PAGES / "frame.py"), default_timeout=120).run()
    app.switch_page(path.name)
    for name, value in ASKED.get(path.stem, {}).items():
        app.query_params[name] = value
    app.run()
    st.cache_data.clear()
    first = cpu(app.run)
    again = median(cpu, app.run)
    filtered = statistics.median(cpu(lambda: sliced(app, domain)) for domain in DOMAINS)
    fault = f"   {[message.value for message in (*app.error, *app.warning, *app.exception)]}"
    return f"{first * 1000:11.0f} {filtered * 1000:15.0f} {again * 1000:10.0f}{'' if fault.endswith('[]') else fault}"


def sliced(app: AppTest, domain: str) -> None:
    app.query_params["domain"] = domain
    app.run()
