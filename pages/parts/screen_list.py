"""The screens there are: what each shows, what is paired with it, a code for a further device, and taking it back."""

from datetime import UTC, datetime, timedelta
from functools import partial
from html import escape

import streamlit as st

from pages.parts import data, pairing_code
from pages.parts.moment import local, said
from pages.parts.person import acting
from pages.parts.tried import tried
from services.screen import pairing, screens
from services.screen.pairing import ROLES, Role
from services.screen.playlist import DEFAULT, LONGEST_NAME, playlists
from services.screen.screens import Device, Screen

ONLINE = timedelta(minutes=2)  # a device is noted once a minute


def screen_form() -> None:
    """Ask for a new screen; its code is shown at once."""
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        st.text_input("屏幕名称", key="new_screen", max_chars=LONGEST_NAME, width=220, placeholder="如：一号会议室")
        st.selectbox("播放单", _playlists(), key="new_screen_list", width=180)
        st.button("添加", icon=":material/add_to_queue:", on_click=tried, args=(_add,))


def screen_list() -> None:
    """Show the screens, and above them the code that waits to be typed."""
    pairing_code.code()
    found = screens.listed(data.store())
    if not found:
        st.html('<div class="empty">还没有屏幕。给会议室的大屏起一个名称，点“添加”，会得到一个配对码。</div>')
    for place, each in enumerate(found):
        with st.container(key=f"screen_{place}"):
            _screen(each)


def _screen(screen: Screen) -> None:
    names, name = _playlists(), screen.name
    st.session_state[f"shows {name}"] = screen.playlist if screen.playlist in names else DEFAULT.name
    words, shows, devices, buttons = st.columns([3, 3, 6, 3], vertical_alignment="center")
    made = f"{escape(screen.made_by)} · {said(screen.made_at)}添加"
    words.html(f'<b>{escape(name)}</b><div class="note">{made}</div>')
    shows.selectbox(
        "播放单", names, key=f"shows {name}", label_visibility="collapsed",
        on_change=tried, args=(partial(_show, name),),
    )  # fmt: skip
    devices.html("".join(_device(role, screen.devices.get(role)) for role in ROLES))
    with buttons, st.container(horizontal=True, gap="small"):
        with st.popover("配对", type="tertiary", icon=":material/key:"):
            st.html('<div class="note">给哪一种设备生成配对码？原来配对的那一台，到新码输入时才断开。</div>')
            for role, word in ROLES.items():
                offer = partial(pairing_code.offer, name, role)
                st.button(word, key=f"code {role} {name}", width="stretch", on_click=tried, args=(offer,))
        with st.popover("收回", type="tertiary"):
            st.html('<div class="note">与它配对的大屏、遥控和讲解马上就打不开了；要再用，需重新添加和配对。</div>')
            st.button("确定收回", key=f"revoke {name}", on_click=tried, args=(partial(_revoke, name),))
            for role in (each for each in ROLES if each in screen.devices and each != "screen"):
                only = partial(_unpair, name, role)
                st.button(f"只收回{ROLES[role]}", key=f"unpair {role} {name}", on_click=tried, args=(only,))


def _device(role: Role, device: Device | None) -> str:
    words, now = [], datetime.now(UTC)
    if device and device.paired_at and device.seen_at:
        seen = "现在在线" if now - device.seen_at < ONLINE else f"最近在线 {said(device.seen_at)}"
        words = [f"✓ {said(device.paired_at)}配对", seen]
    if device and device.expires_at and device.expires_at > now:
        words.append(f"◔ 等待输入配对码，至 {local(device.expires_at):%H:%M}")
    spans = "".join(f"<span>{word}</span>" for word in words or ["□ 未配对"])
    return f'<div class="device{"" if words else " none"}"><b>{ROLES[role]}</b>{spans}</div>'


def _playlists() -> list[str]:
    return [each.name for each in playlists(data.store())]


def _add() -> str:
    state = st.session_state
    name = screens.add(data.store(), state["new_screen"], state["new_screen_list"], acting())
    state["new_screen"] = ""
    pairing_code.offer(name, "screen")
    return f"已添加屏幕“{name}”。"


def _show(name: str) -> str:
    playlist = st.session_state[f"shows {name}"]
    screens.show(data.store(), name, playlist, acting())
    return f"“{name}”改放“{playlist}”。"


def _unpair(name: str, role: Role) -> str:
    pairing.unpair(data.store(), name, role, acting())
    return f"已收回“{name}”的{ROLES[role]}。"


def _revoke(name: str) -> str:
    screens.revoke(data.store(), name, acting())
    pairing_code.forget(name)
    return f"已收回屏幕“{name}”。"
