"""Calendar arithmetic for terms and deadlines."""

from calendar import monthrange
from datetime import date


def add_months(day: date, months: int) -> date:
    """Give the same day `months` later (earlier where negative), or the month's last day where there is none."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def month_end(day: date) -> date:
    """Give the last day of the month of `day`."""
    return day.replace(day=monthrange(day.year, day.month)[1])


def months_before(day: date, months: int) -> date:
    """Give the last day whose same day `months` later is not after `day`."""
    earlier = add_months(day, -months)
    return month_end(earlier) if day == month_end(day) else earlier
