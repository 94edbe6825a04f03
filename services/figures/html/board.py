"""One line per ledger: its one figure with a bar, how it moved, how new it is, who is silent."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from services.figures.html.look import leading

CELLS = ("name", "bar", "said", "share", "moved", "day", "silent")


@dataclass(frozen=True)
class Line:
    """One ledger: what a click on it leads to, its words, the share its bar is filled (None: a count has no bar).

    `silent`: how many units have no row, in words, and what a click on that leads to ("" nowhere).
    """

    target: str
    title: str
    name: str
    said: str
    percent: str
    filled: float | None
    moved: str
    day: str
    silent: str
    names: str = ""
    empty: bool = False


def board(lines: Sequence[Line], titles: Sequence[str], alt: str) -> str:
    """Give the table under these titles of its columns."""
    head = "".join(
        f'<th scope="col" class="{name}">{escape(title)}</th>' for name, title in zip(("", *CELLS), titles, strict=True)
    )
    rows = "".join(map(_row, lines))
    table = f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
    return f'<div class="words board" role="group" aria-label="{escape(alt, quote=True)}">{table}</div>'


def _row(line: Line) -> str:
    title = leading(
        line.target, f"{line.title}：{line.said} {line.percent}".rstrip(), "", (escape(line.title),), "span"
    )
    bar = ""
    if line.filled is not None:
        width = f'<u class="done" style="width:{100 * line.filled:.2f}%"></u>' if line.filled else ""
        bar = f'<i class="track">{width}</i>'
    silent = leading(line.names or None, f"{line.title}：{line.silent}", "", (escape(line.silent),), "span")
    cells = (escape(line.name), bar, *map(escape, (line.said, line.percent, line.moved, line.day)), silent)
    drawn = "".join(f'<td class="{name}">{cell}</td>' for name, cell in zip(CELLS, cells, strict=True))
    return f'<tr{" class=none" if line.empty else ""}><th scope="row">{title}</th>{drawn}</tr>'
