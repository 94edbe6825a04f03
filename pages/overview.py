"""总览: three figures, where each of the 涉改 units stands, and what a leader should take up."""

from html import escape

import streamlit as st

from pages.parts.calls import call_list, calls
from pages.parts.card import card
from pages.parts.chart import block, chart, empty, lists
from pages.parts.data import against, measures, trend
from pages.parts.filters import filters
from pages.parts.months import months
from pages.parts.plan import planned
from pages.parts.reported import reported
from pages.parts.theme import dark
from pages.parts.trend import points
from pages.parts.unit_tiles import unit_tiles
from services import narrative
from services.figures.burnup import burnup

view, now = filters("domain")
found = measures(now.stamp, view, "K01", "K08", "K17")
before = against(now, view, "K01", "K08", "K17")
to_take_up = calls(view, now)

known = reported(found)
headline = narrative.overview(known["K01"], known["K08"], known["K17"], len(to_take_up))
st.html(f'<div class="headline">{escape(headline)}</div>')

year = months(view.as_of, 12)
since_january = [day for day in year if day.year == view.as_of.year]
for column, (indicator, rest, days) in zip(
    st.columns(3),
    (("K01", "看未完成", year), ("K08", "看未参训", since_january), ("K17", "看未销号", year)),
    strict=True,
):
    with column:
        card(
            indicator, found[indicator], before=before.get(indicator), months=points(indicator, days), rest=rest,
            plan=planned() if indicator == "K01" else None,
        )  # fmt: skip

unit_tiles()

left, right = st.columns([3, 2])
with left:
    call_list(to_take_up)
with right, block("涉改处置逐月累计", "按完成日期", "K01", key="burnup"):
    measured = [each for each in trend(now.stamp, view, "K01", year) if each and each.of]
    if len(measured) == len(year) and known["K01"]:
        done, scope = [int(each.n) for each in measured], [int(each.of or 0) for each in measured]
        alt = f"涉改处置累计完成从{done[0]}家到{done[-1]}家，共要完成{scope[-1]}家"
        chart(burnup(year, done, scope, "家", dark()), alt, "burnup")
        lists(("看已完成的", "K01", "n"))
    else:
        empty("上传涉改单位党组织处置台账后，这里显示每月完成多少。")
