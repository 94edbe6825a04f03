"""The bullet bar: how many of how many, where the plan says we should be, and where the last snapshot stood."""

from services.figures.svg.draw import box, rule, share, strip

HEIGHT, BAR = 18, 8


def bullet(n: int, of: int | None, alt: str, plan: int | None = None, before: int | None = None) -> str:
    """Give the bar, `before` as a faint band behind it and `plan` as a tick; without a denominator it stays empty."""
    top = (HEIGHT - BAR) / 2
    parts = [box(0, top, share(1), BAR, "track", 1)]
    if of:
        if before is not None:
            parts.append(_named(box(0, 1, share(_part(before, of)), HEIGHT - 2, "fan", 1), f"对比的快照：{before}"))
        parts.append(box(0, top, share(_part(n, of)), BAR, "done", 1))
        if plan is not None:
            x = share(_part(plan, of))
            parts.append(_named(rule(x, 0, x, HEIGHT, "mark"), f"按计划：{plan}"))
    return strip(HEIGHT, alt, parts)


def _part(n: int, of: int) -> float:
    return min(1.0, n / of)


def _named(drawn: str, hint: str) -> str:
    return f"<g><title>{hint}</title>{drawn}</g>"
