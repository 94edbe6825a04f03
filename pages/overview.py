"""总览: for half a minute before a meeting. One sentence, three figures, every unit, what to take up, what is ahead."""

from html import escape
from pathlib import Path

import streamlit as st

from pages.parts.added import added
from pages.parts.burnups import burnups
from pages.parts.calls import call_list, calls
from pages.parts.card import card
from pages.parts.filters import filters, headline
from pages.parts.menu import link
from pages.parts.progress import progress
from pages.parts.unit_tiles import unit_tiles
from services import narrative

st.html(Path(__file__).parent / "parts" / "overview.css")
view, now = filters("domain")
works = [progress(indicator) for indicator in ("K01", "K08", "K17")]
coverage, training, rectification = (each.work for each in works)

first, rest = narrative.overview(
    coverage, training, rectification, view.as_of, None if view.pinned else now.day, view.against
)
headline(first)
if rest:
    st.html(f'<div class="follow">{escape(rest)}</div>')
elif first == narrative.NOTHING:
    link("去上传台账", "upload", view, now, icon=":material/upload_file:")

for column, each in zip(st.columns(3), works, strict=True):
    with column:
        card(
            each.indicator, each.measured, before=each.before, months=each.points, rest=each.kind.rest,
            plan=each.planned, added=added(each.indicator) if each.before else "",
        )  # fmt: skip

with st.container(key="where"):
    left, right = st.columns([15, 8])
with left:
    unit_tiles()
with right:
    call_list(calls(view, now))
burnups(*works)
