"""涉改覆盖: where every unit stands, by disposition and kind, the new units' elections, boards and terms."""

import streamlit as st

from pages.parts.burnups import one_burnup
from pages.parts.card import card
from pages.parts.disposition_bars import disposition_bars
from pages.parts.election_steps import election_steps
from pages.parts.figure_line import Further, figure_line
from pages.parts.filters import filters, headline
from pages.parts.measured import against, measures
from pages.parts.progress import progress
from pages.parts.reform_splits import reform_splits
from pages.parts.reported import reported
from pages.parts.term_bars import overdue_terms, term_bars
from pages.parts.transfer_flows import transfer_flows
from pages.parts.unit_tiles import unit_tiles
from services import narrative
from services.share import written

view, now = filters("domain", "reform_type", "disposition")
WANTED = ("K01", "K02", "K03", "K04", "K05", "K05a", "K06", "K06b", "K07")
found, before = measures(now.stamp, view, *WANTED), against(now, view, *WANTED)
reform = progress("K01")

known = reported(found)
headline(narrative.coverage(known["K01"], known["K05"]))


def gap_words(gap: int) -> str:
    """Give the difference between the task and the register in words."""
    return f"差额{gap}家" if gap > 0 else f"多登记{-gap}家"


def aside(indicator: str, *names: str) -> int:
    """Give how many are counted apart from a figure."""
    measured = found[indicator]
    return sum(measured.values[name] for name in names) if measured else 0


def beside(indicator: str) -> str:
    """Give what has to be known beside the figure."""
    measured = found[indicator]
    values = measured.values if measured else {}
    if indicator in ("K01", "K04") and values.get("gap"):
        return f"任务基数{values['target']}家，名册登记{values['registered']}家，{gap_words(values['gap'])}"
    if indicator == "K02" and values:
        middle = f"相隔天数中位数{values['median']}天，" if values["median"] is not None else ""
        return f"{middle}缺日期{values['undated']}家"
    if indicator == "K03" and aside("K03", "under_three", "unknown"):
        return f"正式党员不足3人的{values['under_three']}家、人数不明的{values['unknown']}家另列"
    if indicator == "K06" and found["K06b"]:
        return f"逾期未换届{written(found['K06b'].n)}个"
    if indicator == "K05" and found["K05a"]:
        return f"其中大会已召开{written(found['K05a'].n)}家"
    return ""


for column, (indicator, rest) in zip(
    st.columns(3), (("K01", "看未完成"), ("K05", "看未完成"), ("K06", "看未按期")), strict=True
):
    with column:
        card(
            indicator, found[indicator], before=before.get(indicator), beside=beside(indicator), rest=rest,
            plan=reform.planned if indicator == "K01" else None,
        )  # fmt: skip
figure_line(
    found, before,
    Further("K02", beside("K02"), "看未同步", aside=("看缺日期", aside("K02", "undated"))),
    Further("K03", beside("K03"), "看未覆盖", aside=("看另列", aside("K03", "under_three", "unknown"))),
    Further("K04", beside("K04"), "看未组建"), Further("K07", beside("K07"), "看未配齐"),
)  # fmt: skip

unit_tiles(sortable=True)
left, right = st.columns([3, 2])
with left:
    disposition_bars()
with right:
    one_burnup(reform)
left, right = st.columns([2, 3])
with left:
    reform_splits(known["K01"])
with right:
    transfer_flows()
election_steps()
left, right = st.columns([3, 2])
with left:
    term_bars()
with right:
    overdue_terms()
