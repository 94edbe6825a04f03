"""本期变化: “上次说71，怎么变69” — what moved each figure since a snapshot, thing by thing, in four classes."""

from dataclasses import replace
from html import escape
from pathlib import Path

import streamlit as st

from pages.parts.asked import asked
from pages.parts.band import label
from pages.parts.change_block import change_block
from pages.parts.change_list import change_list
from pages.parts.chart import empty
from pages.parts.compared import compared, said
from pages.parts.filters import filters
from pages.parts.measured import split
from pages.parts.menu import link
from pages.parts.names import short_names
from pages.parts.view import newest_before
from services.changes import KINDS, figure, sentence
from services.ledgers import indicators

LOOK = Path(__file__).parent / "parts" / "changes.css"
WORKS = ("K01", "K05", "K08", "K10", "K15", "K17", "K18", "K19")
ALL = "三项工作的8个指标"
CLASSES = (
    "真变化：期间发生的事，或者时间推移。补报：当时已经如此，后来才报来。"
    "更正：当时报过的值改了、去掉了。移交核减：单位移交、不再涉及，或者任务基数调整。"
)

st.html(LOOK)
view, now = asked()
if not now.snapshots:
    st.html('<div class="headline">本期变化</div>')
    empty("还没有快照，没有可以对比的上一次。发布一个快照以后，这里逐项说明每个数为什么变。")
    link("去发布快照", "snapshots", view, now, icon=":material/photo_camera:")
    st.stop()
if view.against is None:
    st.html('<div class="headline">本期变化</div>')
    nearest = newest_before(view.as_of, view.batch, now.snapshots)
    empty("选了“不对比”，没有可以说的变化。" if nearest else "在这之前没有快照，可以和之后的对比。")
    asked_for = {"k": k} if (k := st.query_params.get("k")) else {}
    name = nearest or min(now.snapshots, key=lambda each: now.snapshots[each])
    view = replace(view, against=name, chosen=True)
    link(f"与“{name}”对比", "changes", view, now, icon=":material/compare_arrows:", **asked_for)
    st.stop()


def turn() -> None:
    """Write the chosen figure into the URL."""
    if st.session_state["k"] == ALL:
        st.query_params.pop("k", None)
    else:
        st.query_params["k"] = st.session_state["k"]


known = indicators()
chosen = st.query_params.get("k", "")
if chosen and chosen not in known:
    st.warning("网址里的指标不存在，已显示三项工作的指标。")
    chosen = ""
st.session_state["k"] = chosen or ALL
st.session_state["room"] = st.container(key="choice", horizontal=True, vertical_alignment="center", gap="small")
with st.session_state["room"], label("指标"):
    st.selectbox(
        "指标", [ALL, *known], key="k", on_change=turn, width=230, label_visibility="collapsed",
        format_func=lambda id: ALL if id == ALL else f"{id} {known[id].name}",
    )  # fmt: skip
view, now = filters("domain", "reform_type", "disposition", "category")

pair = compared(view, now)
assert pair is not None  # the view is compared with a snapshot by now
wanted = (chosen,) if chosen else WORKS
found = {id: split(now.stamp, pair.then, pair.until, view.where, id) for id in wanted}
moved = {id: each for id, each in found.items() if each and each.changes}
if chosen:
    whole = found[chosen]
    names = short_names()
    headline = (
        sentence(whole, known[chosen], pair.then_name, lambda unit: names.get(unit, unit))
        if whole
        else f"{known[chosen].name}不能按当前筛选统计。"
    )
else:
    kinds = [
        f"{count}个有{kind}" for kind in KINDS if (count := sum(bool(each.of_kind(kind)) for each in moved.values()))
    ]
    headline = (
        f"与“{pair.then_name}”相比，{len(WORKS)}个指标{f'中{len(moved)}个' if len(moved) < len(WORKS) else '都'}变了"
        + "，其中" * bool(kinds)
        + "、".join(kinds)
        + "。"
    )
st.html(
    f'<div class="headline">{escape(headline)}</div>'
    f'<div class="note">{escape(f"{pair.then_name}：{said(pair.then)} → {pair.until_name}：{said(pair.until)}")}</div>'
    f'<div class="note">{CLASSES}</div>'
)
for id, each in moved.items():
    change_block(known[id], each, pair, more=not chosen)
if chosen and moved:
    change_list(moved[chosen])
still = [
    f"{known[id].name} {figure(each.now)}{known[id].unit_word}"
    for id, each in found.items()
    if each and not each.changes
]
if still:
    st.html(f'<div class="note">没有变化：{escape("；".join(still))}</div>')
if unknown := [known[id].name for id, each in found.items() if each is None]:
    st.html(f'<div class="note">不能按当前筛选统计：{escape("；".join(unknown))}</div>')
