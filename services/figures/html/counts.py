"""Bars of counts one under another, each labelled directly."""

from collections.abc import Mapping, Sequence
from html import escape

from services.figures.html.bars import bars, row


def counts(
    rows: Sequence[tuple[str, int, str]],
    alt: str,
    targets: Mapping[str, str] | None = None,
    chosen: str | None = None,
    role: str = "done",
) -> str:
    """Give one bar per row (label, count, the count in words), as long as its count, in the ink of `role`.

    `targets`: what the row of a label leads to. `chosen`: the label that the page is filtered by; the others recede.
    """
    longest = max((count for _, count, _ in rows), default=0) or 1
    drawn = []
    for label, count, said in rows:
        aside = chosen is not None and label != chosen
        length = f"calc((100% - 8em) * {count / longest:.4f})"
        bar = f'<u class="{"far" if aside else role}" style="width:{length}"></u>' if count else ""
        parts = (f"<i>{bar}<span>{escape(said)}</span></i>",)
        drawn.append(row(label, f"{label}：{said}", parts, targets, chosen))
    return bars("counts", [label for label, _, _ in rows], drawn, alt)
