"""Training by 领域: having come, having come together, having the hours, side by side."""

import streamlit as st

from pages.parts.asked import asked
from pages.parts.chart import block, empty, lists
from pages.parts.measured import measure
from pages.parts.numbers import Cell, Table
from pages.parts.split_bars import listed, split_bars

SPLIT = ("K08", "K09", "K10")


def training_shares() -> None:
    """Show one bar per 领域 for each of the three; a click filters the page by the 领域."""
    view, now = asked()
    known = [measured for each in SPLIT if (measured := measure(now.stamp, view, each)) and measured.of]
    with block(
        "各领域的参训、集中培训和学时", "点一条只看这个领域，再点一次恢复" if known else "", *SPLIT, key="domains"
    ):
        if not known:
            empty("上传任职台账和参训台账后，这里按五个领域分列。")
            return
        found: list[list[Cell]] = []
        for column, measured in zip(st.columns(len(known), gap="large"), known, strict=True):
            with column:
                st.html(f'<div class="card-name">{measured.name}</div>')
                if split := split_bars(measured.id, "domain"):
                    found += listed(split)
        lists(table=Table(["指标", "领域", "达到", "在任", "比例"], found))
