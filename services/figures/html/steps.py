"""The step matrix: one row per unit, one column per step, with the day each step was taken."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape

from services.figures.html.look import leading


@dataclass(frozen=True)
class Walk:
    """One unit's way: the name as shown, the full name it leads to, the day of each step or None.

    `waits`: what to say in the place of the step that is next; `late`: it is past its deadline.
    """

    name: str
    target: str | None
    days: tuple[date | None, ...]
    waits: str = ""
    late: bool = False


def taken(days: Sequence[date | None], as_of: date) -> int:
    """Give how many of the steps were taken by `as_of`."""
    return sum(day is not None and day <= as_of for day in days)


def steps(titles: Sequence[str], walks: Sequence[Walk], as_of: date, alt: str) -> str:
    """Give the matrix; a way that was gone to its end is dark, a step after `as_of` is planned, not taken."""
    head = "".join(f'<th scope="col">{escape(title)}</th>' for title in titles)
    rows = "".join(_row(walk, len(titles), as_of) for walk in walks)
    table = f"<table><thead><tr><td></td>{head}</tr></thead><tbody>{rows}</tbody></table>"
    return f'<div class="words grid steps" role="group" aria-label="{escape(alt, quote=True)}">{table}</div>'


def _row(walk: Walk, of: int, as_of: date) -> str:
    hint = f"{walk.target or walk.name}：{taken(walk.days, as_of)}/{of}步 {walk.waits}".rstrip()
    name = leading(walk.target, hint, "", (escape(walk.name),), "span")
    cells = "".join(f'<td><i class="{role}">{escape(said)}</i></td>' for role, said in _cells(walk, as_of))
    return f'<tr><th scope="row">{name}</th>{cells}</tr>'


def _cells(walk: Walk, as_of: date) -> Iterator[tuple[str, str]]:
    """Give the role and the words of each cell."""
    whole = taken(walk.days, as_of) == len(walk.days)
    waits = walk.waits
    for day in walk.days:
        if day and day <= as_of:
            yield "done" if whole else "far", f"✓ {day:%y-%m-%d}"
            continue
        said = f"{day:%y-%m-%d}" if day else ""
        if waits and walk.late:
            yield "late", f"▲ {waits}"
        else:
            yield "doing" if day else "todo", f"{said} {waits}".strip()
        waits = ""
