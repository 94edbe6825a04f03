"""The step matrix: one row per unit, one column per step, with the day each step was taken."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from services.figures.svg.draw import box, button, clip, picture, rule, words

NAME, CELL, ROW, HEAD = 230, 168, 26, 30


@dataclass(frozen=True)
class Walk:
    """One unit's way: the name as shown, the full name it leads to, the day of each step or None."""

    name: str
    target: str | None
    days: tuple[date | None, ...]


def steps(titles: Sequence[str], walks: Sequence[Walk], as_of: date, alt: str) -> str:
    """Give the matrix; a step after `as_of` is shown as planned, not as taken."""
    width, height = NAME + CELL * len(titles) + 2, HEAD + ROW * len(walks) + 2
    parts = [words(NAME + CELL * (i + 0.5), 19, title, "muted", "middle") for i, title in enumerate(titles)]
    for index, walk in enumerate(walks):
        y = HEAD + ROW * index
        drawn = [words(0, y + 17, clip(walk.name, 18)), *_cells(walk, y, as_of)]
        hint = f"{walk.target or walk.name}：{sum(_taken(day, as_of) for day in walk.days)}/{len(titles)}步"
        parts.append(rule(0, y, width, y))
        parts.append(button(walk.target, hint, drawn) if walk.target else "".join(drawn))
    return picture(width, height, alt, parts, grow=1.6)


def _taken(day: date | None, as_of: date) -> bool:
    return day is not None and day <= as_of


def _cells(walk: Walk, y: float, as_of: date) -> list[str]:
    cells = []
    for index, day in enumerate(walk.days):
        x = NAME + CELL * index + 3
        role = "done" if _taken(day, as_of) else "doing" if day else "todo"
        said = f"{day:%y-%m-%d}" if day else ""
        cells.append(box(x, y + 3, CELL - 6, ROW - 6, role))
        shown = f"✓ {said}" if role == "done" else said
        cells.append(words(x + CELL / 2 - 3, y + 17, shown, f"on-{role} small", "middle"))
    return cells
