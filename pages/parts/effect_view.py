"""Which figures an upload would move: before → after, always with n/N."""

from collections.abc import Sequence
from typing import Literal

import pandas as pd
import streamlit as st

from services.batches import Effect
from services.indicators import Measure
from services.ledgers import indicators
from services.share import points, written

# More figures than this are scrolled, in a box of so many pixels.
SHOWN, HEIGHT = 8, 320


def effect_view(effects: Sequence[Effect]) -> None:
    """Show the figures that would move."""
    if effects:
        height: int | Literal["content"] = "content" if len(effects) <= SHOWN else HEIGHT
        st.dataframe(table(effects), hide_index=True, height=height, alt="提交后会变的数字")
    else:
        st.html('<div class="note">提交后，各项数字都不变。</div>')


def table(effects: Sequence[Effect]) -> pd.DataFrame:
    """Give one row per figure: name, before, after, change."""
    rows = [
        (f"{each.id} {each.name}", figure(each.before), figure(each.after), change(each.before, each.after))
        for each in effects
    ]
    return pd.DataFrame(rows, columns=["指标", "提交前", "提交后", "变化"])


def number(measured: Measure) -> str:
    """Give a figure without its percent: 3/7, a mean with the count behind it, or a count with its unit word."""
    if "mean" in measured.values:
        word = indicators()[measured.id].unit_word
        mean = measured.values["mean"]
        return "—" if mean is None else f"平均 {written(mean)} 天（{written(measured.n)} {word}）"
    if measured.of is None:
        return f"{written(measured.n)} {indicators()[measured.id].unit_word}"
    return f"{written(measured.n)}/{measured.of}"


def figure(measured: Measure) -> str:
    """Give a figure as text: 3/7（42.9%）, or a count with its unit word."""
    return number(measured) if measured.of is None else f"{number(measured)}（{measured.percent}）"


def change(before: Measure, after: Measure) -> str:
    """Give the change in words; where only what stands beside the figure moves, say so."""
    mean_before, mean_after = before.values.get("mean"), after.values.get("mean")
    if mean_before is not None and mean_after is not None:
        return f"{_signed(round(mean_after - mean_before, 1))} 天"
    if (before.n, before.of) == (after.n, after.of):
        return "本身不变，附带的明细有变"
    if after.of is None:
        return f"{_signed(after.n - before.n)} {indicators()[after.id].unit_word}"
    moved = points((int(after.n), after.of), (int(before.n), before.of))
    if moved is None:
        return "有了可算的数" if after.of else "没有可算的数"
    return "不到 0.1 个百分点" if moved == "0.0" else f"{moved} 个百分点"


def _signed(more: float | int) -> str:
    return f"{'+' if more > 0 else ''}{written(more)}"
