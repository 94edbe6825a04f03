"""A temporary password, shown to the 系统管理员 who had it made until they put it away, and never again."""

from html import escape

import streamlit as st

KEPT = "temporary password"


def show_password(name: str, password: str) -> None:
    """Keep a password for the page that is drawn next."""
    st.session_state[KEPT] = (name, password)


def password_shown() -> None:
    """Show the password that was made last in this session, large enough to be read out."""
    if KEPT not in st.session_state:
        return
    name, password = st.session_state[KEPT]
    with st.container(border=True, key="password", horizontal=True, vertical_alignment="bottom"):
        st.html(
            f'<div class="note">“{escape(name)}”的临时密码</div><div class="password"><b>{escape(password)}</b>'
            "<span>请当面或另行告诉本人。收起后不再显示；忘了就重新发一个。</span></div>"
        )
        st.button("收起", type="tertiary", on_click=st.session_state.pop, args=(KEPT,))
