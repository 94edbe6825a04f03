"""Bullet bars one under another: a share per part, labelled directly, so that five 领域 need no five colours."""

from collections.abc import Sequence

from services.figures.svg.draw import box, clip, picture, words
from services.share import percent

LABEL, BAR, NUMBER, ROW = 84, 170, 132, 28


def shares(rows: Sequence[tuple[str, int, int]], alt: str) -> str:
    """Give one bar per row (label, n, N) with n/N and percent beside it; a row without N shows an empty bar."""
    parts = []
    for index, (label, n, of) in enumerate(rows):
        y = ROW * index
        parts.append(words(0, y + 18, clip(label, 6.8)))
        parts.append(box(LABEL, y + 7, BAR, 14, "track", 1))
        if of and n:
            parts.append(box(LABEL, y + 7, max(1.0, round(BAR * n / of, 1)), 14, "done", 1))
        parts.append(words(LABEL + BAR + 8, y + 18, f"{n}/{of}", "muted"))
        parts.append(words(LABEL + BAR + NUMBER, y + 18, percent(n, of), "strong", "end"))
    return picture(LABEL + BAR + NUMBER + 2, max(1, ROW * len(rows)), alt, parts)
