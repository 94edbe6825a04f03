"""The plain sheet every plotly figure is drawn on: type, axes, margins. plotly.express would cost 20 times as much."""

from collections.abc import Sequence
from html import escape
from itertools import pairwise
from typing import Any

import plotly.graph_objects as go

from services.figures.palette import FONT, Ink, Palette, palette

HATCH = "/"


def sheet(dark: bool, height: int, left: int = 8) -> go.Figure:
    """Give an empty figure; `left` is the margin for names."""
    ink = palette(dark)
    axis = {
        "showgrid": True, "gridcolor": ink.line, "zeroline": False, "linecolor": ink.line, "ticks": "",
        "automargin": True, "fixedrange": True, "tickfont": {"color": ink.muted, "size": 12},
    }  # fmt: skip
    layout: dict[str, Any] = {
        "template": go.layout.Template(),  # plotly's own would add its colours and 7 kB
        "font": {"family": FONT, "size": 13, "color": ink.text},
        "paper_bgcolor": "rgba(0,0,0,0)", "plot_bgcolor": "rgba(0,0,0,0)", "height": height,
        "margin": {"l": left, "r": 16, "t": 8, "b": 32},
        "xaxis": axis, "yaxis": axis, "showlegend": False, "dragmode": False,
        "legend": {"orientation": "h", "x": 0, "y": 1.02, "yanchor": "bottom", "traceorder": "normal"},
        "hoverlabel": {"bgcolor": ink.background, "bordercolor": ink.line, "font": {"color": ink.text, "family": FONT}},
    }  # fmt: skip
    return go.Figure(layout=layout)


def colours(dark: bool) -> Palette:
    """Give the palette of the theme a figure is drawn for."""
    return palette(dark)


def fill(ink: Ink, hatched: bool = False) -> dict[str, Any]:
    """Give the marker of a bar; `hatched` sets 逾期 and 不适用 apart where colour alone would not."""
    marker: dict[str, Any] = {"color": ink.fill, "line": {"color": ink.edge, "width": 1}}
    if hatched:
        marker["pattern"] = {"shape": HATCH, "fillmode": "overlay", "fgcolor": ink.text, "size": 7, "solidity": 0.15}
    return marker


def safe(text: str) -> str:
    """Give a text from a spreadsheet so that plotly does not read it as markup."""
    return escape(text, quote=False)


def month_titles(months: Sequence[str]) -> list[str]:
    """Give the months in short, the year under the first one of each."""
    named = [f"{int(month[5:])}月" for month in months]
    new = [True, *(before[:4] != after[:4] for before, after in pairwise(months))][: len(months)]
    return [
        f"{word}<br>{month[:4]}年" if first else word for word, month, first in zip(named, months, new, strict=True)
    ]
