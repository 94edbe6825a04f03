"""The matrix of units and categories: how many findings are open in each cell, darker for more."""

from collections.abc import Mapping, Sequence
from html import escape
from urllib.parse import urlencode

from services.figures.html.look import leading

STEPS = (1, 2, 3, 5, 8)


def matrix(
    units: Sequence[tuple[str, str]], categories: Sequence[str], counts: Mapping[tuple[str, str], int], alt: str
) -> str:
    """Give the matrix with sums; `units` are (shown name, full name), `counts` by (full name, category).

    What a part leads to is a query string: a name to `unit`, a head to `category`, a cell to both.
    """
    heads = (leading(urlencode({"category": each}), f"只看{each}", "", (escape(each),), "span") for each in categories)
    head = "".join(f'<th scope="col">{each}</th>' for each in heads)
    rows = "".join(_row(name, unit, categories, counts) for name, unit in units)
    sums = [sum(counts.get((unit, category), 0) for _, unit in units) for category in categories]
    foot = "".join(f"<td>{n}</td>" for n in [*sums, sum(sums)])
    table = (
        f'<table><thead><tr><td></td>{head}<th scope="col">合计</th></tr></thead><tbody>{rows}</tbody>'
        f'<tfoot><tr><th scope="row">以上{len(units)}家合计</th>{foot}</tr></tfoot></table>'
    )
    return f'<div class="words grid" role="group" aria-label="{escape(alt, quote=True)}">{table}</div>'


def _row(name: str, unit: str, categories: Sequence[str], counts: Mapping[tuple[str, str], int]) -> str:
    row = [counts.get((unit, category), 0) for category in categories]
    cells = "".join(f"<td>{_cell(unit, category, n)}</td>" for category, n in zip(categories, row, strict=True))
    named = leading(urlencode({"unit": unit}), f"{unit}：{sum(row)}项", "", (escape(name),), "span")
    return f'<tr><th scope="row">{named}</th>{cells}<td><b>{sum(row)}</b></td></tr>'


def _cell(unit: str, category: str, n: int) -> str:
    if not n:
        return ""
    level = sum(n >= step for step in STEPS)
    target = urlencode({"unit": unit, "category": category})
    return leading(target, f"{unit} {category}：{n}项", f"ramp{level}", (str(n),), "i")
