"""台账: one ledger drawn from its declaration — its figures, its charts, who is silent, all of its rows."""

import streamlit as st

from pages.parts.asked import asked
from pages.parts.chart import empty
from pages.parts.heading import LOOK
from pages.parts.ledger_figures import ledger_figures
from pages.parts.ledger_filters import ledger_filters
from pages.parts.ledger_head import ledger_head
from pages.parts.ledger_rows import ledger_rows
from pages.parts.menu import link
from pages.parts.raising import raising
from pages.parts.silent_units import silent_units
from services.ledgers import ledgers

chosen = ledgers().get(st.query_params.get("ledger", ""))
if chosen is None:
    view, now = asked()
    st.warning("网址里没有写明是哪种台账，或者这种台账不存在。请从“全部台账”进来。")
    link("全部台账", "registers", view, now)
    st.stop()

ledger_filters(chosen)
st.html(LOOK)
if ledger_head(chosen):
    ledger_figures(chosen)
    silent_units(chosen)
    raising(chosen)
    ledger_rows(chosen)
else:
    empty(f"上传{chosen.title}后，这里显示：{chosen.purpose}。可以先下载空白模板；手头正在用的表也可以直接传。")
