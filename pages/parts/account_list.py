"""The accounts there are: who, what they are, how they stand, and a way to change each."""

from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime
from html import escape

import streamlit as st

from pages.parts import data
from pages.parts.account_change import account_change
from services.access import sessions
from services.access.accounts import Account


def account_list(found: Sequence[Account]) -> None:
    """Show every account on a line of its own."""
    open_now = Counter(each.account for each in sessions.listed(data.store(), datetime.now(UTC)))
    st.html(f'<h3 class="finding">共 {len(found)} 个账号，{len(open_now)} 人登录中</h3>')
    with st.container(key="accounts", gap=None):
        for each in found:
            with st.container(key=f"ledger_{each.name}", horizontal=True, vertical_alignment="center", gap="medium"):
                st.html(_line(each, open_now[each.name]))
                if st.button("修改", key=f"change {each.name}", type="tertiary"):
                    account_change(each, open_now[each.name])


def _line(account: Account, open_now: int) -> str:
    rights = account.rights
    who = f"<b>{escape(rights.title or account.name)}</b>" + (f" {escape(account.name)}" if rights.title else "")
    words = ["、".join(rights.roles)]
    words += [f"只管{'、'.join(rights.domains)}"] if rights.domains else []
    words += ["可看人员名单"] if rights.persons else []
    words += [f"用到 {rights.expires_on}"] if rights.expires_on else []
    words += [f"统一身份：{'已关联' if account.linked else rights.login}"] if rights.login else []
    look = ' class="kind shut"' if account.disabled else ' class="kind"'
    said, stands = escape(" · ".join(words)), _stands(account, open_now)
    return f"<div{look}><div>{who}</div><span>{said}</span><span>{stands}</span></div>"


def _stands(account: Account, open_now: int) -> str:
    if account.disabled:
        return "／ 已停用"
    if account.rights.expires_on and account.rights.expires_on < datetime.now(UTC).astimezone().date():
        return "／ 已到期"
    if account.must_change:
        return "◔ 临时密码还没有换"
    return f"✓ 登录中，{open_now} 处" if open_now else "□ 没有登录"
