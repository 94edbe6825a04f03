"""One declared drawing of a ledger: an indicator over a dimension, each part of it leading to its rows."""

from urllib.parse import parse_qsl

from pages.parts import own_slice
from pages.parts.asked import asked
from pages.parts.chart import Listed, block, empty, lists
from pages.parts.chart_picture import crossed, pairs, single
from pages.parts.measured import measure
from pages.parts.menu import go
from pages.parts.numbers import Table
from pages.parts.picture import picture
from pages.parts.reported import unreported
from services.chart_words import finding, size
from services.indicators import Group, Indicator, Measure, Part
from services.ledger import Chart
from services.ledgers import indicators


def ledger_chart(chart: Chart, key: str) -> None:
    """Show the chart under the sentence it finds; without rows it says what to upload."""
    view, now = asked()
    indicator = indicators()[chart.indicator]
    missing, split = unreported(chart.indicator), measure(now.stamp, view, chart.indicator, by=chart.by)
    groups = [group for group in split.groups if size(group)] if split and not missing else []
    across = _across(chart) if chart.across and groups else {}
    said = finding(chart, indicator, split, pairs(chart, indicator, across)) if groups else chart.question
    with block(said, f"{chart.question} · 点一处看名单" if groups else "", chart.indicator, key=key):
        if missing:
            empty(f"上传{missing}后，这里显示{chart.question}。")
        elif split is None:
            empty("这个指标不能按当前筛选统计。")
        elif not groups:
            empty("现在没有可以画的记录。")
        else:
            drawn = (
                crossed(chart, indicator, groups, across, said) if across else single(chart, indicator, groups, said)
            )
            _shown(chart, indicator, split, *drawn, key)


def _shown(chart: Chart, indicator: Indicator, split: Measure, svg: str, table: Table, key: str) -> None:
    view, now = asked()
    if target := picture(svg, key):
        where = dict(parse_qsl(target))
        go("rows", view, now, k=indicator.id, part=_part(chart, indicator, split, where), **own_slice.marked(where))
    links = [Listed("看名单", indicator.id, "n", None if indicator.sums else split.n)]
    if split.of is not None:
        links = [
            Listed("看名单", indicator.id, "n", split.n),
            Listed("看其余", indicator.id, "rest", split.of - split.n),
        ]
    lists(*links, table=table)


def _part(chart: Chart, indicator: Indicator, split: Measure, where: dict[str, str]) -> Part:
    """Give which rows a click asks for: of a share those not counted yet, where there are any."""
    if not indicator.share:
        return "n"
    if chart.kind != "shares" or chart.across:
        return "of"
    group = next(group for group in split.groups if group.key == where[chart.by])
    return "rest" if group.n < (group.of or 0) else "n"


def _across(chart: Chart) -> dict[str, dict[str, Group]]:
    """Give the groups of `chart.by` under each word of `chart.across`."""
    view, now = asked()
    other = measure(now.stamp, view, chart.indicator, by=chart.across)
    found = {}
    for word in other.groups if other else ():
        split = measure(now.stamp, view.sliced(**{chart.across or "": word.key}), chart.indicator, by=chart.by)
        found[word.key] = {group.key: group for group in split.groups if size(group)} if split else {}
    return {word: parts for word, parts in found.items() if parts}
