"""考核评分: K24 and K24a, who is ahead and behind, and the sheets an office sends."""

from datetime import date
from typing import Any

import pytest

from services.indicators.targets import DEFAULTS
from services.ledgers import ledger
from tests.indicators.register import Register
from tests.ingest.grids import codes, read_as, sheet
from tests.ledgers.sent import broken

D = date.fromisoformat
DAY = D("2023-12-31")
SPEECH, GOALS = "机关党组织书记述职评议考核", "年度目标责任考核"
HEADER = ("序号", "考核年度", "被考核单位", "考核类型", "考核得分", "满分", "考核等次")


def result(register: Register, unit: str, score: float, grade: str | None = "好", **values: Any) -> int:
    plain = {"year": 2023, "kind": SPEECH, "max_score": 100}
    return register.add("assessments", **{**plain, "unit": unit, "score": score, "grade": grade, **values})


def unit(register: Register, name: str, domain: str = "机关") -> None:
    register.add("units", name=name, domain=domain, is_reform=True, is_new=False)


def test_grades_of_the_newest_year_and_who_was_not_assessed(register: Register) -> None:
    for name in ("甲局", "乙局", "丙局", "丁局"):
        unit(register, name)
    unit(register, "某协会", "社会组织")
    unit(register, "移交局")
    register.add("reform", unit="移交局", disposition="移交", completed_on=D("2023-05-15"))
    result(register, "甲局", 96.5)
    result(register, "乙局", 88, "较好")
    result(register, "丙局", 85, None)
    result(register, "丁局", 95, year=2022)
    found = register.measure("K24", DAY)
    assert (found.n, found.of) == (1, 3)
    assert found.values["grades"] == {"好": 1, "较好": 1, "未评等次": 1}
    assert [row.cell for row in register.trace("K24", DAY)] == ["F2"]
    assert [row.cell for row in register.trace("K24", DAY, "rest")] == ["D3", "D4"]
    assert (found.values["unassessed"], found.values["years"]) == (1, ["2023"])
    assert [row.values["name"] for row in register.trace("K24", DAY, "beside")] == ["丁局"]
    assert register.measure("K24", D("2022-12-31")).values["grades"] == {"好": 1}
    assert register.figure("K24", D("2021-12-31")) == (0, 0)


def test_each_kind_has_its_own_newest_year(register: Register) -> None:
    result(register, "甲局", 90, "好")
    result(register, "甲局", 90, "优秀", kind=GOALS, year=2022)
    result(register, "甲局", 70, "合格", kind=GOALS, year=2021)
    assert register.figure("K24", DAY) == (2, 2)
    by_kind = register.measure("K24", DAY, by="kind").groups
    assert [(group.key, group.values["grades"]) for group in by_kind] == [(SPEECH, {"好": 1}), (GOALS, {"优秀": 1})]


def test_ahead_between_and_behind_and_how_they_moved(register: Register) -> None:
    for name, before, now in (("升", 79.5, 80), ("平", 90, 95), ("降", 90, 89.5), ("落", 85, 79.5)):
        result(register, name, before, year=2022)
        result(register, name, now)
    result(register, "新", 95)
    result(register, "折算", 108, max_score=120)
    result(register, "差", 95, "差")
    values = register.measure("K24", DAY).values
    assert values["bands"] == {"先进": 3, "中间": 2, "后进": 2}
    assert values["moves"] == {"上升": 1, "持平": 1, "下降": 2, "上年没有": 3}
    assert register.figure("K24", DAY, where={"was": "先进", "band": "中间"}) == (1, 1)


def test_the_lines_are_those_in_force(register: Register) -> None:
    result(register, "甲局", 84)
    register.add("targets", item="考核后进分数线", value="85", effective_on=D("2023-07-01"))
    assert register.measure("K24", D("2023-06-30")).values["bands"] == {"中间": 1}
    assert register.measure("K24", DAY).values["bands"] == {"后进": 1}


def test_who_is_behind_has_something_to_put_right(register: Register) -> None:
    result(register, "甲局", 70, follow_up="约谈")
    result(register, "乙局", 70, finding="1-3")
    result(register, "丙局", 70)
    result(register, "丁局", 90)
    assert register.figure("K24a", DAY) == (2, 3)
    assert [row.values["unit"] for row in register.trace("K24a", DAY, "rest")] == ["丙局"]


@pytest.mark.parametrize(
    ("values", "faults"),
    [
        ({"score": 101, "max_score": 100}, [("error", "rule_broken", "score")]),
        ({"score": 110, "max_score": 120}, []),
        ({"score": 79.5, "max_score": 100}, [("warning", "rule_broken", "score")]),
        ({"score": 79.5, "max_score": 100, "follow_up": "约谈"}, []),
        ({"score": 90, "max_score": 100, "grade": "差"}, [("warning", "rule_broken", "score")]),
        ({"score": 90, "max_score": 100, "grade": "A"}, [("warning", "status_unknown", "grade")]),
    ],
)
def test_rules(values: dict[str, Any], faults: list[tuple[str, str, str]]) -> None:
    assert broken("assessments", **values) == faults


def test_a_low_result_can_be_raised() -> None:
    raises = ledger("assessments").raises
    row = {
        "year": 2023, "kind": GOALS, "score": 70.0, "max_score": 100, "grade": None, "reason": "学时不足",
        "follow_up": None, "finding": None,
    }  # fmt: skip
    assert raises
    raised = raises(row, DEFAULTS)
    assert raised
    assert (raised.text, raised.field) == ("2023年度目标责任考核70分：学时不足", "score")
    assert raises({**row, "finding": "1-3"}, DEFAULTS) is None
    assert raises({**row, "score": 80.0}, DEFAULTS) is None
    assert raises({**row, "score": 80.0}, {**DEFAULTS, "考核后进分数线": "85"}) is not None


def test_scores_grades_and_kinds_as_offices_write_them() -> None:
    rows = [
        (1, "2023年度", "甲局", "述职评议", "96.5分", None, "好"),
        (2, 2023, "乙局", "年度目标考核", "９０", 100, "优"),
        (3, "2023年", "丙局", "文明单位考核", 110, "120分", "优秀"),
        (4, 2023, "丁局", "目标责任制考核", 0, 100, "较差"),
    ]
    read = read_as("assessments", sheet(HEADER, *rows))
    assert codes(read) == {}
    fields = ("year", "kind", "score", "max_score", "grade")
    assert [tuple(each.values[name] for name in fields) for each in read.records] == [
        (2023, SPEECH, 96.5, None, "好"), (2023, GOALS, 90, 100, "优秀"),
        (2023, "文明单位创建考核", 110, 120, "优秀"), (2023, GOALS, 0, 100, "较差"),
    ]  # fmt: skip


def test_faulty_cells_are_named() -> None:
    rows = [
        (1, 2023, "甲局", "年终测评", -1, 100, "好"),
        (2, "23年", "乙局", SPEECH, "约90", 0, "好"),
        (3, 2023, "丙局", None, "95%", None, "好"),
    ]
    assert codes(read_as("assessments", sheet(HEADER, *rows))) == {
        "D2": "choice_unknown", "E2": "number_invalid", "B3": "number_invalid", "E3": "number_invalid",
        "F3": "number_invalid", "D4": "required_missing", "E4": "number_invalid",
    }  # fmt: skip


def test_the_title_names_the_year_and_the_kind() -> None:
    rows = [
        ("2023年度机关党组织书记抓基层党建述职评议考核结果",),
        ("序号", "单位", "得分", "等次"),
        (1, "甲局", 96, "好"),
        (2, "乙局", 90, "好"),
    ]
    read = read_as("assessments", sheet(*rows, merges=[(0, 0, 0, 3)]))
    assert codes(read) == {}
    assert [(each.values["year"], each.values["kind"]) for each in read.records] == [(2023, SPEECH)] * 2
