"""名单: the rows behind a figure, exactly as many as the figure says, each with the cell it was read from."""

from html import escape

import streamlit as st

from pages.parts import data, own_slice
from pages.parts.asked import asked
from pages.parts.chart import empty
from pages.parts.figure_codes import figure_code
from pages.parts.list_file import list_file
from pages.parts.listing import table
from pages.parts.meaning import meaning
from pages.parts.measured import measure
from pages.parts.plain import plain
from pages.parts.source import source, unit_link
from pages.parts.view import FILTERS
from pages.parts.withheld import withheld
from services.changes import figure
from services.errors import BadRequest
from services.indicators import Part
from services.ledgers import indicators
from services.ledgers.dimensions import title

PARTS: dict[Part, str] = {
    "n": "计入分子的", "of": "计入分母的", "rest": "计入分母、还没有计入分子的", "beside": "不计入、另列的",
}  # fmt: skip
MORE = (
    "unit", "post", "round", "state", "band", "kind", "method", "training", "mode", "level", "org", "fed_back_month",
    "closed_month",
)  # fmt: skip
LINE, HEAD, MOST = 35, 38, 420  # pixels: a line of the list, its head, and how high it may grow

view, now = asked()
params = st.query_params
indicator = indicators().get(params.get("k", ""))
written = params.get("part", "n")
view = view.sliced(**{name: params[name] for name in MORE if params.get(name)}, **own_slice.read(params))

if indicator is None:
    st.warning("网址里没有写明是哪个指标的名单，或者这个指标不存在。请从图上的“看名单”进来。")
    st.stop()
part = next((each for each in PARTS if each == written and (each in ("n", "beside") or indicator.share)), None)
if part is None:
    st.warning("网址里名单的部分写错了，已按计入指标的显示。")
    part = "n"

slice_words = [f"{title(indicator, name) or name}：{word}" for name, word in view.where.items()]
try:
    found = data.behind(now.stamp, view, indicator.id, part)
except BadRequest:
    st.warning(plain(f"{indicator.name}不能按{'、'.join(slice_words)}筛选。"))
    st.stop()
with st.container(horizontal=True, vertical_alignment="center"):
    measured = measure(now.stamp, view, indicator.id) if set(view.where) <= {*FILTERS, "unit"} else None
    headline = indicator.name
    if measured and measured.of != 0:
        share = f"（{measured.percent}）" if indicator.share else ""
        headline += f" {figure((measured.n, measured.of))}{indicator.unit_word}{share}"
    st.html(f'<div class="headline">{escape(headline)}</div>', width="content")
    meaning(indicator.id)
    figure_code(indicator.id, part=part)
which = PARTS[part] if indicator.share or part == "beside" else "计入的"
said = "，".join([f"{which}共{len(found)}行", *slice_words])
st.html(f'<div class="note">{escape(said)} · 截至{view.as_of:%Y-%m-%d} · 点任一行，看它在原表里的位置</div>')

if any(withheld(name) for name in sorted({row["ledger"] for row in found})):
    pass
elif found:
    chosen = st.dataframe(
        table(found), hide_index=True, on_select="rerun", selection_mode="single-row",
        height=min(HEAD + LINE * len(found), MOST), key=f"rows_{indicator.id}_{part}",
        alt=f"{indicator.name}名单，共{len(found)}行",
    )  # fmt: skip
    list_file(found, f"{indicator.name}名单-{view.as_of:%Y%m%d}", f"{indicator.id} {part} {said}")
    picked = chosen.selection.rows
    row = found[picked[0]] if picked and picked[0] < len(found) else None
    version = data.version(now.stamp, row["ledger"], row["row"]) if row and row["row"] else None
    if version is not None:
        source(version, row)
        unit_link(version)
    elif row is not None:
        empty("这家在任务基数里，名册还没有登记，所以没有出处。")
else:
    empty("没有这样的记录。")
