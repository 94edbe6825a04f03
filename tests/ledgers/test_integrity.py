"""清廉机关建设任务: K34 and the sheets it is read from."""

from datetime import date
from typing import Any

from tests.indicators.register import Register
from tests.ledgers.reading import problems, upload, values

D = date.fromisoformat
DAY = D("2023-06-30")


def task(register: Register, number: int, **facts: Any) -> None:
    plain = {"unit": "甲局", "area": "制度体系", "assigned_on": D("2023-03-01"), "due_on": D("2023-05-31")}
    register.add("integrity", task=f"任务{number}", **{**plain, **facts})


def test_progress_by_area_with_the_overdue(register: Register) -> None:
    register.add("units", name="甲局", domain="机关", is_reform=False, is_new=False)
    register.add("units", name="乙馆", domain="事业单位", is_reform=True, is_new=False)
    register.add("reform", unit="乙馆", disposition="移交", completed_on=DAY)
    task(register, 1, closed_on=D("2023-05-20"))
    task(register, 2)
    task(register, 3, area="干部队伍", due_on=DAY, status="办理中")
    task(register, 4, area="廉洁文化", due_on=None, due_kind="长期坚持")
    task(register, 5, assigned_on=D("2023-07-01"))
    task(register, 6, unit="乙馆")
    found = register.measure("K34", DAY, by="area")
    assert (found.n, found.of, found.percent) == (1, 4, "25.0%")
    assert found.values == {
        "states": {"已办结": 1, "缺办结日期": 0, "办理中": 1, "未启动": 0, "逾期": 1, "长期坚持": 1},
        "areas": {
            "制度体系": {"n": 1, "of": 2, "late": 1}, "干部队伍": {"n": 0, "of": 1, "late": 0},
            "廉洁文化": {"n": 0, "of": 1, "late": 0},
        },
        "days_max": 30,
    }  # fmt: skip
    assert [(group.key, group.n, group.of) for group in found.groups] == [
        ("制度体系", 1, 2), ("干部队伍", 0, 1), ("廉洁文化", 0, 1),
    ]  # fmt: skip
    assert [row.values["task"] for row in register.trace("K34", DAY)] == ["任务1"]
    assert len(register.trace("K34", DAY, "of")) == 4


def test_nothing_is_no_percent(register: Register) -> None:
    assert register.measure("K34", DAY).percent == "—"


def test_sections_say_the_area_where_no_column_does(register: Register) -> None:
    register.add("units", name="市财政局", domain="机关", is_reform=False, is_new=False)
    seen = upload(
        register, "integrity",
        ("清廉机关建设任务清单", None, None, None),
        ("序号", "牵头单位", "重点任务", "完成时限"),
        ("一、制度体系建设（1项）", None, None, None),
        (1, "市财政局", "修订采购制度", "2023年底"),
        ("（二）廉洁文化", None, None, None),
        (2, "市财政局", "建设廉洁长廊", "第一季度"),
        (3, "市财政局", "家风家教活动", "长期坚持"),
        ("合计", None, "3项", None),
    )  # fmt: skip
    assert problems(seen) == [("error", "date_no_year", "D6")]
    assert values(seen, "area", "task") == [("制度体系", "修订采购制度"), ("廉洁文化", "家风家教活动")]
    assert seen.sections == {4: "A3", 6: "A5", 7: "A5"}


def test_other_sections_say_nothing_of_the_area(register: Register) -> None:
    register.add("units", name="市财政局", domain="机关", is_reform=False, is_new=False)
    rows = ("单位", "任务", "时限"), ("一、机关", None, None), ("市财政局", "修订采购制度", "2023年底")
    seen = upload(register, "integrity", *rows)
    assert (seen.sections, values(seen, "area")) == ({}, [(None,)])
