"""模范机关创建与标兵单位: K27 by its three sides, K27a by field."""

from datetime import date
from typing import Any

from tests.indicators.register import Register
from tests.ingest.grids import codes, read_as, sheet
from tests.ledgers.sent import broken

D = date.fromisoformat
DAY = D("2023-12-31")


def model(register: Register, unit: str, *scores: float | None, **values: Any) -> int:
    plain = {"year": 2023, "is_pacesetter": False, **dict(zip(("goal", "method", "appraisal"), scores, strict=True))}
    return register.add("model_units", unit=unit, **{**plain, **values})


def test_three_sides_of_the_newest_year(register: Register) -> None:
    model(register, "甲局", 90.3, 80, 79.5)
    model(register, "乙局", 85, 70, None)
    model(register, "甲局", 50, 50, 50, year=2022)
    found = register.measure("K27", DAY)
    assert (found.n, found.of) == (3, 5)
    assert found.values == {
        "sides": {
            "目标引领": {"n": 2, "of": 2, "mean": 87.7}, "方法路径": {"n": 1, "of": 2, "mean": 75.0},
            "考核评价": {"n": 0, "of": 1, "mean": 79.5},
        },
        "unscored": 1,
    }  # fmt: skip
    assert [group.key for group in register.measure("K27", DAY, by="side").groups] == [
        "目标引领",
        "方法路径",
        "考核评价",
    ]
    assert [row.cell for row in register.trace("K27", DAY)] == ["C2", "D2", "C3"]
    assert register.figure("K27", D("2022-12-31")) == (0, 3)


def test_the_line_is_the_one_in_force(register: Register) -> None:
    model(register, "甲局", 90, 80, 79.5)
    register.add("targets", item="模范机关达标分数线", value="85", effective_on=D("2023-07-01"))
    assert register.figure("K27", D("2023-06-30")) == (2, 3)
    assert register.figure("K27", DAY) == (1, 3)


def test_pacesetters_by_field_once_named(register: Register) -> None:
    for unit, field in (("甲局", "科技创新"), ("乙局", "产业发展"), ("丙局", "产业发展")):
        model(register, unit, 95, 95, 95, is_pacesetter=True, field=field, named_on=D("2023-07-01"))
    model(register, "丁局", 99, 99, 99)
    assert register.figure("K27a", D("2023-06-30")) == (0, None)
    groups = register.measure("K27a", D("2023-07-01"), by="topic").groups
    assert [(group.key, group.n) for group in groups] == [("产业发展", 2), ("科技创新", 1)]


def test_rules() -> None:
    assert broken("model_units", goal=100.5, method=100) == [("error", "rule_broken", "goal")]
    assert broken("model_units", appraisal=101) == [("error", "rule_broken", "appraisal")]
    assert broken("model_units", is_pacesetter=True) == [("error", "required_missing", "is_pacesetter")]
    assert broken("model_units", is_pacesetter=True, field="科技创新") == []


def test_a_sheet_with_two_levels_of_header() -> None:
    rows = [
        ("序号", "创建年度", "创建单位", "三方面得分", None, None, "标兵", None),
        (None, None, None, "目标引领", "方法路径", "考核评价", "是否标兵单位", "服务领域"),
        (1, "2023年度", "甲局", "90分", 88, None, "√", "产业"),
        (2, "2023年度", "乙局", "90.5分", 80, 85, None, None),
    ]
    merges = [*((0, c, 1, c) for c in range(3)), (0, 3, 0, 5), (0, 6, 0, 7)]
    read = read_as("model_units", sheet(*rows, merges=merges))
    assert codes(read) == {}
    assert read.records[0].values == {
        "year": 2023, "unit": "甲局", "goal": 90, "method": 88, "appraisal": None, "is_pacesetter": True,
        "field": "产业发展",
    }  # fmt: skip
