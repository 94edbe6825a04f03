"""出处: one row as it was read, each of its values in the original sheet; the address can be passed on."""

import streamlit as st

from pages.parts import data
from pages.parts.asked import asked
from pages.parts.source import source, unit_link
from services.ledgers import ledgers

_, now = asked()
name, number = st.query_params.get("ledger", ""), st.query_params.get("row", "")
row = data.version(now.stamp, name, int(number)) if name in ledgers() and number.isdecimal() else None

if row is None:
    st.warning("网址里没有写明是哪一行，或者这一行不存在。请从名单或单位页进来。")
else:
    source(row)
    unit_link(row)
