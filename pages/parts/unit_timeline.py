"""The unit's way on one picture, and what did not fit into it in words."""

from html import escape

import streamlit as st

from pages.parts.chart import block, empty
from pages.parts.picture import picture
from services.dossier import Record, lanes, left_out
from services.figures.svg.timeline import timeline


def unit_timeline(record: Record) -> int:
    """Show the lanes of the unit: its reform, elections and terms, findings, training; give how many there are."""
    drawn = lanes(record)
    with block("进度时间线", "去年和今年；长竖线为截至日期，短竖线为时限", key="timeline"):
        if not drawn:
            empty("这个单位没有涉改、选举、督查和培训的记录。")
            return 0
        said = "；".join(f"{lane.name}：{lane.said or lane.state.word}" for lane in drawn)
        picture(timeline(drawn, record.as_of, f"{record.unit['name']}进度时间线。{said}"), "timeline")
        if rest := left_out(record):
            st.html(f'<div class="note">{escape(rest)}</div>')
    return len(drawn)
