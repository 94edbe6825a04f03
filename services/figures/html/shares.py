"""Bars one under another: a share per part, labelled directly, so that five 领域 need no five colours."""

from collections.abc import Mapping, Sequence
from html import escape

from services.figures.html.bars import bars, row
from services.figures.svg.draw import width_of
from services.share import percent


def shares(
    rows: Sequence[tuple[str, int, int]],
    alt: str,
    targets: Mapping[str, str] | None = None,
    chosen: str | None = None,
) -> str:
    """Give one bar per row (label, n, N) with n/N and percent beside it; a row without N shows an empty bar.

    `targets`: what the row of a label leads to. `chosen`: the label that the page is filtered by; the others recede.
    """
    room = max((width_of(f"{n}/{of}") for _, n, of in rows), default=0)
    drawn = []
    for label, n, of in rows:
        aside = chosen is not None and label != chosen
        filled = f'<u class="{"far" if aside else "done"}" style="width:{100 * n / of:.2f}%"></u>' if of and n else ""
        share = escape(percent(n, of))
        parts = (
            f'<i class="track">{filled}</i>',
            f'<span style="min-width:{room:.1f}em">{n}/{of}</span>',
            f"<em>{share}</em>",
        )
        drawn.append(row(label, f"{label}：{n}/{of}（{percent(n, of)}）", parts, targets, chosen))
    return bars("shares", [label for label, _, _ in rows], drawn, alt)
