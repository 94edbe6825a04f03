"""Names in a file that no unit bears: which units may be meant and why; a person confirms one, and it is known."""

from html import escape

import streamlit as st

from pages.parts import data
from pages.parts.data import Now
from pages.parts.desk import Desk
from pages.parts.menu import link
from pages.parts.person import acting
from pages.parts.view import View
from services.aliases import KINDS, Alias, Unknown

NAMES, PLACES = 10, 5


def unknown_names(desk: Desk, view: View, now: Now) -> None:
    """Show the unknown names of the file on the desk, each with its suggestions, and those confirmed just now."""
    units = [row["values"]["name"] for row in data.rows(now.stamp, now.batch, "units")]
    unknown = desk.unknown if units else []
    if not (unknown or desk.confirmed or desk.complaint):
        return
    with st.container(key="unknown_names", gap="small"):
        if unknown:
            st.html(
                f'<h3 class="finding">有 {len(unknown)} 个单位名称，名册里没有</h3>'
                '<div class="note">请确认各是哪个单位。确认一次，以后这样写都认得；确认后马上接着核对。</div>'
            )
        if desk.complaint:
            st.html(f'<div class="outcome late">▲ {escape(desk.complaint)}</div>')
        with st.container(gap=None):
            for alias in desk.confirmed:
                _confirmed(desk, alias)
        for each in unknown[:NAMES]:
            with st.container(border=True, key=f"unknown {each.name}", gap="small"):
                _unknown(desk, each, units)
        if len(unknown) > NAMES:
            st.html(f'<div class="note">还有 {len(unknown) - NAMES} 个，确认完上面的接着列出。</div>')
        link("看全部别名", "aliases", view, now, icon=":material/badge:")


def _confirmed(desk: Desk, alias: Alias) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key=f"confirmed {alias.alias}"):
        said = f"✓ 已确认：“{alias.alias}”是“{alias.unit}”（{alias.kind}）"
        st.html(f"<div>{escape(said)}</div>", width="content")
        st.button("收回", key=f"take {alias.alias}", type="tertiary", on_click=_take_back, args=(desk, alias))


def _unknown(desk: Desk, unknown: Unknown, units: list[str]) -> None:
    name, first = unknown.name, unknown.suggestions[:1]
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.html(
            f'<div class="unknown"><b>{escape(name)}</b><span class="note">{escape(places(unknown))}</span></div>',
            width="stretch",
        )
        with st.container(horizontal=True, vertical_alignment="center", wrap=False, width="content"):
            st.html('<div class="note">这个写法是</div>', width="content")
            st.selectbox(
                "这个写法是", KINDS, KINDS.index(first[0].kind if first else KINDS[0]), key=f"kind {name}", width=110,
                label_visibility="collapsed",
            )  # fmt: skip
    for place, each in enumerate(unknown.suggestions):
        with st.container(horizontal=True, vertical_alignment="center", wrap=False):
            st.html(
                f'<div class="meant"><b>{escape(each.unit)}</b><span class="note">{escape(each.reason)}</span></div>',
                width="stretch",
            )
            st.button("就是它", key=f"is {place} {name}", on_click=_confirm, args=(desk, name, each.unit))
    with st.container(horizontal=True, vertical_alignment="center"):
        other = st.selectbox(
            "另选单位", units, None, key=f"other {name}", label_visibility="collapsed",
            placeholder="都不是？从名册里选一个单位" if unknown.suggestions else "从名册里选一个单位",
        )  # fmt: skip
        st.button("确认", key=f"is {name}", disabled=other is None, on_click=_confirm, args=(desk, name, other))


def _confirm(desk: Desk, name: str, unit: str) -> None:
    desk.confirm(data.store(), name, unit, st.session_state[f"kind {name}"], acting())


def _take_back(desk: Desk, alias: Alias) -> None:
    desk.take_back(data.store(), alias, acting())


def places(unknown: Unknown) -> str:
    """Give where a name stands, in words: 3 处：C4、C7、C9."""
    several = len({sheet for sheet, _ in unknown.places}) > 1
    cells = [f"{sheet} {cell}" if several else cell for sheet, cell in unknown.places]
    return f"{len(cells)} 处：{'、'.join(cells[:PLACES])}{' 等' if len(cells) > PLACES else ''}"
