from datetime import date

from pages.parts.months import months, months_of_the_year, months_since


def test_the_last_day_is_the_day_asked_for() -> None:
    assert months(date(2023, 3, 15), 3) == [date(2023, 1, 31), date(2023, 2, 28), date(2023, 3, 15)]


def test_over_the_turn_of_a_year() -> None:
    assert months(date(2023, 1, 31), 2) == [date(2022, 12, 31), date(2023, 1, 31)]


def test_of_one_year_alone() -> None:
    assert months_of_the_year(date(2023, 2, 10)) == [date(2023, 1, 31), date(2023, 2, 10)]
    assert months_of_the_year(date(2023, 1, 10)) == [date(2023, 1, 10)]


def test_not_before_the_first_month_and_not_too_many() -> None:
    assert months_since(date(2023, 2, 10), date(2023, 3, 15), 24) == [date(2023, 2, 28), date(2023, 3, 15)]
    assert len(months_since(date(2001, 1, 1), date(2023, 3, 15), 24)) == 24
    assert months_since(date(2024, 1, 1), date(2023, 3, 15), 24) == [date(2023, 3, 15)]
