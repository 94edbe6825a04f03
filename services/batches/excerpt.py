"""The rows of a sheet that are drawn beside what is said of it: its top, its end, and those around its faults."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from services.batches.private import private, shown
from services.errors import Problem
from services.ingest.cells import NO_RESULT, written
from services.ingest.grid import Cell, Merge, Sheet, Uncached, place

# Rows at the top, of which at least some below the header; rows at the end; rows above and below a fault.
TOP, BELOW_HEADER, END, AROUND = 12, 5, 3, 3
MOST_TOP = 24
# Kinds of fault that get a picture, and characters of a cell that are kept for it.
FAULTS, LENGTH = 60, 60


@dataclass(frozen=True)
class Excerpt:
    """Rows by 0-based number, each with the text of its cells; `top` and `end` are those that show the layout."""

    rows: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    buckets: Mapping[int, str] = field(default_factory=dict)
    merges: tuple[Merge, ...] = ()
    top: tuple[int, ...] = ()
    end: tuple[int, ...] = ()


NOTHING = Excerpt()


def excerpt(
    sheet: Sheet, buckets: Sequence[str], header: tuple[int, int] | None, problems: Iterable[Problem]
) -> Excerpt:
    """Give what can be drawn of a sheet. What must not be kept (身份证号 …) is blank here too."""
    height = len(buckets)
    top = range(min(height, MOST_TOP, max(TOP, header[1] + BELOW_HEADER if header else 0)))
    end = range(max(len(top), height - END), height)
    faults = [place(problem.cell)[0] for problem in _first_of_each(problems) if problem.cell]
    around = {r for fault in faults for r in range(max(0, fault - AROUND), min(height, fault + AROUND + 1))}
    hidden = private(sheet, {r for r, bucket in enumerate(buckets) if bucket != "data"})
    drawn = sorted({*top, *end, *around})
    return Excerpt(
        rows={r: tuple(text_of(shown(cell, r, c, hidden)) for c, cell in enumerate(sheet.rows[r])) for r in drawn},
        buckets={r: buckets[r] for r in drawn},
        merges=tuple(merge for merge in sheet.merges if any(merge[0] <= r <= merge[2] for r in drawn)),
        top=tuple(top),
        end=tuple(end),
    )


def _first_of_each(problems: Iterable[Problem]) -> list[Problem]:
    """Give the first problem of each sentence."""
    found: dict[tuple[str, str], Problem] = {}
    for problem in problems:
        if problem.cell:
            found.setdefault((problem.level, problem.message), problem)
    return list(found.values())[:FAULTS]


def text_of(cell: Cell) -> str:
    """Give a cell's text on one line, cut where it is long."""
    text = NO_RESULT if isinstance(cell, Uncached) else " ".join(written(cell).split())
    return text if len(text) <= LENGTH else text[: LENGTH - 1] + "…"
