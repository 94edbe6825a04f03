"""The timeline of one unit: a lane for each piece of work, two years wide, a line at the day that is asked about."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from services.figures.palette import State
from services.figures.svg.draw import box, clip, picture, rule, width_of, words

NAME, STATE, YEARS = 168, 140, 600
AXIS, LANE, STEPS = 34, 22, 40
FIRST = NAME + STATE  # on a phone the years are scrolled to, name and state are seen at once
LEAST = 3  # px of a bar, however short
WIDTH = FIRST + YEARS + LEAST


@dataclass(frozen=True)
class Lane:
    """One thing on its way: its name, where it stands (and a word about that), and the days that tell.

    `steps` are (word, day), in their order. A bar reaches from `start` to `end`, or to the day that is asked about;
    `due` is the deadline. `heads` are counts of people by day. `new` begins a group: a line is drawn above.
    """

    name: str
    state: State
    said: str = ""
    start: date | None = None
    end: date | None = None
    due: date | None = None
    steps: tuple[tuple[str, date], ...] = ()
    heads: tuple[tuple[date, int], ...] = ()
    new: bool = False

    @property
    def height(self) -> int:
        """How high the lane is drawn: named steps need room for their words."""
        return STEPS if self.steps else LANE


def timeline(lanes: Sequence[Lane], as_of: date, alt: str) -> str:
    """Give the picture: last year and this, months as ticks; what lies before or after stands at the edge."""
    height = AXIS + sum(lane.height for lane in lanes) + 4
    parts = _axis(as_of, height)
    y = float(AXIS)
    for lane in lanes:
        if lane.new:
            parts.append(rule(0, y, WIDTH, y))
        parts += _lane(lane, y, as_of)
        y += lane.height
    return picture(WIDTH, height, alt, parts, grow=1.3, least=640)


def _at(day: date, as_of: date) -> float:
    """Give where a day lies, held at the edges of the two years."""
    first, last = date(as_of.year - 1, 1, 1), date(as_of.year + 1, 1, 1)
    share = (day - first).days / (last - first).days
    return round(FIRST + YEARS * min(1.0, max(0.0, share)), 1)


def _axis(as_of: date, height: float) -> list[str]:
    parts = []
    for year in (as_of.year - 1, as_of.year):
        for month in (1, 4, 7, 10):
            x = _at(date(year, month, 1), as_of)
            parts.append(rule(x, AXIS - 4, x, height, "line"))
            parts.append(words(x + 3, AXIS - 8, f"{year}年" if month == 1 else f"{month}月", "muted small"))
    x = _at(as_of, as_of)
    parts.append(words(x - 4, 12, f"截至{as_of:%Y-%m-%d}", "small strong", "end"))
    return [*parts, rule(x, 2, x, height, "mark")]


def _lane(lane: Lane, y: float, as_of: date) -> list[str]:
    middle, role = y + 11, lane.state.role
    parts = [words(0, middle + 4, clip(lane.name, 13.5))]
    for part, start, end in _bars(lane, as_of):
        x = _at(start, as_of)
        parts.append(box(x, middle - 4, max(LEAST, _at(end, as_of) - x), 8, part, 1))
    for day, count in lane.heads:
        parts += _head(_at(day, as_of), middle, count)
    parts += _steps(lane.steps, middle, as_of)
    if lane.due and lane.due.year in (as_of.year - 1, as_of.year):
        parts.append(rule(_at(lane.due, as_of), middle - 8, _at(lane.due, as_of), middle + 8, "mark"))
    x = float(NAME)
    parts += [box(x, y + 4, 15, 15, role), words(x + 7.5, y + 16, lane.state.glyph, f"small on-{role}", "middle")]
    return [*parts, words(x + 21, y + 16, clip(lane.said or lane.state.word, 9.6), "small")]


def _bars(lane: Lane, as_of: date) -> list[tuple[str, date, date]]:
    """Give the parts of the bar as (role, first day, last day): what is late is so from the deadline on."""
    if lane.start is None or lane.start > as_of:
        return []
    end = lane.end or as_of
    if lane.state.role == "late" and lane.due and lane.start < lane.due < end:
        return [("far", lane.start, lane.due), ("late", lane.due, end)]
    return [(lane.state.role, lane.start, end)]


def _steps(steps: Sequence[tuple[str, date]], middle: float, as_of: date) -> list[str]:
    """Give a dot for each step, and under them one line that says which was taken when."""
    if not steps:
        return []
    dots = [f'<circle cx="{_at(day, as_of):g}" cy="{middle:g}" r="4.5" class="done"/>' for _, day in steps]
    said = "　".join(f"{word}{day:%m-%d}" if day.year == as_of.year else f"{word}{day:%Y-%m-%d}" for word, day in steps)
    left = max(FIRST, min(_at(steps[0][1], as_of) - 4, _at(as_of, as_of) - 6 - 11 * width_of(said)))
    return [*dots, words(left, middle + 20, said, "muted small")]


def _head(x: float, middle: float, count: int) -> list[str]:
    said = f"{count}"
    wide = 8 + 7 * len(said)
    x = min(max(x, FIRST + wide / 2), WIDTH - wide / 2)
    return [box(x - wide / 2, middle - 8, wide, 16, "far", 8), words(x, middle + 4, said, "small on-far", "middle")]
