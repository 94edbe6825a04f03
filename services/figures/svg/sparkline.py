"""The sparkline: how a share moved over the last months, first and last month named."""

from collections.abc import Sequence

from services.figures.svg.draw import picture, rule, words

WIDTH, HEIGHT, FLOOR = 320, 46, 32


def sparkline(points: Sequence[tuple[str, float | None]], alt: str) -> str:
    """Give the line through (month, share 0–1 or None where there is none); gaps stay gaps."""
    step = (WIDTH - 8) / max(1, len(points) - 1)
    parts = [rule(0, FLOOR, WIDTH, FLOOR)]
    run: list[str] = []
    last = None
    for index, (_, share) in enumerate(points):
        if share is None:
            parts += _trace(run)
            run = []
            continue
        last = (4 + step * index, FLOOR - 3 - share * (FLOOR - 7))
        run.append(f"{last[0]:.1f},{last[1]:.1f}")
    parts += _trace(run)
    if last:
        parts.append(f'<circle cx="{last[0]:.1f}" cy="{last[1]:.1f}" r="3" class="done"/>')
    if points:
        parts.append(words(0, HEIGHT - 2, points[0][0], "muted small"))
        parts.append(words(WIDTH, HEIGHT - 2, points[-1][0], "muted small", "end"))
    return picture(WIDTH, HEIGHT, alt, parts, grow=2)


def _trace(run: list[str]) -> list[str]:
    return [f'<polyline points="{" ".join(run)}" class="trace"/>'] if len(run) > 1 else []
