"""How long open findings are past their deadline, and which come due soon."""

from collections.abc import Mapping

import plotly.graph_objects as go

from services.figures.template import colours, fill, sheet

SOON = "soon"
NAMES = {"1-30": "逾期1–30天", "31-90": "逾期31–90天", ">90": "逾期90天以上"}


def ageing(soon: int, soon_days: int, bands: Mapping[str, int], dark: bool) -> go.Figure:
    """Give one bar for what is due within `soon_days` and one per band of overdue days.

    A bar's customdata is the band, or SOON.
    """
    figure, ink = sheet(dark, height=320), colours(dark)
    rows = [(SOON, f"◔ {soon_days}天内到期", soon, ink.soon, False)]
    rows += [(band, f"▲ {NAMES[band]}", n, ink.late, True) for band, n in bands.items()]
    for band, label, n, of, hatched in rows:
        figure.add_bar(
            y=[label], x=[n], orientation="h", marker=fill(of, hatched), text=[f"{n}项"], textposition="outside",
            cliponaxis=False, customdata=[[band]], hovertemplate=f"{label} {n}项<extra></extra>",
        )  # fmt: skip
    figure.update_layout(bargap=0.4, margin={"r": 48, "b": 8})
    figure.update_xaxes(showgrid=False, showticklabels=False, showline=False, rangemode="tozero")
    figure.update_yaxes(type="category", autorange="reversed", showgrid=False, tickfont={"color": ink.text, "size": 13})
    return figure
