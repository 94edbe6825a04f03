"""Rows about named people: not for a 领导 without the grant."""

import streamlit as st

from pages.parts.listing import about_persons
from pages.parts.person import allowed
from services.ledgers import ledger

SAID = "这里是人员名单，看人员名单要另外授权，请找系统管理员。数字和各单位的情况照常可以看。"


def withheld(name: str) -> bool:
    """Say of a ledger, by its id, whether its rows are not for the person of this run; then say so to them."""
    if not about_persons(ledger(name)) or allowed("rows.persons"):
        return False
    st.html(f'<div class="empty">{SAID}</div>')
    return True
