"""账号: who may come in and what they may do. Passwords are only made here, never seen again."""

from pathlib import Path

import streamlit as st

from pages.parts import data
from pages.parts.account_form import account_form
from pages.parts.account_list import account_list
from pages.parts.heading import heading
from pages.parts.password_shown import password_shown
from pages.parts.person import account, acting
from pages.parts.tried import told
from services.access import accounts

LOOK = Path(__file__).parent / "parts" / "people.css"
FIRST = """<div class="empty">现在是单机模式：还没有账号，看板只能在这台机器上打开，不用登录。
<p>要让别人也能用，请在这台机器的命令行里添加第一个账号（系统管理员），得到一个临时密码：</p>
<p><code>python -m services account add 登录名 --role 系统管理员 --title 姓名</code></p>
<p>从那时起人人都要登录，别的账号由系统管理员在这一页添加。</p></div>"""

heading("账号", "谁可以进来，能看什么、做什么。这里只发临时密码，本人第一次登录时要换成自己的，别人看不到。")
st.html(LOOK)
told()
if account():
    password_shown()
    account_form()
    account_list(accounts.listed(data.store(), acting()))
else:
    st.html(FIRST)
