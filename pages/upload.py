"""上传: a file, how it was understood, what is wrong, what would change — and then exactly that is committed."""

import streamlit as st

from pages.parts import data
from pages.parts.asked import asked
from pages.parts.desk import Desk
from pages.parts.heading import heading
from pages.parts.ledger_list import ledger_list
from pages.parts.person import acting
from pages.parts.preview_view import preview_view
from pages.parts.receipt import receipt
from pages.parts.upload_options import chosen
from services.batches import history

view, now = asked()
desk: Desk = st.session_state.setdefault("desk", Desk())

heading("上传", "传上手头的台账，先看清楚读成了什么、会改什么，再提交。")
uploaded = st.file_uploader(
    "台账文件", key=f"file {desk.round}",
    help="读取和核对时不会写入任何内容，点“提交”才写入。",
)  # fmt: skip

if uploaded is None:
    if desk.receipt and desk.receipt.batch <= now.batch:
        receipt(desk.receipt, view, now)
    ledger_list(history(data.store()))
else:
    options = chosen(st.session_state, uploaded.file_id)
    if not desk.holds(uploaded.file_id, options, now.batch):
        with st.spinner("第 1 步，共 2 步：正在读取和核对…"):
            desk.read(data.store(), uploaded.file_id, uploaded.name, uploaded.getvalue(), options, acting())
    preview_view(desk, uploaded.file_id, uploaded.getvalue(), view, now)
    if desk.preview and desk.preview.refusal:
        ledger_list(history(data.store()))
