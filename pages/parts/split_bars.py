"""A share by the parts of one dimension, one bar each; a click filters the whole page by the part."""

from pages.parts.asked import asked
from pages.parts.filters import choose
from pages.parts.measured import measure
from pages.parts.numbers import Cell
from pages.parts.picture import picture
from services.figures.html.shares import shares
from services.indicators import Measure


def split_bars(indicator: str, dimension: str) -> Measure | None:
    """Show the bars and give the figure they split. The other filters apply; the dimension's own marks its bar."""
    view, now = asked()
    others = view.only(*(name for name in view.where if name != dimension))
    split = measure(now.stamp, others, indicator, by=dimension)
    if split is None or not split.groups:
        return None
    rows = [(group.key, int(group.n), group.of or 0) for group in split.groups]
    alt = f"{split.name}：" + "，".join(f"{label}{n}/{of}" for label, n, of in rows)
    targets = {label: label for label, _, _ in rows}
    if word := picture(shares(rows, alt, targets, view.where.get(dimension)), f"by_{dimension}_{indicator}"):
        choose(dimension, word)
    return split


def listed(split: Measure) -> list[list[Cell]]:
    """Give the rows of the table: the figure, the part, n, N, percent."""
    return [[split.name, group.key, group.n, group.of, group.percent] for group in split.groups]
