"""What can be changed of an account, in a dialog: its rights, its password, its sessions, whether it is open."""

from collections.abc import Callable
from functools import partial
from html import escape

import streamlit as st

from pages.parts import data
from pages.parts.password_shown import show_password
from pages.parts.person import acting
from pages.parts.tried import keep
from services.access import Role, accounts
from services.access.accounts import LONGEST_TITLE, Account, Rights
from services.errors import DashboardError
from services.ledgers.units import DOMAINS
from services.settings import provider


@st.dialog("修改账号", width="medium")
def account_change(account: Account, open_now: int) -> None:
    """Ask what is to change; what cannot be done is said here, what was done on the page behind."""
    rights, name = account.rights, account.name
    st.html(f'<div class="card-name">{escape(f"{rights.title} {name}".strip())}</div>')
    title = st.text_input("姓名", rights.title, key=f"title {name}", max_chars=LONGEST_TITLE)
    roles = st.pills("角色", list(Role), selection_mode="multi", default=rights.roles, key=f"roles {name}")
    domains = st.multiselect(
        "业务员只管这些领域", list(DOMAINS), rights.domains, key=f"domains {name}", placeholder="不选就是全部领域",
        disabled=Role.ANALYST not in roles,
    )  # fmt: skip
    persons = st.checkbox(
        "领导可以看人员名单", rights.persons, key=f"persons {name}", disabled=Role.LEADER not in roles,
        help="如教育培训的参训人员。不选的只看数字和单位。",
    )  # fmt: skip
    until = st.date_input(
        "用到哪一天", rights.expires_on, key=f"until {name}", format="YYYY-MM-DD", help="不填就一直可用。"
    )
    login = rights.login
    if provider():
        login = st.text_input(
            "统一身份认证的登录名", rights.login, key=f"login {name}",
            help="登录过一次以后，这里是对方系统里的编号。清空就不再关联。",
        )  # fmt: skip
    wanted = Rights(tuple(roles), title, tuple(domains) or None, persons, until, login)
    with st.container(horizontal=True, gap="small"):
        save = st.button("保存", type="primary", key=f"save {name}")
        st.space("stretch")
        asked = _others(account, open_now)
    if save:
        asked = partial(_change, name, wanted)
    if asked:
        _done(asked)


def _others(account: Account, open_now: int) -> Callable[[], str] | None:
    """Show what else can be done with another's account, and give what was clicked."""
    name, asked = account.name, None
    if name == acting():
        st.html('<div class="note">自己的密码和登录，请点右上角的“密码”和“我的登录”。</div>', width="content")
        return None
    if not account.disabled and st.button("发临时密码", key=f"password {name}", help="原来的密码作废，登录都会结束。"):
        asked = partial(_password, name)
    if open_now and st.button("结束登录", key=f"sessions {name}"):
        asked = partial(_end, name)
    if st.button("启用" if account.disabled else "停用", key=f"disable {name}"):
        asked = partial(_disable, name, not account.disabled)
    return asked


def _done(work: Callable[[], str]) -> None:
    try:
        keep("done", f"✓ {work()}")
    except DashboardError as error:
        st.html(f'<div class="outcome late">▲ {escape(str(error))}</div>')
    else:
        st.rerun()


def _change(name: str, wanted: Rights) -> str:
    accounts.change(data.store(), name, wanted, acting())
    return f"已修改账号“{name}”。"


def _password(name: str) -> str:
    show_password(name, accounts.new_password(data.store(), name, acting()))
    return f"已给“{name}”发了新的临时密码。"


def _end(name: str) -> str:
    return f"已结束“{name}”的登录，共{accounts.end_sessions(data.store(), name, acting())}处。"


def _disable(name: str, disabled: bool) -> str:
    accounts.disable(data.store(), name, acting(), disabled)
    return f"已{'停用' if disabled else '启用'}账号“{name}”。"
