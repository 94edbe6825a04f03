"""How far the reform is in each 领域 and in each of the three reforms."""

import streamlit as st

from pages.parts.chart import Listed, block, empty, lists
from pages.parts.numbers import Table
from pages.parts.split_bars import listed, split_bars
from pages.parts.view import title
from services.indicators import Measure

DIMENSIONS = ("domain", "reform_type")


def reform_splits(measured: Measure | None) -> None:
    """Show the two splits of K01."""
    known = measured and measured.values["registered"]
    finding = f"各领域、各类改革的{measured.name}" if measured else "各领域、各类改革的进度"
    with block(finding, "点一条只看这一类，再点一次恢复" if known else "", "K01", key="splits"):
        if not measured or not known:
            empty("上传单位名册和处置台账后，这里按领域和改革类型分列。")
            return
        found = []
        for dimension in DIMENSIONS:
            st.html(f'<div class="card-name">{title(dimension)}</div>')
            if split := split_bars("K01", dimension):
                found += listed(split)
        left = (measured.of or 0) - measured.n
        lists(
            Listed("看已完成", "K01", "n", measured.n), Listed("看未完成", "K01", "rest", left),
            table=Table(["指标", "类别", "已完成", "共", "比例"], found),
        )  # fmt: skip
