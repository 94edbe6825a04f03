"""单位: everything on record about one unit, each row with where it was read."""

from html import escape

import streamlit as st

from pages.parts import data
from pages.parts.asked import asked
from pages.parts.band import label
from pages.parts.unit_facts import identity
from pages.parts.unit_figures import unit_figures
from pages.parts.unit_records import unit_records

view, now = asked()
view = view.only()
known = {row["values"]["name"]: row for row in data.rows(now.stamp, view.batch, "units")}
asked_for = st.query_params.get("unit", "")

if not known:
    st.html('<div class="empty">还没有单位。请先上传单位名册。</div>')
    st.stop()
if asked_for not in known:
    if asked_for:
        st.warning("名册里没有网址写的这个单位，请在下面选一个。")
    asked_for = ""


def turn() -> None:
    """Write the chosen unit into the URL."""
    st.query_params["unit"] = st.session_state["unit"] or ""


st.session_state["unit"] = asked_for or None
with st.session_state["room"]:
    label("单位")
    st.selectbox(
        "单位", list(known), key="unit", placeholder="选一个单位", on_change=turn,
        width=340, label_visibility="collapsed",
    )  # fmt: skip
if not asked_for:
    st.html('<div class="empty">选一个单位，看它的全部记录。</div>')
else:
    st.html(f'<div class="headline">{escape(asked_for)}</div>')
    identity(known[asked_for]["values"])
    unit_figures(asked_for)
    unit_records(asked_for)
