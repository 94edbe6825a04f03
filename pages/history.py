"""历史: every batch, newest first; what the chosen one changed; and taking it back."""

import streamlit as st

from pages.parts import data
from pages.parts.asked import asked
from pages.parts.batch_view import batch_view
from pages.parts.heading import heading
from pages.parts.history_list import history_list
from pages.parts.menu import link
from services.batches import history

view, now = asked()
batches = history(data.store())

heading("历史", "每一批上传和撤销都在这里：谁、什么时候、哪个文件、改了什么。")
if batches:
    batch_view(history_list(batches), batches)
else:
    st.html('<div class="empty">还没有任何批次。上传第一份台账后，这里会记下谁在什么时候改了什么。</div>')
    link("去上传", "upload", view, now, icon=":material/upload:")
