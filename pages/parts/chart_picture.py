"""What a declared drawing looks like: groups of a figure in, a picture and its table out.

What a part of the picture leads to is a query string of dimensions.
"""

from collections.abc import Iterable, Mapping, Sequence
from urllib.parse import urlencode

from pages.parts.numbers import Cell, Table
from services.chart_words import size
from services.figures.html import crosstab
from services.figures.html.counts import counts
from services.figures.html.months import months
from services.figures.html.segments import Segment, segments
from services.figures.html.shares import shares
from services.figures.html.stacks import stacks
from services.figures.states import states
from services.indicators import Group, Indicator
from services.ledger import Chart
from services.ledgers.dimensions import title
from services.share import percent, written

MOST = 24  # rows of a picture; the table has all
Across = Mapping[str, Mapping[str, Group]]


def single(chart: Chart, indicator: Indicator, groups: Sequence[Group], alt: str) -> tuple[str, Table]:
    """Give the picture and the table of a chart of one dimension."""
    if chart.kind == "months":
        groups = sorted(groups, key=lambda group: group.key)
    named = title(indicator, chart.by) or chart.by
    targets = {group.key: urlencode({chart.by: group.key}) for group in groups}
    if chart.kind == "shares":
        drawn = [(group.key, int(group.n), group.of or 0) for group in groups[:MOST]]
        table = Table([named, "分子", "分母", "占比"], [[g.key, g.n, g.of, g.percent] for g in groups])
        return shares(drawn, alt, targets), table
    table = Table([named, indicator.unit_word], [[group.key, size(group)] for group in groups])
    if chart.kind == "states":
        inks = states([group.key for group in groups])
        parts = [
            Segment(ink.glyph, group.key, int(size(group)), ink.role, targets[group.key])
            for group, ink in zip(groups, inks, strict=True)
        ]
        return segments(parts, indicator.unit_word, alt), table
    if chart.kind == "months":
        known = {group.key: (size(group), group.n if indicator.share else None) for group in groups}
        none = (0, 0 if indicator.share else None)
        columns = [(month, *known.get(month, none)) for month in every_month(known)[-MOST:]]
        return months(columns, indicator.unit_word, alt, targets), table
    ranked = sorted(groups, key=lambda group: -size(group)) if _unordered(chart, indicator) else list(groups)
    rows = [(group.key, round(size(group)), f"{written(size(group))}{indicator.unit_word}") for group in ranked[:MOST]]
    return counts(rows, alt, targets), table


def _unordered(chart: Chart, indicator: Indicator) -> bool:
    """Say whether the words of the dimension have no order of their own, so that the most stand first."""
    return chart.by not in indicator.orders


def every_month(known: Iterable[str]) -> list[str]:
    """Give the months from the first to the last of those known ("2023-05"), none left out; other words are not."""
    dated = sorted(word for word in known if word[:4].isdecimal() and word[4:5] == "-")
    if not dated:
        return []
    first, last = (int(month[:4]) * 12 + int(month[5:]) - 1 for month in (dated[0], dated[-1]))
    return [f"{number // 12}-{number % 12 + 1:02d}" for number in range(first, last + 1)]


def pairs(chart: Chart, indicator: Indicator, across: Across) -> dict[str, Group]:
    """Give the groups of a chart of two dimensions by both words; where these are the same, the dimensions are said."""
    by, other = (title(indicator, name or "") or "" for name in (chart.by, chart.across))
    if not set(across) & {key for parts in across.values() for key in parts}:
        by = other = ""
    return {f"{other}{word}的{by}{key}": group for word, parts in across.items() for key, group in parts.items()}


def crossed(chart: Chart, indicator: Indicator, groups: Sequence[Group], across: Across, alt: str) -> tuple[str, Table]:
    """Give the picture and the table of a chart of two dimensions."""
    words = [group.key for group in groups]
    names = (title(indicator, chart.by) or chart.by, title(indicator, chart.across or "") or chart.across or "")
    if chart.kind == "states":
        rows = [(word, {key: int(size(group)) for key, group in parts.items()}) for word, parts in across.items()]
        lines: list[list[Cell]] = [[word, *(parts.get(key, 0) for key in words)] for word, parts in rows]
        drawn = stacks(rows[:MOST], states(words), indicator.unit_word, alt, (chart.across or "", chart.by))
        return drawn, Table([names[1], *words], lines)
    shared = chart.kind == "shares"
    cells = {
        (key, word): crosstab.Cell(group.n, group.of) if shared else crosstab.Cell(size(group))
        for word, parts in across.items()
        for key, group in parts.items()
    }
    corner = f"{names[0]} ＼ {names[1]}"
    drawn = crosstab.crosstab(words[:MOST], list(across), cells, alt, (chart.by, chart.across or ""), corner)
    lines = [[key, *(_cell(across[word].get(key), shared) for word in across)] for key in words]
    return drawn, Table([corner, *across], lines)


def _cell(group: Group | None, shared: bool) -> Cell:
    if group is None:
        return None
    return f"{written(group.n)}/{group.of}（{percent(int(group.n), group.of)}）" if shared else size(group)
