"""涉改覆盖: where every unit stands, by disposition, the new units' elections step by step, boards and terms."""

from html import escape

import streamlit as st

from pages.parts.card import card
from pages.parts.data import against, measures
from pages.parts.disposition_bars import disposition_bars
from pages.parts.election_steps import election_steps
from pages.parts.filters import filters
from pages.parts.plan import planned
from pages.parts.reported import reported
from pages.parts.unit_tiles import unit_tiles
from services import narrative
from services.share import written

view, now = filters("domain", "reform_type", "disposition")
WANTED = ("K01", "K02", "K03", "K04", "K05", "K05a", "K06", "K06b", "K07")
found, before = measures(now.stamp, view, *WANTED), against(now, view, *WANTED)

known = reported(found)
st.html(f'<div class="headline">{escape(narrative.coverage(known["K01"], known["K05"]))}</div>')


def gap_words(gap: int) -> str:
    """Give the difference between the task and the register in words."""
    return f"差额{gap}家" if gap > 0 else f"多登记{-gap}家"


def beside(indicator: str) -> str:
    """Give what has to be known beside the figure."""
    measured = found[indicator]
    values = measured.values if measured else {}
    if indicator in ("K01", "K04") and values.get("gap"):
        return f"任务基数{values['target']}家，名册登记{values['registered']}家，{gap_words(values['gap'])}"
    if indicator == "K02" and values:
        middle = f"相隔天数中位数{values['median']}天，" if values["median"] is not None else ""
        return f"{middle}缺日期{values['undated']}家"
    if indicator == "K03" and values:
        return f"正式党员不足3人的{values['under_three']}家、人数不明的{values['unknown']}家另列"
    if indicator == "K05" and found["K05a"]:
        return f"其中大会已召开{written(found['K05a'].n)}家"
    if indicator == "K06b" and values:
        return f"1年以内{values['≤1年']}个，1年以上{values['>1年']}个"
    return ""


RESTS = {
    "K01": "看未完成", "K02": "看未同步", "K03": "看未覆盖", "K04": "看未组建",
    "K05": "看未完成", "K06": "看未按期", "K07": "看未配齐",
}  # fmt: skip
for names in (("K01", "K02", "K03", "K04"), ("K05", "K06", "K06b", "K07")):
    for column, indicator in zip(st.columns(4), names, strict=True):
        with column:
            card(
                indicator, found[indicator], before=before.get(indicator),
                beside=beside(indicator), rest=RESTS.get(indicator, ""), plan=planned() if indicator == "K01" else None,
            )  # fmt: skip

unit_tiles()
disposition_bars()
election_steps()
