"""Terms and deadlines in months."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from services.ledgers.calendar import add_months, month_end


def test_the_last_day_stays_the_last_day_where_there_is_no_other() -> None:
    assert add_months(date(2023, 8, 31), 6) == date(2024, 2, 29)
    assert add_months(date(2024, 2, 29), 12) == date(2025, 2, 28)
    assert add_months(date(2023, 3, 15), -12) == date(2022, 3, 15)
    assert month_end(date(2023, 2, 1)) == date(2023, 2, 28)


@given(st.dates(date(1990, 1, 1), date(2080, 1, 1)), st.integers(-120, 120))
def test_there_and_back_never_gains_a_day(day: date, months: int) -> None:
    assert add_months(add_months(day, months), -months) <= day
