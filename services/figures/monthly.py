"""What came in and what went out, month by month, side by side."""

from collections.abc import Mapping, Sequence

import plotly.graph_objects as go

from services.figures.template import colours, fill, sheet


def monthly(months: Sequence[str], came: Mapping[str, int], went: Mapping[str, int], dark: bool) -> go.Figure:
    """Give two bars per month ("2023-05"), 反馈 and 销号; a bar's customdata is [its word, the month]."""
    figure, ink = sheet(dark, height=360), colours(dark)
    for word, counts, of in (("反馈", came, ink.todo), ("销号", went, ink.done)):
        heights = [counts.get(month, 0) for month in months]
        figure.add_bar(
            name=word, x=list(months), y=heights, marker=fill(of), customdata=[[word, month] for month in months],
            text=[str(n) if n else "" for n in heights], textposition="outside", cliponaxis=False,
            textfont={"color": ink.muted, "size": 11}, hovertemplate=f"%{{x}} {word}%{{y}}项<extra></extra>",
        )  # fmt: skip
    figure.update_layout(barmode="group", bargap=0.25, bargroupgap=0.05, showlegend=True, margin={"t": 20})
    figure.update_xaxes(type="category", showgrid=False, nticks=12, tickfont={"size": 11})
    top = max([*came.values(), *went.values()], default=0) or 1
    figure.update_yaxes(range=[0, top * 1.12], nticks=5)
    return figure
