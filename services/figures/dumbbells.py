"""Overdue findings one by one: when fed back, when due, and how far past that today is."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import plotly.graph_objects as go

from services.figures.svg.draw import clip
from services.figures.template import colours, safe, sheet

ROW = 38  # px
NAMED = 14  # em of a name, so that it ends on a phone too


@dataclass(frozen=True)
class Overdue:
    """One finding: the unit and what it is about, its days."""

    unit: str
    name: str  # as shown
    label: str
    fed_back_on: date
    due_on: date


def dumbbells(findings: Sequence[Overdue], as_of: date, dark: bool) -> go.Figure:
    """Give one line per finding, 反馈 ○ — 时限 | ━ 截至日, in the order given; a point's customdata is the unit.

    The name stands over its line, so that a narrow screen has as much room for the days as a wide one.
    """
    figure, ink = sheet(dark, height=ROW * len(findings) + 96), colours(dark)
    places = list(range(len(findings)))
    for color, width, ends in (
        (ink.far.edge, 2, [(each.fed_back_on, each.due_on) for each in findings]),
        (ink.late.fill, 5, [(each.due_on, as_of) for each in findings]),
    ):
        x = [day for start, end in ends for day in (start, end, None)]
        y = [place for index in places for place in (index, index, None)]
        figure.add_scatter(
            x=x, y=y, mode="lines", line={"color": color, "width": width}, hoverinfo="skip", showlegend=False
        )
    units = [each.unit for each in findings]
    for name, days, marker in (
        ("反馈", [each.fed_back_on for each in findings], {"symbol": "circle-open", "size": 9, "color": ink.far.edge}),
        ("时限", [each.due_on for each in findings], {"symbol": "line-ns-open", "size": 12, "color": ink.text}),
        ("截至日", [as_of] * len(findings), {"symbol": "triangle-up", "size": 10, "color": ink.late.fill}),
    ):
        pairs = zip(findings, days, strict=True)
        said = [f"{safe(each.unit)} {safe(each.label)} {name}{day:%Y-%m-%d}" for each, day in pairs]
        figure.add_scatter(
            name=name, x=days, y=places, mode="markers", customdata=units, text=said,
            marker={**marker, "line": {"width": 2, "color": marker["color"]}},
            hovertemplate="%{text}<extra></extra>",
        )  # fmt: skip
    words = {"showarrow": False, "xanchor": "left", "font": {"color": ink.text, "size": 12}}
    late = [
        {**words, "x": as_of, "y": place, "text": f"{(as_of - each.due_on).days}天", "xshift": 10}
        for place, each in zip(places, findings, strict=True)
    ]
    names = [
        {**words, "x": 0, "xref": "paper", "y": place, "yshift": ROW / 2 - 4,
         "text": f"{safe(clip(each.name, NAMED))}　{safe(each.label)}"}
        for place, each in zip(places, findings, strict=True)
    ]  # fmt: skip
    # All at once: plotly looks at those already there again with every one that is added.
    figure.update_layout(showlegend=True, margin={"r": 56}, annotations=[*late, *names])
    figure.update_xaxes(type="date", tickformat="%Y-%m", nticks=6)
    figure.update_yaxes(range=[len(findings) - 0.6, -0.75], showgrid=False, showticklabels=False, showline=False)
    return figure
