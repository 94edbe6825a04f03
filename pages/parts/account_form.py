"""A new account: a login name, who it is, what they are. All else is set with 修改."""

import streamlit as st

from pages.parts import data
from pages.parts.password_shown import show_password
from pages.parts.person import acting
from pages.parts.tried import tried
from services.access import Role, accounts
from services.access.accounts import LONGEST_TITLE, Rights, login_name

NAME, TITLE, ROLES = "new account", "new account title", "new account roles"


def account_form() -> None:
    """Ask for a new account; its temporary password is shown at once."""
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        st.text_input("登录名", key=NAME, max_chars=32, width=200, placeholder="如：zhangsan")
        st.text_input("姓名", key=TITLE, max_chars=LONGEST_TITLE, width=160, placeholder="如：张三")
        st.pills("角色", list(Role), selection_mode="multi", key=ROLES, width="content")
        st.button("添加", type="primary", icon=":material/person_add:", on_click=tried, args=(_add,))


def _add() -> str:
    state = st.session_state
    rights = Rights(tuple(state[ROLES] or ()), state[TITLE] or "")
    password = accounts.add(data.store(), state[NAME] or "", rights, acting())
    name = login_name(state[NAME])
    show_password(name, password)
    state[NAME], state[TITLE], state[ROLES] = "", "", []
    return f"已添加账号“{name}”。"
