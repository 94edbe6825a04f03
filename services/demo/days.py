"""Days as the demonstration draws them: always on a weekday, and known only once they have come."""

from datetime import date, timedelta
from random import Random

AS_OF = date(2023, 10, 31)


def workday(day: date) -> date:
    """Give `day`, or the Friday before where it falls on a weekend."""
    return day - timedelta(days=max(0, day.weekday() - 4))


def after(day: date, days: int) -> date:
    """Give a weekday about `days` days after `day` (before, where negative)."""
    return workday(day + timedelta(days=days))


def between(random: Random, first: date, last: date) -> date:
    """Draw a day from `first` to `last`, moved off a weekend, never before `first`."""
    return max(first, after(first, random.randint(0, (last - first).days)))


def known(event: date | None, day: date) -> date | None:
    """Give the day of an event as a file of `day` can know it: None while it has not come."""
    return event if event and event <= day else None
