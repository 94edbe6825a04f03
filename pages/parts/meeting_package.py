"""断网会议包 on the desk: the playlist as one file for a USB stick, and the check of one that comes back."""

from datetime import datetime
from functools import partial
from html import escape

import streamlit as st

from pages.parts import data
from pages.parts.download import download_made
from pages.parts.moment import said
from services.access.export import HTML, File
from services.errors import Refused
from services.screen.package import PROVES, checked, fours, package
from services.screen.seal import key
from services.screen.shape import Content

MEANT = (
    "断网会议包：把上面预览的各页做成一个网页文件，拷到U盘，没有网络的会议室用浏览器打开就能放。"
    "最后一页写着资料编号、截至日期和校验码。"
)


def meeting_package(content: Content) -> None:
    """Offer what is previewed as one file, and tell of any such file whether it was changed since."""
    st.html(f'<div class="note">{MEANT}</div>')
    with st.container(horizontal=True, gap="small"):
        name = f"断网会议包-{content['snapshot'] or '最新'}-{content['as_of']}.html"
        download_made(
            "下载断网会议包", partial(made, content, name), "package.write", name,
            key="package", icon=":material/usb:",
        )  # fmt: skip
        with st.popover("核对一份会议包", type="tertiary"):
            _check()


def made(content: Content, name: str) -> File:
    """Give the file, so named, sealed with the store's key."""
    return File(name, HTML, package(content, key(data.store()), datetime.now().astimezone()))


def _check() -> None:
    st.html(f'<div class="note">核对通过，说明{PROVES}</div>')
    file = st.file_uploader("会议包文件", type="html", label_visibility="collapsed")
    if file is None:
        return
    try:
        papers = checked(file.getvalue(), key(data.store()))
    except Refused as error:
        st.html(f'<div class="outcome late">▲ {escape(str(error))}</div>')
        return
    facts = f"资料编号 {papers.number}，截至{papers.as_of}，制作于{said(datetime.fromisoformat(papers.made_at))}"
    st.html(f'<div class="outcome done">✓ 核对通过。{escape(facts)}。</div>')
    st.html(f'<div class="note">校验码 {fours(papers.digest)}</div>')
