"""From the old affiliation to the new: how many party organisations went which way."""

from collections import Counter
from collections.abc import Mapping

import plotly.graph_objects as go

from services.figures.template import colours, safe, sheet

AT_MOST = 40  # names in the picture, both sides together
REST = "其他"


def folded(flows: Mapping[tuple[str, str], int]) -> dict[tuple[str, str], int]:
    """Give the flows (from, to) with the smallest of each side folded into 其他, so that at most 40 names stand."""
    half = AT_MOST // 2
    sides = [Counter[str](), Counter[str]()]
    for pair, n in flows.items():
        for side, name in zip(sides, pair, strict=True):
            side[name] += n
    kept = [{name for name, _ in side.most_common(half if len(side) <= half else half - 1)} for side in sides]
    found: Counter[tuple[str, str]] = Counter()
    for (old, new), n in flows.items():
        found[old if old in kept[0] else REST, new if new in kept[1] else REST] += n
    return dict(found)


def transfers(flows: Mapping[tuple[str, str], int], dark: bool) -> go.Figure:
    """Give the sankey of the flows, 原隶属 on the left, 现隶属 on the right, each named with its number."""
    olds, news = ([*dict.fromkeys(pair[side] for pair in flows)] for side in (0, 1))
    figure, ink = sheet(dark, height=max(220, 34 * max(len(olds), len(news)) + 80)), colours(dark)
    if not flows:
        return figure
    sums = [Counter[str](), Counter[str]()]
    for pair, n in flows.items():
        for side, name in zip(sums, pair, strict=True):
            side[name] += n
    labels = [f"{safe(name)} {sums[0][name]}" for name in olds] + [f"{safe(name)} {sums[1][name]}" for name in news]
    figure.add_sankey(
        arrangement="fixed", textfont={"color": ink.text, "size": 13},
        node={
            "label": labels, "color": [ink.ramp[4]] * len(olds) + [ink.ramp[3]] * len(news), "pad": 22,
            "thickness": 14, "line": {"width": 0}, "hovertemplate": "%{label}家<extra></extra>",
        },
        link={
            "source": [olds.index(old) for old, _ in flows], "value": list(flows.values()),
            "target": [len(olds) + news.index(new) for _, new in flows], "color": ink.ramp[1],
            "hovertemplate": "%{source.label} → %{target.label}<br>%{value}家<extra></extra>",
        },
    )  # fmt: skip
    figure.update_layout(margin={"t": 16, "b": 16})
    return figure
