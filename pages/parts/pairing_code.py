"""The code that waits to be typed on a device: shown large until it is used, void or given up, and never again."""

from datetime import UTC, datetime
from html import escape
from urllib.parse import urlsplit

import streamlit as st

from pages.parts import data
from pages.parts.moment import local
from pages.parts.person import acting
from pages.parts.tried import keep
from services.screen import pairing, screens
from services.screen.pairing import ROLES, Code, Role

KEPT = "pairing code"
EVERY = 3.0  # seconds between two looks whether it was typed
WHERE: dict[Role, str] = {"screen": "大屏的浏览器", "remote": "手机的浏览器", "present": "讲解人的电脑"}


def offer(screen: str, role: Role) -> str:
    """Make a code and keep it for this session; give the sentence that says so. Raises BadRequest."""
    st.session_state[KEPT] = pairing.code(data.store(), screen, role, datetime.now(UTC), by=acting())
    return f"已为“{screen}”的{ROLES[role]}生成配对码。"


def forget(screen: str) -> None:
    """Put the code of a screen away."""
    kept: Code | None = st.session_state.get(KEPT)
    if kept and kept.screen == screen:
        _drop()


def code() -> None:
    """Show the code of this session, if there is one, until it is used or void: then the page is drawn again."""
    if KEPT in st.session_state:
        st.fragment(_look, run_every=EVERY)()


def _look() -> None:
    kept: Code | None = st.session_state.get(KEPT)
    if kept is None:
        return
    devices = {each.name: each.devices for each in screens.listed(data.store())}.get(kept.screen, {})
    device, what = devices.get(kept.role), f"“{kept.screen}”的{ROLES[kept.role]}"
    if device and device.expires_at == kept.expires_at and datetime.now(UTC) < kept.expires_at:
        with st.container(border=True, key="code", horizontal=True, vertical_alignment="bottom"):
            st.html(_shown(kept, what))
            st.button("收起", type="tertiary", on_click=_drop, help="收起后不再显示，但在有效时间内仍可输入。")
        return
    _drop()
    if device and device.paired_at and device.expires_at is None:
        keep("done", f"✓ {what}已配对。")
    else:
        keep("soon", f"◔ {what}的配对码已失效，需要时请重新生成。")
    st.rerun()


def _shown(kept: Code, what: str) -> str:
    return (
        f'<div class="note">{escape(what)}的配对码</div><div class="code-shown"><b>{kept.shown}</b>'
        f"<ol><li>在{WHERE[kept.role]}里打开 {escape(_address(kept.role))}</li>"
        f"<li>{local(kept.expires_at):%H:%M} 以前输入这8位；只能用一次</li></ol></div>"
    )


def _address(role: Role) -> str:
    here = urlsplit(st.context.url or "")
    return f"{here.scheme}://{here.netloc}/{role}" if here.netloc else f"/{role}"


def _drop() -> None:
    st.session_state.pop(KEPT, None)
