"""Labelled stacked bars: for each part of the whole, how many stand where (four dispositions, five domains)."""

from collections.abc import Mapping, Sequence

import plotly.graph_objects as go

from services.figures.palette import State
from services.figures.template import colours, fill, safe, sheet


def stacked(
    rows: Sequence[tuple[str, Mapping[str, int]]], states: Sequence[State], unit_word: str, dark: bool
) -> go.Figure:
    """Give one bar per row (label, count by state word), the states in the order given, each count on its piece.

    A piece's customdata is [label, state word].
    """
    figure, ink = sheet(dark, height=max(120, 48 * len(rows) + 70)), colours(dark)
    labels = [safe(label) for label, _ in rows]
    for state in states:
        counts = [found.get(state.word, 0) for _, found in rows]
        if not any(counts):
            continue
        figure.add_bar(
            name=f"{state.glyph} {state.word}", y=labels, x=counts, orientation="h",
            customdata=[[label, state.word] for label, _ in rows],
            marker=fill(ink.ink(state.role), hatched=state.role == "off"),
            text=[str(count) if count else "" for count in counts],
            textposition="inside", insidetextanchor="middle", textangle=0,
            insidetextfont={"color": ink.ink(state.role).text},
            hovertemplate=f"%{{y}} {state.word} %{{x}}{unit_word}<extra></extra>",
        )  # fmt: skip
    figure.update_layout(barmode="stack", showlegend=True, bargap=0.35, margin={"b": 8})
    figure.update_xaxes(showgrid=False, showticklabels=False, showline=False)
    figure.update_yaxes(type="category", autorange="reversed", showgrid=False, tickfont={"color": ink.text, "size": 13})
    for label, found in rows:
        total = sum(found.values())
        figure.add_annotation(
            x=total, y=safe(label), text=f"共{total}{unit_word}", showarrow=False, xanchor="left", xshift=8,
            font={"color": ink.muted, "size": 12},
        )  # fmt: skip
    figure.update_xaxes(range=[0, max((sum(found.values()) for _, found in rows), default=1) * 1.15 or 1])
    return figure
