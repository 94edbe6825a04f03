"""别名: the further names of units that were confirmed, by whom and when; each can be taken back."""

from html import escape

import streamlit as st

from pages.parts import data
from pages.parts.heading import heading
from pages.parts.moment import said
from pages.parts.person import acting
from services import aliases
from services.aliases import Alias
from services.errors import DashboardError


def take_back(alias: Alias) -> None:
    """Take a name back and keep what to say about it."""
    try:
        aliases.remove(data.store(), alias.alias, acting())
        st.session_state["taken"] = ("done", f"✓ 已收回：“{alias.alias}”不再当作“{alias.unit}”。")
    except DashboardError as error:
        st.session_state["taken"] = ("late", f"▲ {error}")


heading("单位别名", "名册之外、经人确认过的单位写法。收回后，再上传的表里这样写就不认得了；已经提交的记录不受影响。")
if taken := st.session_state.pop("taken", None):
    st.html(f'<div class="outcome {taken[0]}">{escape(taken[1])}</div>')
found = aliases.listed(data.store())
if found:
    with st.container(key="aliases", gap=None):
        for each in found:
            with st.container(key=f"ledger_{each.alias}", horizontal=True, vertical_alignment="center", gap="medium"):
                unit = each.unit if each.known else f"{each.unit}（名册里已没有，暂不起作用）"
                st.html(
                    f'<div class="kind"><b>{escape(each.alias)}</b><span>{escape(unit)} · {escape(each.kind)}</span>'
                    f"<span>{escape(each.by)} · {said(each.at)}</span></div>"
                )
                st.button("收回", key=f"take {each.alias}", type="tertiary", on_click=take_back, args=(each,))
else:
    st.html('<div class="empty">还没有确认过别名。上传的表里有名册上没有的单位名称时，在上传页确认。</div>')
