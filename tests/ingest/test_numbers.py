import pytest

from services.ingest.cells import Unreadable, written
from services.ingest.numbers import decimal, hours, masked, whole, year


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("120人", 120),
        ("１２０", 120),
        ("1,234", 1234),
        ("120", 120),
        (" 3 名 ", 3),
        (36.0, 36),
        (36, 36),
        ("1,234,567人次", 1234567),
    ],
)
def test_whole_numbers(cell: object, value: int) -> None:
    assert whole(cell, 0).value == value  # type: ignore[arg-type]


@pytest.mark.parametrize("cell", ["约50", "45/43", "50余", "12,34", "三", "-1", 12.5, "", True, "1.5人", float("inf")])
def test_what_is_no_whole_number(cell: object) -> None:
    with pytest.raises(Unreadable) as fault:
        whole(cell, 0)  # type: ignore[arg-type]
    assert fault.value.code == "number_invalid"


@pytest.mark.parametrize(
    ("cell", "value"), [("56学时", 56), ("5天", 40), ("半天", 4), ("2.5天", 20), (40.0, 40), ("１２", 12)]
)
def test_hours_turn_days_by_the_setting(cell: object, value: float) -> None:
    assert hours(cell, 0, 8).value == value  # type: ignore[arg-type]


def test_a_conversion_is_told() -> None:
    assert hours("5天", 0, 6).value == 30
    assert "30学时" in (hours("5天", 0, 6).note or ("",))[0]
    assert hours("40学时", 0, 8).note is None


def test_years_and_scores() -> None:
    assert [year(cell).value for cell in (2023.0, "2023", "2023年", "２０２３年度")] == [2023] * 4
    for cell in ("23", 1.0, "二〇二三", True, 20235.0):
        with pytest.raises(Unreadable):
            year(cell)
    assert decimal("96.5分", None).value == 96.5


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("13900000001", "139****0001"),
        ("0571-87654321", "057****4321"),
        ("139 0000 0001", "139****0001"),
        ("13900000001、13900000002", "139****0001、139****0002"),
        ("王某 13900000001（办）", "王某 139****0001（办）"),
        ("8765432", "****32"),
        ("139****0001", "139****0001"),
        ("", ""),
    ],
)
def test_telephone_numbers_are_masked_once(text: str, expected: str) -> None:
    assert masked(text) == expected
    assert masked(expected) == expected


def test_a_number_reads_as_it_was_typed() -> None:
    assert [written(cell) for cell in (12.0, 12.5, 2023.1, 1.401020304050607e17, 15888888888.0, float("inf"))] == [
        "12", "12.5", "2023.1", "140102030405060700", "15888888888", "inf",
    ]  # fmt: skip
