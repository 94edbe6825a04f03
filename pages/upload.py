"""上传: a file, how it was understood, what is wrong, what would change — and then exactly that is committed."""

from html import escape

import streamlit as st

from pages.parts import data
from pages.parts.asked import asked
from pages.parts.desk import Desk, Upload
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
box = st.file_uploader(
    "台账文件", key=f"file {desk.round}", on_change=desk.put_away,
    help="读取和核对时不会写入任何内容，点“提交”才写入。",
)  # fmt: skip

if box is not None:
    desk.upload = Upload(box.file_id, box.name, box.getvalue())
elif desk.upload is not None:  # left for another page, which empties the box
    with st.container(horizontal=True, vertical_alignment="center", key="left_off"):
        st.html(f"<div>◔ 接着核对刚才的“{escape(desk.upload.name)}”，还没有提交。</div>", width="content")
        st.button("不看这份了", type="tertiary", on_click=desk.put_away)

if desk.upload is None:
    if desk.receipt and desk.receipt.batch <= now.batch:
        receipt(desk.receipt, view, now)
    ledger_list(history(data.store()))
else:
    upload = desk.upload
    options = chosen(st.session_state, upload.id)
    if not desk.holds(upload.id, options, now.batch):
        with st.spinner("第 1 步，共 2 步：正在读取和核对…"):
            desk.read(data.store(), upload.id, upload.name, upload.content, options, acting())
    preview_view(desk, upload.id, upload.content, view, now)
    if desk.preview and desk.preview.refusal:
        if not desk.preview.sheets:  # nothing of it can be read (密级, 加密 …): it is not kept for coming back to
            desk.put_away()
        ledger_list(history(data.store()))
