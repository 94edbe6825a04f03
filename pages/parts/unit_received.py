"""Everything ever received about the unit, file by file, each with the way to its first row in the original."""

from collections.abc import Mapping
from html import escape
from typing import Any
from urllib.parse import urlencode

import streamlit as st

from pages.parts.asked import asked
from pages.parts.chart import block
from pages.parts.data import received_from
from pages.parts.moment import local
from services.ledgers import ledgers

# Lines shown, at least printed, and what a page has room for together with open things and lanes of the timeline.
SHOWN, LEAST, ROOM = 12, 1, 28


def unit_received(unit: str, above: int) -> None:
    """Show which files brought something new about the unit, the newest first; older ones are folded away.

    `above`: how many lines the paper holds above these; as many are printed as it has room for.
    """
    view, now = asked()
    found = received_from(now.stamp, unit, view.batch)
    rows = sum(each["rows"] for each in found)
    printed = max(LEAST, min(SHOWN, ROOM - above))
    with block(f"报来过{len(found)}次，共{rows}行", "每份文件里新增或有变更的行，最近的在前", key="received"):
        lines = [_line(each, urlencode(view.params(now.day, ledger=each["ledger"], row=str(each["row"]))))
                 for each in found]  # fmt: skip
        later = f'<div class="later">{"".join(lines[printed:SHOWN])}</div>'
        st.html(f'<div class="received">{"".join(lines[:printed])}{later}</div>')
        if rest := lines[SHOWN:]:
            st.html(f'<details class="received"><summary>更早的{len(rest)}次</summary>{"".join(rest)}</details>')
        if len(lines) > printed:
            st.html(f'<div class="note only-print">另有{len(lines) - printed}次更早的</div>')


def _line(each: Mapping[str, Any], query: str) -> str:
    declared = ledgers()[each["ledger"]]
    return (
        f"<p><time>{local(each['made_at']):%Y-%m-%d}</time><span>第{each['batch']}批 · {escape(each['made_by'])}</span>"
        f'<a href="source?{escape(query)}" target="_self">{escape(each["file"])}</a>'
        f"<em>{each['rows']}{declared.unit_word}</em></p>"
    )
