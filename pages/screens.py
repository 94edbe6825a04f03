"""屏幕: the meeting screens with their codes, and the playlists that say what they show."""

from html import escape
from pathlib import Path

import streamlit as st

from pages.parts import data, measured
from pages.parts.asked import asked
from pages.parts.heading import heading
from pages.parts.meeting_package import meeting_package
from pages.parts.playlist_form import playlist_form
from pages.parts.preview import preview
from pages.parts.screen_list import screen_form, screen_list
from pages.parts.tried import told
from services.errors import BadRequest
from services.screen.playlist import check

LOOK = Path(__file__).parent / "parts" / "screens.css"

_, now = asked()
heading("会议大屏", "会议室的大屏放什么、放多久，哪些设备可以打开。大屏上的数和看板各页相同，人名不上大屏。")
st.html(LOOK)
told()
st.html('<h3 class="finding">屏幕</h3>')
screen_form()
screen_list()
st.html('<h3 class="finding">播放单</h3>')
form, beside = st.columns([5, 7], gap="large")
with form:
    draft = playlist_form(now)
with beside:
    try:
        check(data.store(), draft)
        st.html(f'<div class="note">预览：{len(draft.pages)}页，放一遍{sum(dict(draft.pages).values())}秒</div>')
        preview(picture := measured.picture(now, draft))
        meeting_package(picture)
    except BadRequest as error:
        st.html(f'<div class="outcome soon">◔ {escape(str(error))}</div>')
