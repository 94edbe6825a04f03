"""党员服务岗、先锋岗、突击队: K33, K33a and the sheets they are read from."""

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


def post(register: Register, number: int, type: str, members: int | None, **facts: Any) -> None:
    plain = {"unit": "甲局", "founded_on": D("2023-03-01")}
    register.add("pioneers", name=f"岗{number}", type=type, members=members, **{**plain, **facts})


def test_posts_and_members_by_type_and_domain(register: Register) -> None:
    post(register, 1, "党员服务岗", 5)
    post(register, 2, "党员服务岗", 5, unit="乙馆", founded_on=None)
    post(register, 3, "党员突击队", None)
    post(register, 4, "党员突击队", 20, unit="乙馆", ended_on=D("2023-07-01"), status="已撤销")
    post(register, 5, "党员突击队", 9, ended_on=DAY)
    post(register, 6, "党员先锋岗", 3, status="已撤销")
    post(register, 7, "党员先锋岗", 3, founded_on=D("2023-07-01"))
    found = register.measure("K33", DAY, by="type")
    assert (found.n, found.of) == (4, None)
    assert found.values == {
        "types": {
            "党员服务岗": {"n": 2, "members": 10}, "党员先锋岗": {"n": 0, "members": 0},
            "党员突击队": {"n": 2, "members": 20},
        },
        "members": 30, "without_members": 1,
    }  # fmt: skip
    assert [(group.key, group.n) for group in found.groups] == [("党员服务岗", 2), ("党员突击队", 2)]
    people = register.measure("K33a", DAY, by="domain")
    assert (people.n, [(group.key, group.n) for group in people.groups]) == (30, [("机关", 5), ("事业单位", 25)])
    assert len(register.trace("K33", DAY)) == 4
    assert len(register.trace("K33a", DAY)) == 3
    register.add("reform", unit="乙馆", disposition="移交", completed_on=DAY)
    assert (register.figure("K33", DAY), register.figure("K33a", DAY)) == ((2, None), (5, None))


def test_the_name_is_that_of_the_post(register: Register) -> None:
    seen = upload(
        register, "pioneers",
        ("市直机关党员服务岗、先锋岗、突击队台账", *[None] * 6),
        ("序号", "单位名称", "类型", "名称", "负责人", "人数", "成立时间"),
        (1, "甲局", "先锋岗", "政策研究岗", "张　三", "１２人", "2023.03"),
        (2, None, "党员突击队", "防汛突击队", "李四", "约30人", "2023.5.1"),
        (3, "乙馆", "党员服务岗（窗口）", "综合窗口", None, None, "2023年4月1日"),
        (4, "乙馆", "党员示范岗", "借阅岗", None, "2", None),
        merges=[(2, 1, 3, 1)],
    )  # fmt: skip
    assert problems(seen) == [("error", "number_invalid", "F4"), ("error", "choice_ambiguous", "C6")]
    assert values(seen, "unit", "type", "name", "members", "founded_on") == [
        ("甲局", "党员先锋岗", "政策研究岗", 12, D("2023-03-01")),
        ("乙馆", "党员服务岗", "综合窗口", None, D("2023-04-01")),
    ]


def test_sections_or_the_title_say_the_type(register: Register) -> None:
    header, row = ("单位", "岗队名称", "党员人数"), ("甲局", "综合窗口", 3)
    seen = upload(
        register, "pioneers", header, ("（一）党员服务岗", None, None), row, ("（二）突击队", None, None), row
    )
    assert (problems(seen), values(seen, "type")) == ([], [("党员服务岗",), ("党员突击队",)])
    seen = upload(register, "pioneers", ("市直机关党员突击队一览表", None, None), header, row)
    assert (problems(seen), values(seen, "type")) == ([], [("党员突击队",)])
    assert problems(upload(register, "pioneers", header, row)) == [("error", "required_missing", "A1")]


@pytest.mark.parametrize(
    ("row", "found"),
    [
        (("甲局", "突击队", "防汛", None, None, None, None), ("warning", "required_missing", "D2")),
        (("甲局", "突击队", "防汛", "0人", None, None, None), ("warning", "required_missing", "D2")),
        (("甲局", "服务岗", "窗口", None, None, None, None), None),
        (("甲局", "服务岗", "窗口", 3, "2023.5.1", "2023.4", None), ("error", "order_conflict", "F2")),
        (("甲局", "服务岗", "窗口", 3, "2023.5.1", "2023.6", "在岗"), ("error", "status_conflict", "G2")),
        (("甲局", "服务岗", "窗口", 3, "2023.5.1", "2023.6", "撤销"), None),
    ],
)
def test_rules(register: Register, row: Any, found: Any) -> None:
    header = ("单位", "类型", "岗位名称", "人数", "成立日期", "撤销日期", "状态")
    assert problems(upload(register, "pioneers", header, row)) == ([found] if found else [])
