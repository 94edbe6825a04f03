"""The dot plot: every unit a dot at its share, one line per 领域; dots that would cover each other make room."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from services.figures.template import colours, safe, sheet

STEP = 5  # percentage points that share one place
SPREAD = 0.105
TICKS = [0, 20, 40, 60, 80, 100]


@dataclass(frozen=True)
class Dot:
    """One unit: its name, its line, n of N."""

    name: str
    line: str
    n: int
    of: int


def swarm(dots: Sequence[Dot], lines: Sequence[str], word: str, dark: bool) -> go.Figure:
    """Give the plot; `word` says what the share is of (已训). The clicked dot's customdata is the unit's name."""
    figure, ink = sheet(dark, height=max(160, 74 * len(lines) + 50)), colours(dark)
    placed: Counter[tuple[str, int]] = Counter()
    x, y, edge, names, said = [], [], [], [], []
    for dot in sorted(dots, key=lambda each: (each.line, each.n / each.of)):
        place = round(dot.n / dot.of * 100 / STEP)
        index = placed[dot.line, place]
        placed[dot.line, place] += 1
        x.append(place * STEP + (index // 8) * 1.3)
        y.append(lines.index(dot.line) + _offset(index % 8))
        full = dot.n == dot.of
        edge.append(ink.done if full else ink.far if dot.n else ink.todo)
        names.append(dot.name)
        said.append(f"{safe(dot.name)} {word}{dot.n}/{dot.of}")
    figure.add_scatter(
        x=x, y=y, mode="markers", customdata=names, text=said, hovertemplate="%{text}<extra></extra>",
        marker={
            "size": 11, "color": [each.fill for each in edge],
            "line": {"color": [each.edge for each in edge], "width": 1},
        },
    )  # fmt: skip
    figure.update_xaxes(range=[-4, 108], tickvals=TICKS, ticktext=[f"{tick}%" for tick in TICKS])
    figure.update_yaxes(
        tickvals=list(range(len(lines))), ticktext=[safe(line) for line in lines], range=[len(lines) - 0.5, -0.5],
        showgrid=False, tickfont={"color": ink.text, "size": 13},
    )  # fmt: skip
    return figure


def _offset(index: int) -> float:
    """Give 0, up, down, further up … so that a heap grows from its line."""
    return SPREAD * ((index + 1) // 2) * (-1 if index % 2 else 1)
