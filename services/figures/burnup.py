"""The burn-up: how many were done at the end of each month, under the line of how many there are to do."""

from collections.abc import Sequence
from datetime import date

import plotly.graph_objects as go

from services.figures.template import colours, sheet


def burnup(days: Sequence[date], done: Sequence[int], scope: Sequence[int], unit_word: str, dark: bool) -> go.Figure:
    """Give the two lines, the last point of each labelled."""
    figure, ink = sheet(dark, height=300), colours(dark)
    months = [f"{day:%Y-%m}" for day in days]
    for name, counts, style in (
        ("要完成", scope, {"color": ink.muted, "width": 1.5, "dash": "dot"}),
        ("已完成", done, {"color": ink.done.fill, "width": 3}),
    ):
        labels = [*[""] * (len(counts) - 1), f"{name} {counts[-1]}"] if counts else []
        figure.add_scatter(
            name=name, x=months, y=counts, mode="lines+markers+text", line=style, text=labels,
            marker={"size": [*[0] * (len(counts) - 1), 8], "color": style["color"]}, textposition="top left",
            textfont={"color": style["color"], "size": 13}, cliponaxis=False,
            hovertemplate=f"%{{x}} {name}%{{y}}{unit_word}<extra></extra>",
        )  # fmt: skip
    figure.update_xaxes(type="category", showgrid=False, nticks=8)
    figure.update_yaxes(rangemode="tozero", range=[0, max([*scope, *done, 1]) * 1.18])
    return figure
