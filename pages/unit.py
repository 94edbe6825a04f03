"""单位一页清: who a unit is, what is open, how its work stands, everything received from it; one A4 in print."""

from html import escape
from pathlib import Path

import streamlit as st

from pages.parts import data
from pages.parts.asked import asked
from pages.parts.band import label
from pages.parts.print_button import print_button
from pages.parts.unit_facts import identity
from pages.parts.unit_figures import unit_figures
from pages.parts.unit_open import unit_open
from pages.parts.unit_received import unit_received
from pages.parts.unit_record import record
from pages.parts.unit_records import unit_records
from pages.parts.unit_registers import unit_registers
from pages.parts.unit_timeline import unit_timeline

LOOK = Path(__file__).parent / "parts" / "unit.css"

view, now = asked()
view = view.only()
known = {row["values"]["name"]: row for row in data.rows(now.stamp, view.batch, "units")}
asked_for = st.query_params.get("unit", "")

if not known:
    st.html('<div class="empty">还没有单位。请先上传单位名册。</div>')
    st.stop()
if asked_for not in known:
    if asked_for:
        st.warning("名册里没有网址写的这个单位，请在上面另选一个。")
    asked_for = ""


def turn() -> None:
    """Write the chosen unit into the URL."""
    st.query_params["unit"] = st.session_state["unit"] or ""


st.session_state["unit"] = asked_for or None
with st.session_state["room"]:
    with label("单位"):
        st.selectbox(
            "单位", list(known), key="unit", placeholder="选一个单位", on_change=turn,
            width=340, label_visibility="collapsed",
        )  # fmt: skip
    if asked_for:
        print_button()
st.html(LOOK)
if not asked_for:
    st.html('<div class="empty">选一个单位，看它的全部记录。</div>')
else:
    found = record(known[asked_for]["values"])
    stands = f"机关党建看板 · 截至{view.as_of:%Y-%m-%d} · 按第{view.batch}批数据"
    st.html(f'<div class="note only-print">{stands}</div><div class="headline">{escape(asked_for)}</div>')
    identity(known[asked_for], found)
    unit_figures(asked_for)
    lines = unit_open(found) + unit_timeline(found) + unit_registers(asked_for)
    unit_received(asked_for, lines)
    unit_records(asked_for)
