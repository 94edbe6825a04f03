"""The cumulative flow of findings: month by month, how many are closed, await acceptance, are under way, not begun."""

from collections.abc import Mapping, Sequence
from datetime import date

import plotly.graph_objects as go

from services.figures.palette import State
from services.figures.template import colours, sheet


def flow(days: Sequence[date], counts: Sequence[Mapping[str, int]], states: Sequence[State], dark: bool) -> go.Figure:
    """Give stacked bands, the first state lowest; `counts` are by state word, one per day."""
    figure, ink = sheet(dark, height=340), colours(dark)
    months = [f"{day:%Y-%m}" for day in days]
    for state in states:
        heights = [found.get(state.word, 0) for found in counts]
        if not any(heights):
            continue
        of = ink.ink(state.role)
        figure.add_scatter(
            name=f"{state.glyph} {state.word}", x=months, y=heights, stackgroup="all", mode="lines",
            line={"color": of.edge, "width": 0.8}, fillcolor=of.fill,
            hovertemplate=f"{state.word} %{{y}}项<extra></extra>",
        )  # fmt: skip
    figure.update_layout(showlegend=True, hovermode="x unified")
    figure.update_xaxes(type="category", showgrid=False, nticks=10)
    figure.update_yaxes(rangemode="tozero")
    return figure
