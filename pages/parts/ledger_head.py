"""The head of a ledger's page: its one figure in a sentence, how new it is, its files."""

from html import escape

import streamlit as st

from pages.parts.asked import asked
from pages.parts.card import change
from pages.parts.data import fresh
from pages.parts.figure_codes import figure_code
from pages.parts.ledger_list import files
from pages.parts.meaning import meaning
from pages.parts.measured import against, measure
from pages.parts.menu import link
from pages.parts.moment import local
from services.indicators import Measure
from services.ledger import Ledger
from services.ledgers import indicators
from services.share import written


def ledger_head(ledger: Ledger) -> bool:
    """Show the head; say whether the ledger holds anything."""
    view, now = asked()
    known = fresh(now.stamp, view.as_of, view.batch)[ledger.id]
    first = ledger.indicators[0].id if ledger.indicators else None
    measured = measure(now.stamp, view, first) if first and known["rows"] else None
    rows = f"{known['rows']}{ledger.unit_word}"
    with st.container(horizontal=True, vertical_alignment="center"):
        said = f'<span class="slice">{escape(" · ".join(view.where.values()))}</span>' if view.where else ""
        sentence = one_figure(measured) if measured else f"共{rows}" if known["rows"] else "还没有数据"
        st.html(f'<div class="headline">{said}{escape(ledger.title)}：{escape(sentence)}</div>', width="content")
        if first:
            meaning(first)
            figure_code(first)
    moved = _moved(measured) if measured else ""
    day = f"表里最新的日期{known['day']}" if known["day"] else ""
    made = f"第{known['batch']}批 {local(known['made_at']):%Y-%m-%d} {known['made_by']}" if known["rows"] else ""
    parts = (ledger.purpose, f"截至{view.as_of:%Y-%m-%d}", moved, rows if known["rows"] else "", day, made)
    st.html(f'<div class="note">{" · ".join(escape(part) for part in parts if part)}</div>')
    with st.container(key="links_ledger", horizontal=True, vertical_alignment="center", gap="medium"):
        link("上传", "upload", view, now, icon=":material/upload:")
        files(ledger, bool(known["rows"]))
    return bool(known["rows"])


def _moved(measured: Measure) -> str:
    view, now = asked()
    before = against(now, view, measured.id).get(measured.id)
    return change(measured, before, view.against, indicators()[measured.id].unit_word)


def one_figure(measured: Measure) -> str:
    """Give a ledger's one figure in words: its name, n/N and percent, or n and its unit word."""
    unit_word = indicators()[measured.id].unit_word
    if measured.of is None:
        return f"{measured.name}{written(measured.n)}{unit_word}"
    if not measured.of:
        return f"{measured.name}目前没有计入分母的"
    return f"{measured.name}{written(measured.n)}/{written(measured.of)}{unit_word}（{measured.percent}）"
