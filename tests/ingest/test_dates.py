from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.ingest.cells import Unreadable
from services.ingest.dates import read_day
from tests.ingest.grids import answer

FIFTH = date(2023, 3, 5)
DAYS = st.dates(date(1921, 1, 1), date(2199, 12, 31))


@pytest.mark.parametrize(
    "cell",
    [
        "2023.3.5", "2023/3/5", "2023-03-05", "20230305", 20230305, 20230305.0, "2023年3月5日", "２０２３年３月５日",
        "二〇二三年三月五日", "二○二三年三月五日", "2023年 3月 5日", "2023.3.5.",
        "2023-03-05 14:24:00", "2023-03-05T00:00:00",
        "2023年3月5日前", "2023.3.5（已完成）", "2023年3月5日前完成", 44990, 44990.6,
        "44990", datetime(2023, 3, 5, 14, 24), FIFTH,
    ],
)  # fmt: skip
def test_ways_to_write_one_day(cell: object) -> None:
    read = read_day(cell, ends=True)  # type: ignore[arg-type]
    assert (read.value, read.mark) == (FIFTH, None)


@pytest.mark.parametrize(
    ("cell", "first", "last", "mark"),
    [
        ("2023.03", (3, 1), (3, 31), "month"),
        ("2023年3月", (3, 1), (3, 31), "month"),
        ("2023-03", (3, 1), (3, 31), "month"),
        (202303, (3, 1), (3, 31), "month"),
        ("2023年6月底", (6, 30), (6, 30), "month"),
        ("2023年6月底前", (6, 30), (6, 30), "month"),
        ("二〇二三年十二月", (12, 1), (12, 31), "month"),
        ("2023年第一季度", (1, 1), (3, 31), "quarter"),
        ("2023年四季度末", (12, 31), (12, 31), "quarter"),
        ("2023年底前", (12, 31), (12, 31), "year"),
        ("2023年年底", (12, 31), (12, 31), "year"),
        ("2023年", (1, 1), (12, 31), "year"),
        (2023, (1, 1), (12, 31), "year"),
        (2023.2, (2, 1), (2, 28), "month"),
        (2023.09, (9, 1), (9, 30), "month"),
        (2023.11, (11, 1), (11, 30), "month"),
        ("2023.1", (1, 1), (1, 31), "month"),
    ],
)
def test_periods_mean_their_last_day_for_an_end_and_their_first_for_anything_else(
    cell: object, first: tuple[int, int], last: tuple[int, int], mark: str
) -> None:
    for ends, expected in ((True, last), (False, first)):
        read = read_day(cell, ends=ends)  # type: ignore[arg-type]
        assert (read.value, read.mark) == (date(2023, *expected), mark)


def test_2023_1_is_october_only_where_the_format_shows_it() -> None:
    assert read_day(2023.1, ends=True, code="0.00").value == date(2023, 10, 31)
    assert read_day(2023.1, ends=True, code="0.00_ ").value == date(2023, 10, 31)
    for cell, code, typed in ((2023.1, "", True), (2023.1, "0.0", True), ("2023.1", "", False)):
        with pytest.raises(Unreadable) as fault:
            read_day(cell, ends=True, code=code, typed=typed)
        assert fault.value.code == "date_ambiguous"
    assert read_day("2023.10", ends=True, typed=False).value == date(2023, 10, 31)


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("23.3.5", "date_no_year"), ("3月5日", "date_no_year"), ("6月底", "date_no_year"), ("年底前", "date_no_year"),
        ("今年底", "date_no_year"), ("第一季度", "date_no_year"),
        ("2023.13.5", "date_invalid"), ("2023.2.30", "date_invalid"), ("2023年3月上旬", "date_invalid"),
        ("上旬", "date_invalid"),
        ("待定", "date_invalid"), ("—", "date_invalid"), (2994626, "date_invalid"), (45, "date_invalid"),
        (-1, "date_invalid"),
        (True, "date_invalid"), (float("nan"), "date_invalid"), (2023.15, "date_invalid"), ("9" * 5000, "date_invalid"),
        ("2023.3.5-3.8", "date_range"), ("2023年3月5日至8日", "date_range"), ("2023-03-05-2023-03-08", "date_range"),
        ("2023.3.5、2023.4.6", "date_range"), ("2023.3.5\n2023.4.6", "date_range"), ("2023年1—3月", "date_range"),
    ],
)  # fmt: skip
def test_what_is_no_day_says_why(cell: object, code: str) -> None:
    with pytest.raises(Unreadable) as fault:
        read_day(cell, ends=True)  # type: ignore[arg-type]
    assert fault.value.code == code
    assert "2023" in fault.value.fix


def test_serial_days_count_from_1904_where_the_workbook_does() -> None:
    assert read_day(43528, ends=True, date1904=True).value == FIFTH


@given(DAYS)
def test_every_day_comes_back_from_every_way_to_write_it(day: date) -> None:
    ways = (
        f"{day.year}.{day.month}.{day.day}",
        f"{day.year}年{day.month}月{day.day}日",
        day.isoformat(),
        f"{day:%Y%m%d}",
    )
    assert {read_day(way, ends=False).value for way in ways} == {day}


@given(st.text(max_size=80))
def test_any_text_is_a_day_or_a_plain_error(text: str) -> None:
    found = answer(lambda: read_day(text, ends=True).value)
    assert isinstance(found, date) or found.code.startswith("date_")
