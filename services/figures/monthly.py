"""What came in and what went out, month by month: one above the line, the other below, so that each has its room."""

from collections.abc import Mapping, Sequence

import plotly.graph_objects as go

from services.figures.template import colours, fill, month_titles, sheet


def monthly(months: Sequence[str], came: Mapping[str, int], went: Mapping[str, int], dark: bool) -> go.Figure:
    """Give two bars per month ("2023-05"), 反馈 up and 销号 down; a bar's customdata is [its word, the month, n]."""
    figure, ink = sheet(dark, height=360), colours(dark)
    for word, counts, of, sign in (("反馈", came, ink.todo, 1), ("销号", went, ink.done, -1)):
        found = [counts.get(month, 0) for month in months]
        figure.add_bar(
            name=word, x=list(months), y=[sign * n for n in found], marker=fill(of),
            customdata=[[word, month, n] for month, n in zip(months, found, strict=True)],
            text=[str(n) if n else "" for n in found], textposition="outside", textangle=0, constraintext="none",
            cliponaxis=False, textfont={"color": ink.muted, "size": 11},
            hovertemplate=f"%{{x}} {word}%{{customdata[2]}}项<extra></extra>",
        )  # fmt: skip
    figure.update_layout(barmode="relative", bargap=0.25, showlegend=True, margin={"t": 20})
    figure.update_xaxes(
        type="category", showgrid=False, tickangle=0, tickvals=list(months), ticktext=month_titles(months),
        tickfont={"size": 11},
    )  # fmt: skip
    highest, lowest = (max((counts.get(month, 0) for month in months), default=0) for counts in (came, went))
    room = max(highest + lowest, 1) * 0.08
    figure.update_yaxes(
        range=[-lowest - room, highest + room],
        showticklabels=False,
        showgrid=False,
        zeroline=True,
        zerolinecolor=ink.muted,
    )
    return figure
