"""What is still open at the unit, the longest late first."""

from html import escape

import streamlit as st

from pages.parts.chart import block
from services.dossier import OpenItem, Record, open_items

SHOWN = 10


def unit_open(record: Record) -> int:
    """Show the open things, each with its mark, its deadline and how late it is; give how many lines they take.

    The last ones are only numbered.
    """
    found = open_items(record)
    late = sum((item.late or 0) > 0 for item in found)
    said = f"，{late}项逾期" if late else ""
    title = f"{len(found)}项没有办结{said}" if found else "目前没有未办结的事项"
    with block(title, "逾期久的在前" if found else "", key="open"):
        lines = "".join(map(_line, found[:SHOWN]))
        rest = len(found) - SHOWN
        more = f'<div class="note">另有{rest}项</div>' if rest > 0 else ""
        if found:
            st.html(f'<div class="open">{lines}</div>{more}')
    return min(len(found), SHOWN)


def _line(item: OpenItem) -> str:
    due = f"{item.due_on:%Y-%m-%d}" if item.due_on else ""
    return (
        f'<p class="{item.state.role}"><i>{item.state.glyph}</i><b>{escape(item.state.word)}</b>'
        f"<span>{escape(item.work)}：{escape(item.what)}</span><time>{due}</time><em>{escape(item.said)}</em></p>"
    )
