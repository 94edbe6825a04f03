"""Bars of counts one under another, each labelled directly."""

from collections.abc import Sequence

from services.figures.svg.draw import box, clip, picture, words

LABEL, BAR, NUMBER, ROW = 150, 200, 90, 30


def counts(rows: Sequence[tuple[str, int, str]], alt: str) -> str:
    """Give one bar per row (label, count, the count in words), as long as its count."""
    longest = max((count for _, count, _ in rows), default=0) or 1
    parts = []
    for index, (label, count, said) in enumerate(rows):
        y = ROW * index
        parts.append(words(0, y + 19, clip(label, 11)))
        parts.append(box(LABEL, y + 7, max(2.0, round(BAR * count / longest, 1)), 16, "done", 1))
        parts.append(words(LABEL + BAR + NUMBER, y + 19, said, "", "end"))
    return picture(LABEL + BAR + NUMBER + 2, max(1, ROW * len(rows)), alt, parts)
