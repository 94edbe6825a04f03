"""How many hours people have: a histogram with the line at the threshold and the counts on both sides."""

from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from services.figures.template import colours, sheet


@dataclass(frozen=True)
class Bar:
    """The persons whose hours are from `start` up to, but not, `end` (None: all above); `word` names the band."""

    word: str
    start: int
    end: int | None
    n: int


def histogram(bars: Sequence[Bar], threshold: int, dark: bool) -> go.Figure:
    """Give the histogram of hours per person, one bar per band; a bar's customdata is its word."""
    figure, ink = sheet(dark, height=400), colours(dark)
    places = list(range(len(bars)))
    reached = [bar.start >= threshold for bar in bars]
    inks = [ink.done if each else ink.far for each in reached]
    figure.add_bar(
        x=places, y=[bar.n for bar in bars], width=0.92, customdata=[[bar.word] for bar in bars],
        marker={
            "color": [each.fill for each in inks], "line": {"color": [each.edge for each in inks], "width": 1},
        },
        text=[str(bar.n) if bar.n else "" for bar in bars], textposition="outside", cliponaxis=False,
        textangle=0, constraintext="none", textfont={"color": ink.muted, "size": 11},
        hovertext=[f"{bar.word} {bar.n}人" for bar in bars],
        hovertemplate="%{hovertext}<extra></extra>",
    )  # fmt: skip
    line = reached.index(True) - 0.5 if any(reached) else len(bars) - 0.5
    figure.add_vline(x=line, line={"color": ink.text, "width": 2})
    below = sum(bar.n for bar, each in zip(bars, reached, strict=True) if not each)
    for text, anchor, shift in (
        (f"不足{threshold}学时 {below}人", "right", -8),
        (f"达到{threshold}学时 {sum(bar.n for bar in bars) - below}人", "left", 8),
    ):
        figure.add_annotation(
            x=line, y=1, yref="paper", text=text, showarrow=False, xanchor=anchor, xshift=shift, yanchor="bottom",
            font={"color": ink.text, "size": 13},
        )  # fmt: skip
    figure.update_layout(margin={"t": 34}, bargap=0)
    named = [place for place in places if (place - line - 0.5) % 2 == 0]  # every second edge, the threshold among them
    figure.update_xaxes(
        tickvals=[place - 0.5 for place in named], ticktext=[str(bars[place].start) for place in named],
        showgrid=False, tickangle=0,
    )  # fmt: skip
    figure.update_yaxes(rangemode="tozero", nticks=6)
    return figure
