"""The days a trend is drawn through: the ends of the months up to 截至."""

from datetime import date

from services.ledgers.calendar import add_months, month_end


def months(as_of: date, count: int) -> list[date]:
    """Give `as_of` and the ends of the months before it, `count` days in all, oldest first."""
    ends = [month_end(add_months(as_of.replace(day=1), -back)) for back in range(count - 1, 0, -1)]
    return [*ends, as_of]


def months_of_the_year(as_of: date) -> list[date]:
    """Give `as_of` and the ends of the months before it in its year."""
    return months(as_of, as_of.month)


def months_since(first: date, as_of: date, at_most: int) -> list[date]:
    """Give the month ends from the month of `first` up to `as_of`, but no more than the last `at_most`."""
    apart = (as_of.year - first.year) * 12 + as_of.month - first.month
    return months(as_of, max(1, min(apart + 1, at_most)))
