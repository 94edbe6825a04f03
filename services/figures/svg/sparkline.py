"""The sparkline: how a share moved over the last months, first and last month named."""

from collections.abc import Sequence

from services.figures.svg.draw import rule, share, stretched, strip, words

HEIGHT, FLOOR, CEILING = 44, 28, 4
EDGE = 0.02  # left free on both sides for the dot


def sparkline(points: Sequence[tuple[str, float | None]], alt: str) -> str:
    """Give the line through (month, share 0–1 or None where there is none); gaps stay gaps."""
    runs: list[list[tuple[float, float]]] = [[]]
    for index, (_, value) in enumerate(points):
        if value is None:
            runs.append([])
        else:
            x = EDGE + (1 - 2 * EDGE) * index / max(1, len(points) - 1)
            runs[-1].append((x, FLOOR - value * (FLOOR - CEILING)))
    drawn = [_trace(run) for run in runs if len(run) > 1]
    parts = [rule(0, FLOOR + 1.5, share(1), FLOOR + 1.5), stretched(FLOOR + 2, drawn)]
    last = next((run[-1] for run in reversed(runs) if run), None)
    if last:
        parts.append(f'<circle cx="{share(last[0])}" cy="{last[1]:.1f}" r="3" class="done"/>')
    if points:
        parts.append(words(0, HEIGHT - 2, points[0][0], "muted small"))
        parts.append(words(share(1), HEIGHT - 2, points[-1][0], "muted small", "end"))
    return strip(HEIGHT, alt, parts)


def _trace(run: Sequence[tuple[float, float]]) -> str:
    return f'<polyline points="{" ".join(f"{1000 * x:.0f},{y:.1f}" for x, y in run)}" class="trace"/>'
