"""The cumulative flow of findings: month by month, how many are closed, await acceptance, are under way, not begun."""

from collections.abc import Mapping, Sequence
from datetime import date

import plotly.graph_objects as go

from services.figures.palette import State
from services.figures.template import colours, month_titles, sheet

APART = 0.062  # of the height: what two lines of type need
NAMED = 6  # months, so that their names stand side by side on a phone


def flow(days: Sequence[date], counts: Sequence[Mapping[str, int]], states: Sequence[State], dark: bool) -> go.Figure:
    """Give stacked bands, the first state lowest, each named at its right end; `counts` by state word, one per day."""
    figure, ink = sheet(dark, height=360), colours(dark)
    months = [f"{day:%Y-%m}" for day in days]
    top = max((sum(found.values()) for found in counts), default=0) or 1
    base, floor = 0, -1.0
    for state in states:
        heights = [found.get(state.word, 0) for found in counts]
        if not any(heights):
            continue
        of = ink.ink(state.role)
        figure.add_scatter(
            name=state.word, x=months, y=heights, stackgroup="all", mode="lines",
            line={"color": of.edge, "width": 0.8}, fillcolor=of.fill,
            hovertemplate=f"{state.word} %{{y}}项<extra></extra>",
        )  # fmt: skip
        middle = base + heights[-1] / 2
        floor = max(middle, floor + APART * top * 1.06)
        base += heights[-1]
        figure.add_annotation(
            x=1, xref="paper", y=floor, text=f"{state.glyph} {state.word} {heights[-1]}", showarrow=False,
            xanchor="left", xshift=6, font={"color": ink.text, "size": 12},
        )  # fmt: skip
    figure.update_layout(hovermode="x unified", margin={"r": 128})
    apart = -(-len(months) // NAMED) or 1
    named = months[::-1][::apart][::-1]  # the last month always among them
    figure.update_xaxes(type="category", showgrid=False, tickangle=0, tickvals=named, ticktext=month_titles(named))
    figure.update_yaxes(range=[0, top * 1.06], nticks=6)
    return figure
