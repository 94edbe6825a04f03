"""What a drawing of a ledger's page finds, in one sentence made of its numbers alone."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from services.indicators import Group, Indicator, Measure
from services.ledger import Chart
from services.share import percent, written

NAMED = 2  # groups that stand alike are named, more of them counted


def size(group: Group | Measure) -> float:
    """Give how many a group holds: N of a share, n of a count."""
    return group.n if group.of is None else group.of


def finding(
    chart: Chart, indicator: Indicator, measured: Measure | None, crossed: Mapping[str, Group] | None = None
) -> str:
    """Give the sentence for a chart, from its indicator split by `chart.by`; the question where there is nothing.

    `crossed`: the groups of a table of two dimensions, by the pair of words.
    """
    groups = [group for group in measured.groups if size(group)] if measured else []
    if not measured or not groups:
        return chart.question
    if crossed and chart.kind in ("matrix", "shares"):
        return _pairs(chart, indicator, crossed)
    if chart.kind == "shares":
        return _shares(indicator, groups, measured)
    if chart.kind == "states":
        return f"{written(size(measured))}{indicator.unit_word}中，{_listed(groups)}"
    if chart.kind == "months":
        groups = [replace(group, key=_month(group.key)) for group in groups]
    return _most(chart, indicator, groups)


def _subject(chart: Chart, indicator: Indicator) -> str:
    """Give what is counted: of a share all of them, which its name does not say."""
    return chart.question if indicator.share else indicator.name


def _month(key: str) -> str:
    year, _, month = key.partition("-")
    return f"{year}年{int(month)}月" if month.isdigit() else key


def _shares(indicator: Indicator, groups: Sequence[Group], measured: Measure) -> str:
    if len(groups) == 1 or measured.n in (0, measured.of):
        whole = f"{written(measured.n)}/{measured.of}"
        return f"{indicator.name}{whole}（{measured.percent}）"
    ranked = sorted(groups, key=lambda group: -group.n / (group.of or 1))
    highest, lowest = (_alike({group.key: group for group in groups}, end) for end in (ranked[0], ranked[-1]))
    if len(highest) == len(groups):
        return f"{indicator.name}：各处相同，都是{ranked[0].percent}"
    high, low = f"{_named(highest)}最高（{ranked[0].percent}）", f"{_named(lowest)}较低（{ranked[-1].percent}）"
    return f"{indicator.name}：{high}，{low}"


def _alike(groups: Mapping[str, Group], one: Group) -> list[str]:
    return [name for name, each in groups.items() if each.n * (one.of or 1) == one.n * (each.of or 1)]


def _most(chart: Chart, indicator: Indicator, groups: Sequence[Group]) -> str:
    total, most = sum(map(size, groups)), max(map(size, groups))
    if len(groups) == 1:
        return f"{_subject(chart, indicator)}：{groups[0].key}{written(most)}{indicator.unit_word}"
    top = [group.key for group in groups if size(group) == most]
    share = f"，占{percent(int(most), int(total))}" if len(top) == 1 and not indicator.sums else ""
    each = "各" if len(top) > 1 else ""
    return f"{_subject(chart, indicator)}：{_named(top)}最多，{each}{written(most)}{indicator.unit_word}{share}"


def _pairs(chart: Chart, indicator: Indicator, crossed: Mapping[str, Group]) -> str:
    if chart.kind == "shares":
        lowest = min(crossed.values(), key=lambda group: group.n / (group.of or 1))
        pairs = _alike(crossed, lowest)
        return f"{indicator.name}：{_named(pairs)}较低（{lowest.percent}）"
    most = max(map(size, crossed.values()))
    top = [pair for pair, group in crossed.items() if size(group) == most]
    each = "各" if len(top) > 1 else ""
    return f"{_subject(chart, indicator)}：{_named(top)}最多，{each}{written(most)}{indicator.unit_word}"


def _named(keys: Sequence[str]) -> str:
    return "、".join(keys) if len(keys) <= NAMED else f"{'、'.join(keys[:NAMED])}等{len(keys)}处"


def _listed(groups: Sequence[Group]) -> str:
    return "、".join(f"{group.key}{written(size(group))}" for group in groups)
