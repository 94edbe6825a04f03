"""The band on top of every page, and the strip under it: 截至, 已知, 对比, and the word on demonstration data."""

from collections.abc import Iterable, Mapping
from datetime import date
from html import escape
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from pages.parts import person
from pages.parts.data import Now, batches, store
from pages.parts.menu import ANALYSTS, LEADERS, OFFICES, RIGHTS, link
from pages.parts.moment import local, said
from pages.parts.view import FIRST_YEAR, LAST_YEAR, NO_SNAPSHOT, View
from services.batches import empty_demonstration

NEWEST = 0
WAYS = {"/sessions": "我的登录", "/password": "密码", "/sign-out": "退出"}
ALONE = "还没有建立账号：看板只能在这台机器上打开，谁打开谁就是主人。建立第一个账号后，人人都要登录。"


def band(here: str, view: View, now: Now) -> None:
    """Show the product's name and the menu, with the page `here` marked."""
    with st.container(key="band", horizontal=True, vertical_alignment="center", gap="small"):
        st.html('<div class="brand"><i></i>机关党建看板</div>', width="content")
        for path, title in LEADERS.items():
            _entry(path, title, here, view, now)
        st.space("stretch")
        for path, title in {**ANALYSTS, **OFFICES}.items():
            _entry(path, title, here, view, now)
        _person()


def _person() -> None:
    """Show who is signed in, with the way out and to one's own sessions; in 单机模式 that nobody has to."""
    if name := person.account():
        ways = "".join(f'<a href="{path}" target="_self">{word}</a>' for path, word in WAYS.items())
        st.html(f'<div class="person"><b>{escape(name)}</b>{ways}</div>', width="content")
    else:
        st.html(f'<div class="person" title="{ALONE}">单机模式</div>', width="content")


def _entry(path: str, title: str, here: str, view: View, now: Now) -> None:
    if person.allowed(RIGHTS[path]):
        with st.container(key="here" if path == here else f"to_{path}", width="content"):
            link(title, path, view, now)


def strip(view: View, now: Now) -> None:
    """Show the word on demonstration data, then 截至, 已知, 对比, and room for the page's filters.

    截至 goes back in what happened, 已知 in what was known of it.
    """
    if now.demonstration:
        with st.container(key="demonstration", horizontal=True, vertical_alignment="center", gap="small"):
            st.html("<b>演示数据</b>　单位、人员和问题都是虚构的，供试用。", width="content")
            _emptying()
    if not person.allowed("figures.read"):
        return
    with st.container(key="strip", horizontal=True, vertical_alignment="center", gap="small"):
        _day(view, now)
        _known(view, now)
        _against(view, now)
        st.session_state["room"] = st.container(
            horizontal=True, vertical_alignment="center", width="content", gap="small"
        )


def _emptying() -> None:
    if not person.allowed("demonstration.empty"):
        return
    if st.button("清空并开始正式使用", type="tertiary", icon=":material/delete_sweep:"):
        _confirm()


def _day(view: View, now: Now) -> None:
    st.session_state["as_of"] = view.as_of
    with label("截至"):
        st.date_input(
            "截至", key="as_of", format="YYYY-MM-DD", label_visibility="collapsed", width=132, required=True,
            min_value=date(FIRST_YEAR, 1, 1), max_value=date(LAST_YEAR, 12, 31),
            on_change=_put, args=("as_of", now.day),
        )  # fmt: skip


def _known(view: View, now: Now) -> None:
    if not now.batch:
        label("还没有数据")
        return
    found = {each["id"]: each for each in batches(now.stamp)}
    st.session_state["known"] = view.batch if view.pinned else NEWEST
    newest = found[view.batch]
    hint = f"数据时间：第{view.batch}批 · {said(newest['made_at'])} · {newest['by']}：{newest['file'] or '撤销'}"
    with label("已知", hint):
        st.selectbox(
            "已知", [NEWEST, *found], key="known", label_visibility="collapsed", width=214,
            format_func=_titles(found.values(), now).__getitem__, on_change=_put, args=("known", NEWEST),
        )  # fmt: skip
    if view.pinned:
        st.button("回到最新", key="back", type="tertiary", icon=":material/close:", on_click=_forward)


def _titles(found: Iterable[Mapping[str, Any]], now: Now) -> dict[int, str]:
    """Give each batch in words: its number, its day, and the snapshots that know just as much."""
    named: dict[int, list[str]] = {}
    for name, (_, batch) in now.snapshots.items():
        named.setdefault(batch, []).append(name)
    titles = {}
    for each in found:
        made_at = local(each["made_at"])
        day = f"{made_at:%m-%d}" if made_at.year == now.day.year else f"{made_at:%Y-%m-%d}"
        titles[each["id"]] = " · ".join([f"第{each['id']}批 {day}", *named.get(each["id"], [])])
    return titles | {NEWEST: f"最新 · {titles[now.batch].partition(' · ')[0]}"}


def _forward() -> None:
    """Leave what was known then, and the day that went with it."""
    for name in ("known", "as_of"):
        st.query_params.pop(name, None)


def _against(view: View, now: Now) -> None:
    if not now.snapshots:
        return
    st.session_state["against"] = view.against or NO_SNAPSHOT
    with label("对比"):
        st.selectbox(
            "对比", [NO_SNAPSHOT, *now.snapshots], key="against", label_visibility="collapsed", width=140,
            on_change=_put, args=("against", None),
        )  # fmt: skip


def label(text: str, hint: str = "") -> DeltaGenerator:
    """Show a widget's name and give the place behind it, so that no line ends between; `hint` is under the pointer."""
    place = st.container(horizontal=True, vertical_alignment="center", width="content", gap="xsmall")
    place.html(f'<div class="note" title="{escape(hint, quote=True)}">{text}</div>', width="content")
    return place


def _put(name: str, default: object) -> None:
    """Write a choice into the URL; the default leaves no trace there."""
    chosen = st.session_state[name]
    if chosen is None or chosen == default:
        st.query_params.pop(name, None)
    else:
        st.query_params[name] = str(chosen)


@st.dialog("清空演示数据")
def _confirm() -> None:
    st.text("演示用的单位、人员和问题将全部删除，不能恢复。\n清空后从第1批开始上传你们自己的台账。")
    with st.container(horizontal=True, horizontal_alignment="right"):
        if st.button("取消"):
            st.rerun()
        st.button("清空", type="primary", on_click=_empty)


def _empty() -> None:
    empty_demonstration(store(), person.acting())
    st.query_params.clear()
    st.rerun()
