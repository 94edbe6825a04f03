"""The waterfall of a change: the figure then, what each class added and took away, the figure now."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from services.figures.palette import State
from services.figures.svg.draw import box, clip, picture, rule, words
from services.share import signed

LABEL, BAR, NUMBER, ROW = 110, 140, 74, 25  # as wide as a phone leaves room for


@dataclass(frozen=True)
class Step:
    """What one class added (or, below 0, took away)."""

    state: State
    by: float


@dataclass(frozen=True)
class End:
    """The figure at one end: the name of the moment, the count, and the figure as it is written."""

    name: str
    level: float
    said: str


def waterfall(then: End, steps: Sequence[Step], now: End, alt: str) -> str:
    """Give the picture. It shows differences, so its scale need not begin at 0: the ends are marks, not bars."""
    levels = [then.level]
    for step in steps:
        levels.append(levels[-1] + step.by)
    lowest, highest = min(levels), max(levels)
    room = max(highest - lowest, 1)

    def x(level: float) -> float:
        return round(LABEL + BAR * (0.04 + 0.92 * (level - lowest) / room), 1)

    rows = [_end(0, then, x(then.level))]
    for row, ((before, after), step) in enumerate(zip(pairwise(levels), steps, strict=True), start=1):
        rows.append(_step(ROW * row, step, x(before), x(after)))
    last = len(steps) + 1
    rows.append(_end(ROW * last, now, x(levels[-1])))
    return picture(LABEL + BAR + NUMBER, ROW * (last + 1), alt, rows)


def _end(y: float, end: End, x: float) -> str:
    return (
        words(0, y + 17, clip(end.name, 9), "strong")
        + rule(x, y + 3, x, y + ROW - 3, "mark")
        + words(LABEL + BAR + NUMBER, y + 17, end.said, "strong", "end")
    )


def _step(y: float, step: Step, before: float, after: float) -> str:
    state = step.state
    swatch = box(0, y + 4, 17, 17, state.role) + words(8.5, y + 17, state.glyph, f"on-{state.role} small", "middle")
    lines = rule(before, y - 3, before, y + 6) + rule(after, y + ROW - 6, after, y + ROW + 3)
    bar = box(min(before, after), y + 6, max(abs(after - before), 2), ROW - 12, state.role, 1)
    by = words(LABEL + BAR + NUMBER, y + 17, signed(step.by), "", "end")
    return swatch + words(24, y + 17, state.word) + lines + bar + by
