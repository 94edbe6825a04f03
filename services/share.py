"""Shares and means as they are shown: exact integers in, one decimal half up out (ledgers.md §4)."""

from collections.abc import Sequence
from fractions import Fraction

NONE = "—"


def tenths(value: Fraction) -> int:
    """Give `value` × 10 rounded half up, away from zero."""
    doubled = abs(value) * 20
    rounded = (doubled.numerator // doubled.denominator + 1) // 2
    return rounded if value >= 0 else -rounded


def written(n: float) -> str:
    """Give a number in full: a whole one without decimals, any other with one."""
    return str(int(n)) if n == int(n) else f"{n:.1f}"


def signed(n: float) -> str:
    """Give a number with its sign: "+3", "−2"; 0 has none."""
    return f"{'+' if n > 0 else '−' if n < 0 else ''}{written(abs(n))}"


def percent(n: int, of: int | None) -> str:
    """Give n/of as text: "98.9%", "100%" only when n = of, "0%" only when n = 0, "—" without a denominator."""
    if not of:
        return NONE
    if n == 0:
        return "0%"
    if n == of:
        return "100%"
    parts = tenths(Fraction(n * 100, of))
    if parts == 0:
        return "<0.1%"
    if n < of:
        parts = min(parts, 999)
    return f"{parts // 10}.{parts % 10}%"


def points(now: tuple[int, int | None], before: tuple[int, int | None]) -> str | None:
    """Give the change between two shares in 个百分点 ("+1.2", "−0.3", "0.0"); None where either has no denominator."""
    if not now[1] or not before[1]:
        return None
    change = tenths(Fraction(now[0] * 100, now[1]) - Fraction(before[0] * 100, before[1]))
    return f"{'+' if change > 0 else '−' if change < 0 else ''}{abs(change) // 10}.{abs(change) % 10}"


def mean(values: Sequence[int]) -> float | None:
    """Give the mean to one decimal, half up; None of nothing."""
    return tenths(Fraction(sum(values), len(values))) / 10 if values else None


def median(values: Sequence[int]) -> float | int | None:
    """Give the median to one decimal (an int where it is whole); None of nothing."""
    if not values:
        return None
    ordered = sorted(values)
    middle = len(ordered) // 2
    twice = ordered[middle] * 2 if len(ordered) % 2 else ordered[middle - 1] + ordered[middle]
    return twice // 2 if twice % 2 == 0 else twice / 2
