"""支部创新案例评选: K32 and the sheets it is read from."""

from datetime import date
from typing import Any

import pytest

from tests.indicators.register import Register
from tests.ledgers.reading import problems, upload, values

D = date.fromisoformat
DAY = D("2023-06-30")


@pytest.fixture(autouse=True)
def town(register: Register) -> None:
    for name, domain in {"甲局": "机关", "乙馆": "事业单位"}.items():
        register.add("units", name=name, domain=domain, is_reform=name == "乙馆", is_new=False)


def case(register: Register, number: int, award: str | None, **facts: Any) -> None:
    plain = {"year": 2023, "unit": "甲局", "level": "市级", "awarded_on": DAY}
    register.add("cases", name=f"案例{number}", award=award, **{**plain, **facts})


def test_awards_of_the_year_by_level_and_award(register: Register) -> None:
    case(register, 1, "十佳", level="省级")
    case(register, 2, "百优")
    case(register, 3, "百优", unit="乙馆", awarded_on=None)
    case(register, 4, "未获奖", awarded_on=None)
    case(register, 5, None)
    case(register, 6, "百优", awarded_on=D("2023-07-01"))
    case(register, 7, "十佳", year=2022, awarded_on=D("2022-06-30"))
    case(register, 8, "最佳组织奖", unit=None)
    found = register.measure("K32", DAY, by="award")
    assert (found.n, found.of) == (4, None)
    assert found.values == {
        "awards": {"十佳": 1, "百优": 2, "优秀": 0, "入围": 0}, "units": 2, "entered": 7
    }  # fmt: skip
    assert [(group.key, group.n) for group in found.groups] == [("十佳", 1), ("百优", 2), ("最佳组织奖", 1)]
    assert [(group.key, group.n) for group in register.measure("K32", DAY, by="level").groups] == [
        ("省级", 1), ("市级", 3),
    ]  # fmt: skip
    assert register.figure("K32", D("2022-12-31")) == (1, None)
    assert len(register.trace("K32", DAY)) == 4
    assert len(register.trace("K32", DAY, "beside")) == 3


def test_what_was_won_before_the_handover_stays(register: Register) -> None:
    register.add("reform", unit="乙馆", disposition="移交", completed_on=D("2023-05-15"))
    case(register, 1, "十佳", unit="乙馆", awarded_on=D("2023-05-14"))
    case(register, 2, "十佳", unit="乙馆", awarded_on=D("2023-05-15"))
    assert register.figure("K32", DAY) == (1, None)


def test_the_year_from_the_title_and_the_award_from_sections(register: Register) -> None:
    seen = upload(
        register, "cases",
        ("2023年市直机关“十佳百优”支部创新案例评选结果", None, None, None),
        ("序号", "案例题目", "申报单位", "级别"),
        ("一、十佳案例（1个）", None, None, None),
        (1, "甲局支部“书记项目”", "甲局", "市直机关"),
        ("二、百优案例", None, None, None),
        (1, "乙馆支部微党课", "乙馆", "市级"),
    )  # fmt: skip
    assert problems(seen) == []
    assert values(seen, "year", "name", "award", "level") == [
        (2023, "甲局支部“书记项目”", "十佳", "市级"), (2023, "乙馆支部微党课", "百优", "市级"),
    ]  # fmt: skip


def test_a_list_of_one_award_and_without_units(register: Register) -> None:
    title, header = ("2022年度“百优”支部创新案例名单", None), ("案例名称", "党支部名称")
    assert problems(upload(register, "cases", title, header, ("微党课", "第一支部"))) == [
        ("warning", "required_missing", "A3")
    ]
    seen = upload(register, "cases", ("2022年“百优”支部创新案例名单", None), header, ("微党课", "第一支部"))
    assert values(seen, "year", "award", "org", "unit") == [(2022, "百优", "第一支部", None)]


@pytest.mark.parametrize(
    ("row", "found"),
    [
        (("2023年", "案例", "甲局", "市级", "十佳", "2023.4.1", "2023.3.31"), ("error", "order_conflict", "G2")),
        (("2023", "案例", "甲局", None, "十佳", None, "2023.6.29"), ("warning", "required_missing", "D2")),
        ((2023, "案例", "甲局", None, "落选", None, None), None),
        (("二三年", "案例", "甲局", "市级", "十佳", None, None), ("error", "number_invalid", "A2")),
        ((2023, "案例", "戊局", "市级", "十佳", None, None), ("error", "unit_unknown", "C2")),
    ],
)
def test_rules(register: Register, row: Any, found: Any) -> None:
    header = ("评选年度", "案例名称", "申报单位", "级别", "获奖等次", "申报日期", "评选日期")
    assert problems(upload(register, "cases", header, row)) == ([found] if found else [])


def test_the_same_case_twice_in_a_year(register: Register) -> None:
    rows = [(2023, "微党课", "甲局"), (2022, "微党课", "甲局"), (2023, "微 党课", "乙馆")]
    seen = upload(register, "cases", ("年度", "案例名称", "单位"), *rows)
    assert problems(seen) == [("error", "duplicate_row", "A4")]
