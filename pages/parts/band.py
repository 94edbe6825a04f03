"""The band on top of every page, and the strip under it: 截至, 对比, 数据时间, and the word on demonstration data."""

from datetime import date
from html import escape

import streamlit as st

from pages.parts.data import Now, store
from pages.parts.menu import ANALYSTS, LEADERS, link
from pages.parts.moment import said
from pages.parts.view import FIRST_YEAR, LAST_YEAR, View
from services.batches import empty_demonstration

NO_SNAPSHOT = "不对比"


def band(here: str, view: View, now: Now) -> None:
    """Show the product's name and the menu, with the page `here` marked."""
    with st.container(key="band", horizontal=True, vertical_alignment="center", gap="small"):
        st.html('<div class="brand"><i></i>机关党建看板</div>', width="content")
        for path, title in LEADERS.items():
            _entry(path, title, here, view, now)
        st.space("stretch")
        for path, title in ANALYSTS.items():
            _entry(path, title, here, view, now)


def _entry(path: str, title: str, here: str, view: View, now: Now) -> None:
    with st.container(key="here" if path == here else f"to_{path}", width="content"):
        link(title, path, view, now)


def strip(view: View, now: Now) -> None:
    """Show the word on demonstration data, then 截至, 对比, room for the page's filters, and how new the data are."""
    if now.demonstration:
        with st.container(key="demonstration", horizontal=True, vertical_alignment="center", gap="small"):
            st.html("<b>演示数据</b>　单位、人员和问题都是虚构的，供试用。", width="content")
            if st.button("清空并开始正式使用", type="tertiary", icon=":material/delete_sweep:"):
                _confirm()
    with st.container(key="strip", horizontal=True, vertical_alignment="center", gap="small"):
        _day(view, now)
        _against(view, now)
        st.session_state["room"] = st.container(
            horizontal=True, vertical_alignment="center", width="content", gap="small"
        )
        st.space("stretch")
        st.html(_data_time(now), width="content")


def _day(view: View, now: Now) -> None:
    st.session_state["as_of"] = view.as_of
    label("截至")
    st.date_input(
        "截至", key="as_of", format="YYYY-MM-DD", label_visibility="collapsed", width=140, required=True,
        min_value=date(FIRST_YEAR, 1, 1), max_value=date(LAST_YEAR, 12, 31), on_change=_put, args=("as_of", now.day),
    )  # fmt: skip


def _against(view: View, now: Now) -> None:
    if not now.snapshots:
        return
    st.session_state["against"] = view.against or NO_SNAPSHOT
    label("对比")
    st.selectbox(
        "对比", [NO_SNAPSHOT, *now.snapshots], key="against", label_visibility="collapsed", width=160,
        on_change=_put, args=("against", NO_SNAPSHOT),
    )  # fmt: skip


def label(text: str) -> None:
    """Show a widget's name before it, on one line with it."""
    st.html(f'<div class="note">{text}</div>', width="content")


def _put(name: str, default: object) -> None:
    """Write a choice into the URL; the default leaves no trace there."""
    chosen = st.session_state[name]
    if chosen is None or chosen == default:
        st.query_params.pop(name, None)
    else:
        st.query_params[name] = str(chosen)


def _data_time(now: Now) -> str:
    """Give number and time of the newest batch as HTML; who and which file show under the pointer."""
    if not now.made_at:
        return '<div class="note">还没有数据</div>'
    hint = escape(f"{now.made_by}：{now.file or '撤销'}", quote=True)
    return f'<div class="note" title="{hint}">数据时间：第{now.batch}批 · {said(now.made_at)}</div>'


@st.dialog("清空演示数据")
def _confirm() -> None:
    st.text("演示用的单位、人员和问题将全部删除，不能恢复。\n清空后从第1批开始上传你们自己的台账。")
    with st.container(horizontal=True, horizontal_alignment="right"):
        if st.button("取消"):
            st.rerun()
        st.button("清空", type="primary", on_click=_empty)


def _empty() -> None:
    empty_demonstration(store())
    st.query_params.clear()
    st.rerun()
