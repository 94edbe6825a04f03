"""The matrix of units and categories: how many findings are open in each cell, darker for more."""

from collections.abc import Mapping, Sequence

from services.figures.svg.draw import button, clip, picture, rule, words

NAME, CELL, ROW, HEAD = 190, 84, 28, 34
STEPS = (1, 2, 3, 5, 8)


def matrix(
    units: Sequence[tuple[str, str]], categories: Sequence[str], counts: Mapping[tuple[str, str], int], alt: str
) -> str:
    """Give the matrix; `units` are (shown name, full name), `counts` by (full name, category)."""
    width, height = NAME + CELL * len(categories) + 48, HEAD + ROW * len(units) + 2
    heads = [clip(each, 7.1) for each in categories]
    parts = [words(NAME + CELL * (i + 0.5), 20, head, "muted small", "middle") for i, head in enumerate(heads)]
    parts.append(words(width - 4, 20, "合计", "muted", "end"))
    for index, (name, target) in enumerate(units):
        y = HEAD + ROW * index
        row = [counts.get((target, category), 0) for category in categories]
        drawn = [words(0, y + 18, clip(name, 14))]
        drawn += [_cell(NAME + CELL * column, y, n) for column, n in enumerate(row) if n]
        drawn.append(words(width - 4, y + 18, str(sum(row)), "strong", "end"))
        parts.append(rule(0, y, width, y))
        parts.append(button(target, f"{target}：{sum(row)}项", drawn))
    return picture(width, height, alt, parts, grow=1.6)


def _cell(x: float, y: float, n: int) -> str:
    level = sum(n >= step for step in STEPS)
    return (
        f'<rect x="{x + 2:g}" y="{y + 3:g}" width="{CELL - 4}" height="{ROW - 6}" rx="2" class="ramp{level}"/>'
        + words(x + CELL / 2, y + 18, str(n), f"on-ramp{level}", "middle")
    )
