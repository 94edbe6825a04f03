"""学习宣讲活动: K35, K35a and the sheets they are read from."""

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


def event(register: Register, day: str, kind: str | None, people: int | None, **facts: Any) -> None:
    register.add(
        "study", **{"unit": "甲局", "activity": "活动", "kind": kind, "held_on": D(day), "people": people, **facts}
    )


def test_events_people_and_speakers_of_the_year(register: Register) -> None:
    event(register, "2023-03-01", "联组研学", 40, speakers="张三、李四")
    event(register, "2023-03-31", "专题讲座", 40, speakers="张　三", unit="乙馆")
    event(register, "2023-06-30", "专题讲座", None, speakers="李四 王五")
    event(register, "2023-06-30", None, 5, speakers="王 五；张三")
    event(register, "2023-07-01", "专题讲座", 99)
    event(register, "2022-12-31", "专题讲座", 99)
    found = register.measure("K35", DAY, by="kind")
    assert (found.n, found.of) == (4, None)
    nothing = {"n": 0, "people": 0}
    assert found.values == {
        "kinds": {
            "联组研学": {"n": 1, "people": 40}, "青年理论学习": nothing, "宣讲报告会": nothing,
            "专题讲座": {"n": 2, "people": 40}, "党课开讲啦": nothing, "其他": nothing,
        },
        "people": 85, "speakers": 3,
    }  # fmt: skip
    assert [(group.key, group.n) for group in found.groups] == [("联组研学", 1), ("专题讲座", 2), ("未填", 1)]
    months = register.measure("K35a", DAY, by="month")
    assert (months.n, [(group.key, group.n) for group in months.groups]) == (85, [("2023-03", 80), ("2023-06", 5)])
    assert len(register.trace("K35", DAY)) == 4
    assert len(register.trace("K35a", DAY)) == 3


def test_what_was_held_before_the_handover_stays(register: Register) -> None:
    register.add("reform", unit="乙馆", disposition="移交", completed_on=D("2023-05-15"))
    event(register, "2023-05-14", "专题讲座", 10, unit="乙馆")
    event(register, "2023-05-15", "专题讲座", 10, unit="乙馆")
    assert (register.figure("K35", DAY), register.figure("K35a", DAY)) == ((1, None), (10, None))


def test_a_sheet_with_merged_units_and_people_in_words(register: Register) -> None:
    seen = upload(
        register, "study",
        ("市直机关学习宣讲活动统计表", *[None] * 6),
        ("序号", "主办单位", "活动主题", "形式", "举办\n时间", "宣讲人", "参加人次"),
        (1, "甲局", "“党课开讲啦”第三期", None, "2023.3.5", "张　三", "45人"),
        (2, None, "青年理论学习读书会", "青年理论学习小组", "2023年03月", None, "1,200人次"),
        (3, "乙馆", "读书分享", "联学", 45075, "李四；王五", "６０"),
        (4, "乙馆", "保密讲座", "讲座", "2023.1", None, None),
        ("总计", "4场", *[None] * 4, 1305),
        merges=[(2, 1, 3, 1)],
    )  # fmt: skip
    assert problems(seen) == [("warning", "required_missing", "G6")]
    assert values(seen, "unit", "kind", "held_on", "people") == [
        ("甲局", "党课开讲啦", D("2023-03-05"), 45), ("甲局", "青年理论学习", D("2023-03-01"), 1200),
        ("乙馆", "联组研学", D("2023-05-29"), 60), ("乙馆", "专题讲座", D("2023-01-01"), None),
    ]  # fmt: skip


def test_sections_say_the_kind(register: Register) -> None:
    row = ("甲局", "读书会", "2023.3.5", 30)
    seen = upload(register, "study", ("单位", "活动", "日期", "人数"), ("一、青年理论学习", None, None, None), row)
    assert (problems(seen), values(seen, "kind")) == ([], [("青年理论学习",)])


@pytest.mark.parametrize(
    ("row", "found"),
    [
        (("甲局", "读书会", "讲座", "2023.3.5-3.8", 30), ("error", "date_range", "D2")),
        (("甲局", "读书会", "讲座", None, 30), ("error", "required_missing", "D2")),
        (("甲局", "读书会", "晚会", "2023.3.5", 30), ("error", "choice_unknown", "C2")),
        (("甲局", "读书会", "讲座", "2023.3.5", "45/43"), ("error", "number_invalid", "E2")),
        (("甲局", "读书会", "讲座", "2023.3.5", 0), ("warning", "required_missing", "E2")),
        (("甲局", "读书会", "讲座", "2023.12.5", None), None),
    ],
)
def test_rules(register: Register, row: Any, found: Any) -> None:
    header = ("单位", "活动名称", "类型", "日期", "参加人数")
    assert problems(upload(register, "study", header, row)) == ([found] if found else [])


def test_the_same_event_twice(register: Register) -> None:
    rows = [("甲局", "读书会", "2023.3.5"), ("甲局", "读书会", "2023年3月5日"), ("甲局", "读书会", "2023.3.6")]
    assert ("error", "duplicate_row", "A3") in problems(upload(register, "study", ("单位", "活动", "日期"), *rows))
