"""A playlist on the desk: chosen, changed, saved or deleted. The draft lives in the session until it is saved."""

from dataclasses import fields
from functools import partial

import streamlit as st

from pages.parts import data
from pages.parts.data import Now
from pages.parts.person import acting
from pages.parts.tried import tried
from services.screen import playlist as lists
from services.screen.playlist import DEFAULT, INCHES, KINDS, METRES, SECONDS, THEMES, Playlist

ANY = ""  # in a box None is no choice at all
NAMING = (
    "开：逾期、未完成的名单写出单位名称，会场上人人看得到。关：这些名单只按领域写有几家。"
    "涉改单位一览、选举进度列的是全部单位，总写名称；人名在任何情况下都不上大屏。"
)


def playlist_form(now: Now) -> Playlist:
    """Show the playlists with the draft of one, and give the draft."""
    state, known = st.session_state, {each.name: each for each in lists.playlists(data.store())}
    if state.get("list_chosen") not in known:
        state["list_chosen"] = DEFAULT.name
        state.pop("list_name", None)
    if "list_name" not in state:  # at first, and after another page
        _take(known[state["list_chosen"]])
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        st.selectbox("播放单", list(known), key="list_chosen", width=170, on_change=_choose, args=(known,))
        st.text_input(
            "名称", key="list_name", max_chars=lists.LONGEST_NAME, width=170, help="改了名称再保存，是另一个播放单。"
        )
        st.button("保存", type="primary", icon=":material/save:", on_click=tried, args=(_save,))
        chosen = state["list_chosen"]
        word = "恢复原样" if chosen == DEFAULT.name else "删除"
        st.button(word, type="tertiary", on_click=tried, args=(partial(_delete, chosen),))
    _pages()
    _snapshot(now)
    st.toggle("名单里写出单位名称", key="list_list_units")
    st.html(f'<div class="note">{NAMING}</div>')
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        st.segmented_control(
            "颜色", list(THEMES), key="list_theme", format_func=THEMES.__getitem__, required=True, width="content"
        )
        st.number_input("屏幕对角线（英寸）", *INCHES, key="list_inches", width=160)
        st.number_input("最远的座位（米）", *METRES, key="list_metres", width=160)
    st.html('<div class="note">最小的字从最远的座位也看得清；一页放不下的，自动分成几页轮流放。</div>')
    return _draft()


def _pages() -> None:
    order = st.session_state["list_order"]
    st.html('<div class="note">放哪几页、先后和每页几秒</div>')
    with st.container(gap=None):
        for place, kind in enumerate(order):
            with st.container(key=f"page_{kind}", horizontal=True, vertical_alignment="center", gap="small"):
                st.checkbox(KINDS[kind], key=f"list_on_{kind}", width="stretch")
                st.number_input("秒", *SECONDS, key=f"list_seconds_{kind}", label_visibility="collapsed", width=120)
                _mover(kind, place, -1, "↑", "往前", place == 0)
                _mover(kind, place, 1, "↓", "往后", place == len(order) - 1)


def _mover(kind: str, place: int, by: int, arrow: str, help: str, last: bool) -> None:
    st.button(
        arrow, key=f"move {by} {kind}", help=help, type="tertiary", disabled=last, on_click=_move, args=(place, by)
    )


def _move(place: int, by: int) -> None:
    order = st.session_state["list_order"]
    order[place], order[place + by] = order[place + by], order[place]


def _snapshot(now: Now) -> None:
    newest = next(iter(now.snapshots), None)
    follow = f"最新发布的快照（现在是“{newest}”）" if newest else "最新发布的快照（还没有发布过，先放现有数据）"
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        named, every = [ANY, *now.snapshots], [ANY, *lists.domains()]
        if st.session_state["list_snapshot"] not in named:  # a draft of before the store was emptied
            st.session_state["list_snapshot"] = ANY
        st.selectbox("放哪个快照", named, key="list_snapshot", format_func=lambda name: name or follow, width=330)
        st.selectbox("领域", every, key="list_domain", format_func=lambda name: name or "全部领域", width=150)


def _take(playlist: Playlist) -> None:
    """Make a playlist the draft."""
    state = st.session_state
    seconds = dict(playlist.pages)
    state["list_order"] = [*seconds, *(kind for kind in KINDS if kind not in seconds)]
    for kind in KINDS:
        state[f"list_on_{kind}"] = kind in seconds
        state[f"list_seconds_{kind}"] = seconds.get(kind, dict(DEFAULT.pages)[kind])
    for field in fields(Playlist):
        if field.name != "pages":
            value = getattr(playlist, field.name)
            state[f"list_{field.name}"] = ANY if value is None else value


def _draft() -> Playlist:
    state = st.session_state
    shown = (kind for kind in state["list_order"] if state[f"list_on_{kind}"])
    pages = tuple((kind, state[f"list_seconds_{kind}"]) for kind in shown)
    rest = {field.name: state[f"list_{field.name}"] for field in fields(Playlist) if field.name != "pages"}
    rest |= {"name": rest["name"].strip(), "snapshot": rest["snapshot"] or None, "domain": rest["domain"] or None}
    return Playlist(**rest, pages=pages)


def _choose(known: dict[str, Playlist]) -> None:
    _take(known[st.session_state["list_chosen"]])


def _save() -> str:
    draft = _draft()
    lists.save(data.store(), draft, acting())
    st.session_state["list_chosen"] = draft.name
    return f"已保存播放单“{draft.name}”，用它的屏幕马上换成新的内容。"


def _delete(name: str) -> str:
    lists.delete(data.store(), name, acting())
    del st.session_state["list_name"]
    return f"播放单“{name}”{'已恢复成原来的样子' if name == DEFAULT.name else '已删除'}。"
