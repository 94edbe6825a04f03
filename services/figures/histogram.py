"""How many hours people have: a histogram with the line at the threshold and the counts on both sides."""

from collections.abc import Sequence
from itertools import pairwise

import plotly.graph_objects as go

from services.figures.template import colours, fill, sheet

BIN = 8  # hours: one day away from the desk


def hours(values: Sequence[float], threshold: int, dark: bool) -> go.Figure:
    """Give the histogram of hours per person; bars end at the threshold, so none lies on both sides of it."""
    figure, ink = sheet(dark, height=420), colours(dark)
    edges = _edges(max([*values, threshold]), threshold)
    for low, high in pairwise(edges):
        n = sum(low <= value < high for value in values)
        ink_of = ink.done if low >= threshold else ink.far
        figure.add_bar(
            x=[(low + high) / 2], y=[n], width=[(high - low) * 0.92], marker=fill(ink_of),
            text=[str(n) if n else ""], textposition="outside", textfont={"color": ink.muted, "size": 11},
            hovertemplate=f"{low:g}至{high:g}学时（不含{high:g}） {n}人<extra></extra>",
        )  # fmt: skip
    figure.add_vline(x=threshold, line={"color": ink.text, "width": 2})
    below = sum(value < threshold for value in values)
    for text, anchor, shift in (
        (f"不足{threshold}学时 {below}人", "right", -8),
        (f"达到{threshold}学时 {len(values) - below}人", "left", 8),
    ):
        figure.add_annotation(
            x=threshold, y=1, yref="paper", text=text, showarrow=False, xanchor=anchor, xshift=shift, yanchor="bottom",
            font={"color": ink.text, "size": 13},
        )  # fmt: skip
    figure.update_layout(margin={"t": 34}, bargap=0)
    figure.update_xaxes(tickvals=edges, ticktext=[f"{edge:g}" for edge in edges], showgrid=False)
    figure.update_yaxes(rangemode="tozero")
    return figure


def _edges(highest: float, threshold: int) -> list[float]:
    """Give bin edges of a day each that meet exactly at the threshold."""
    first = threshold % BIN
    edges = [0.0] if first else []
    value = float(first)
    while value <= highest:
        edges.append(value)
        value += BIN
    return [*edges, value]
