"""The points of a small trend."""

from collections.abc import Sequence
from datetime import date

from pages.parts.asked import asked
from pages.parts.data import trend


def points(indicator: str, days: Sequence[date]) -> list[tuple[str, float | None]]:
    """Give (month, share) of an indicator at each day; None where there is no denominator yet."""
    view, now = asked()
    return [
        (f"{day:%Y-%m}", measured.n / measured.of if measured and measured.of else None)
        for day, measured in zip(days, trend(now.stamp, view, indicator, days), strict=True)
    ]
