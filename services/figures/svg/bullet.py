"""The bullet bar: how many of how many, where the plan says we should be, and where the last snapshot stood."""

from services.figures.svg.draw import box, picture, rule

WIDTH, HEIGHT = 320, 18


def bullet(n: int, of: int | None, alt: str, plan: int | None = None, before: int | None = None) -> str:
    """Give the bar; nothing is filled where there is no denominator."""
    parts = [box(1, 4, WIDTH - 2, 10, "track", 1)]
    if of:
        parts.append(box(1, 4, _at(n, of), 10, "done", 1))
        if before is not None:
            parts.append(box(1, 7.5, _at(before, of), 3, "far", 0))
        if plan is not None:
            x = 1 + _at(plan, of)
            parts.append(rule(x, 0, x, HEIGHT, "mark"))
    return picture(WIDTH, HEIGHT, alt, parts, grow=3)


def _at(n: int, of: int) -> float:
    return round((WIDTH - 2) * min(1, n / of), 1)
