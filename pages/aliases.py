"""别名: the further names of units that were confirmed or written down, by whom and when; each can be taken back."""

from html import escape

import streamlit as st

from pages.parts import data
from pages.parts.alias_form import alias_form
from pages.parts.asked import asked
from pages.parts.heading import heading
from pages.parts.menu import link
from pages.parts.moment import said
from pages.parts.person import acting
from services import aliases
from services.aliases import Alias
from services.errors import DashboardError

SAID = "said of an alias"


def say(look: str, sentence: str) -> None:
    """Keep what came of a click for the page that is drawn next."""
    st.session_state[SAID] = (look, sentence)


def take_back(alias: Alias) -> None:
    """Take a name back and keep what to say about it."""
    try:
        aliases.remove(data.store(), alias.alias, acting())
        say("done", f"✓ 已收回：“{alias.alias}”不再当作“{alias.unit}”。")
    except DashboardError as error:
        say("late", f"▲ {error}")


view, now = asked()
units = [row["values"]["name"] for row in data.rows(now.stamp, now.batch, "units")]

heading("单位别名", "名册之外的单位写法。确认过或登记过的，以后都认得；收回后就不认得了，已经提交的记录不受影响。")
if units:
    alias_form(units, say)
if kept := st.session_state.pop(SAID, None):
    st.html(f'<div class="outcome {kept[0]}">{escape(kept[1])}</div>')
found = aliases.listed(data.store())
if found:
    st.html(f'<h3 class="finding">已登记 {len(found)} 个</h3>')
    with st.container(key="aliases", gap=None):
        for each in found:
            with st.container(key=f"ledger_{each.alias}", horizontal=True, vertical_alignment="center", gap="medium"):
                unit = each.unit if each.known else f"{each.unit}（名册里已没有，暂不起作用）"
                st.html(
                    f'<div class="kind"><b>{escape(each.alias)}</b><span>{escape(unit)} · {escape(each.kind)}</span>'
                    f"<span>{escape(each.by)} · {said(each.at)}</span></div>"
                )
                st.button("收回", key=f"take {each.alias}", type="tertiary", on_click=take_back, args=(each,))
elif units:
    st.html('<div class="empty">还没有登记过别名。上传的表里有名册上没有的单位名称时，也会在上传页请您确认。</div>')
else:
    st.html('<div class="empty">还没有单位名册。先上传单位名册，再登记各单位的别名。</div>')
    link("去上传", "upload", view, now, icon=":material/upload:")
