"""The burn-up: done, scope and plan over the months, what is ahead at the present pace, and the snapshots as ticks."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape

from services.figures.svg.draw import box, rule, share, stretched, strip, width_of, words

HEIGHT, CEILING, FLOOR = 186, 22, 142
ROWS = (156, 171, 184)  # where the names under the axis stand
NARROW = 300  # px: names are chosen so that they do not touch at this width
RIGHT = 0.97


@dataclass(frozen=True)
class Burnup:
    """What one picture shows. `done` and `scope` at each of `days`, the last of which is 截至.

    `plan`: (day, how many by then). `fan`: (day, at least in most of the ways, at least in half of them) from 截至 on.
    `likely`: the day all is done in half of the ways, with its word. `snapshots`: (name, day).
    """

    days: Sequence[date]
    done: Sequence[int]
    scope: Sequence[int]
    plan: Sequence[tuple[date, int]] = ()
    fan: Sequence[tuple[date, int, int]] = ()
    likely: tuple[date, str] | None = None
    target: date | None = None
    snapshots: Sequence[tuple[str, date]] = ()


@dataclass(frozen=True)
class _Scale:
    first: int
    last: int
    most: int

    def x(self, day: date) -> float:
        return RIGHT * (day.toordinal() - self.first) / max(1, self.last - self.first)

    def y(self, count: int) -> float:
        return FLOOR - (FLOOR - CEILING) * count / self.most

    def points(self, found: Iterable[tuple[date, int]]) -> str:
        return " ".join(f"{1000 * self.x(day):.1f},{self.y(count):.1f}" for day, count in found)


def burnup(shown: Burnup, alt: str) -> str:
    """Give the picture; the names under the axis that would touch a more important one are left out."""
    as_of, done, scope = shown.days[-1], shown.done[-1], shown.scope[-1]
    days = [*shown.days, *(day for day, _, _ in shown.fan), *(day for day, _ in shown.plan)]
    days += [shown.target] if shown.target else []
    most = max(*shown.scope, *shown.done, *(count for _, count in shown.plan), 1)
    at = _Scale(shown.days[0].toordinal(), max(days).toordinal(), most)
    today = share(at.x(as_of))
    parts = [rule(0, FLOOR, share(1), FLOOR), stretched(FLOOR + 1, _curves(shown, at))]
    parts.append(rule(today, CEILING - 6, today, FLOOR, "line"))
    parts.append(words(0, at.y(shown.scope[0]) - 5, f"共{shown.scope[0]}", "muted small halo"))
    if scope != shown.scope[0]:
        parts.append(words(share(1), at.y(scope) - 5, f"共{scope}", "muted small halo", "end"))
    parts.append(f'<circle cx="{today}" cy="{at.y(done):.1f}" r="4" class="done"/>')
    above = at.y(done) - at.y(scope) > 18
    parts.append(words(share(at.x(as_of) - 0.015), at.y(done) + (-6 if above else 16), str(done), "strong halo", "end"))
    if shown.likely:
        day, word = shown.likely
        x = at.x(day)
        parts.append(f'<circle cx="{share(x)}" cy="{at.y(done + _left(shown)):.1f}" r="3.5" class="doing"/>')
        parts.append(words(share(min(x, 0.99)), CEILING - 9, word, "strong small halo", "end" if x > 0.6 else "middle"))
    return strip(HEIGHT, alt, [*parts, *_names(shown, at)])


def _left(shown: Burnup) -> int:
    return max((most for _, _, most in shown.fan), default=0)


def _curves(shown: Burnup, at: _Scale) -> list[str]:
    as_of, done = shown.days[-1], shown.done[-1]
    line = list(zip(shown.days, shown.done, strict=True))
    area = [(shown.days[0], 0), *line, (as_of, 0)]
    curves = [f'<polygon points="{at.points(area)}" class="wash"/>']
    if shown.fan:
        surely = [(as_of, done), *((day, done + least) for day, least, _ in shown.fan)]
        probably = [(as_of, done), *((day, done + half) for day, _, half in shown.fan)]
        curves.append(f'<polygon points="{at.points([*surely, *reversed(probably)])}" class="fan"/>')
        curves.append(f'<polyline points="{at.points(probably)}" class="trace ahead"/>')
    scope = [*zip(shown.days, shown.scope, strict=True), (date.fromordinal(at.last), shown.scope[-1])]
    curves.append(f'<polyline points="{at.points(scope)}" class="scope"/>')
    if shown.plan:
        curves.append(f'<polyline points="{at.points(shown.plan)}" class="plan"/>')
    return [*curves, f'<polyline points="{at.points(line)}" class="trace thick"/>']


def _names(shown: Burnup, at: _Scale) -> list[str]:
    """Give today, the target, the snapshots and the months under the axis, in this order of importance."""
    as_of = shown.days[-1]
    wanted = [(as_of, f"{as_of.month}月{as_of.day}日", "strong small", 6.0)]
    if shown.target:
        wanted.append((shown.target, f"目标{shown.target.month}月{shown.target.day}日", "small", 6.0))
    known = [each for each in shown.snapshots if at.first <= each[1].toordinal() <= at.last]
    wanted += [(day, name, "muted small", 9.0) for name, day in sorted(known, key=lambda each: each[1], reverse=True)]
    wanted += [(day, f"{day.month}月", "muted small", 0.0) for day in _months(at)]
    parts: list[str] = []
    taken: list[list[tuple[float, float]]] = [[] for _ in ROWS]
    for day, name, style, tick in wanted:
        x, width = at.x(day), 11 * width_of(name) / NARROW
        left = min(max(0.0, x - width / 2), 1 - width)
        rows = range(len(ROWS)) if tick else range(1)
        room = (row for row in rows if all(left + width + 0.02 < low or high + 0.02 < left for low, high in taken[row]))
        row = next(room, None)
        said = []
        if row is not None:
            taken[row].append((left, left + width))
            said.append(words(share(left + width / 2), ROWS[row], name, style, "middle"))
        if tick:
            mark = rule(share(x), FLOOR - tick / 2, share(x), FLOOR + tick / 2, "mark")
            hit = box(share(max(0.0, x - 0.012)), FLOOR - 10, share(0.024), 18, "hit")
            said.append(f"<g><title>{escape(name)} {day.isoformat()}</title>{hit}{mark}</g>")
        parts += said
    return parts


def _months(at: _Scale) -> list[date]:
    """Give the first days of the months to name: at most seven, at even distances."""
    first, last = date.fromordinal(at.first), date.fromordinal(at.last)
    count = (last.year - first.year) * 12 + last.month - first.month
    apart = -(-max(1, count) // 7)
    months = (first.year * 12 + first.month - 1 + step for step in range(0, count + 1, apart))
    days = (date(month // 12, month % 12 + 1, 1) for month in months)
    return [day for day in days if first <= day <= last]
