"""Training by 领域: coverage and hours side by side."""

import streamlit as st

from pages.parts.asked import asked
from pages.parts.chart import block, empty
from pages.parts.data import measure
from pages.parts.picture import picture
from services.figures.svg.shares import shares

SPLIT = ("K08", "K10")


def training_shares() -> None:
    """Show one bar per 领域, for being trained and for having the hours."""
    view, now = asked()
    split = [measure(now.stamp, view, indicator, by="domain") for indicator in SPLIT]
    found = [measured for measured in split if measured and measured.groups]
    with block("分领域看参训和学时", "", *SPLIT, key="domains"):
        if not found:
            empty("上传任职台账和参训台账后，这里按五个领域分列。")
        for column, measured in zip(st.columns(len(SPLIT)), found, strict=False):
            rows = [(group.key, int(group.n), group.of or 0) for group in measured.groups]
            said = "，".join(f"{label}{n}/{of}" for label, n, of in rows)
            with column:
                st.html(f'<div class="card-name">{measured.name}</div>')
                picture(shares(rows, f"{measured.name}：{said}"), f"domains_{measured.id}")
