"""专项行动任务: K28 and K28a."""

from datetime import date
from typing import Any

import pytest

from services.ledgers import indicators
from services.ledgers.campaigns import NEW
from tests.indicators.register import Register
from tests.ingest.grids import codes, read_as, sheet
from tests.ledgers.sent import broken

D = date.fromisoformat
DAY = D("2023-10-31")


def task(register: Register, **values: Any) -> int:
    plain = {"unit": "甲局", "campaign": "模范机关创建行动", "task": "任务", "due_on": D("2023-09-30")}
    return register.add("campaigns", **{**plain, **values})


def test_progress_and_what_is_overdue(register: Register) -> None:
    task(register, closed_on=D("2023-10-20"))
    task(register, due_on=DAY)
    task(register, due_on=D("2023-10-30"))
    task(register, due_on=D("2023-07-01"), status="已办结")
    task(register, due_on=None, due_kind="长期坚持")
    task(register, assigned_on=D("2023-11-01"))
    found = register.measure("K28", DAY)
    assert (found.n, found.of, found.values["transferred"]) == (1, 5, 0)
    assert {state: n for state, n in found.values["states"].items() if n} == {
        "已办结": 1, "未启动": 1, "逾期": 2, "长期坚持": 1,
    }  # fmt: skip
    late = register.measure("K28a", DAY)
    assert (late.n, late.of) == (2, None)
    assert late.values == {"days_max": 122, "bands": {"30天以内": 1, "31至90天": 0, "90天以上": 1}}
    assert indicators()["K28a"].urgent


@pytest.mark.parametrize(("closed", "counted"), [("2023-05-14", 1), ("2023-05-15", 0), (None, 0)])
def test_handed_over_with_what_was_not_done_before(register: Register, closed: str | None, counted: int) -> None:
    register.add("units", name="甲局", domain="机关", is_reform=True, is_new=False)
    register.add("reform", unit="甲局", disposition="移交", completed_on=D("2023-05-15"))
    task(register, closed_on=closed and D(closed))
    found = register.measure("K28", DAY)
    assert (found.n, found.of, found.values["transferred"]) == (counted, counted, 1 - counted)
    assert register.figure("K28a", DAY) == (0, None)


def test_rules() -> None:
    start, closed = {"assigned_on": D("2023-02-24")}, D("2023-02-23")
    assert broken("campaigns", **start, closed_on=closed) == [("error", "order_conflict", "closed_on")]


@pytest.mark.parametrize(
    ("written", "campaign"),
    [
        (NEW, NEW), ("两新组织党建覆盖提升行动", NEW), ('"两新"组织党建覆盖提升', NEW),
        ("国企抓党建促改革提质", "国企抓党建促改革提质行动"),
        ("机关效能提升行动", "机关效能提升行动"),
    ],
)  # fmt: skip
def test_campaigns_as_offices_write_them(written: str, campaign: str) -> None:
    header = ("序号", "专项行动", "工作任务", "牵头单位", "计划完成时间", "完成情况")
    read = read_as("campaigns", sheet(header, (1, written, "任务", "甲局", "立行立改", "正在推进")))
    assert codes(read) == {}
    values = read.records[0].values
    assert (values["campaign"], values["due_kind"], values["status"]) == (campaign, "立行立改", "办理中")


def test_the_title_names_the_campaign() -> None:
    rows = [
        ("市直机关国企抓党建促改革提质行动任务台账",),
        ("序号", "责任单位", "工作任务", "完成时限"),
        (1, "甲集团", "任务", "2023.9"),
    ]
    read = read_as("campaigns", sheet(*rows, merges=[(0, 0, 0, 3)]))
    assert [(each.values["campaign"], each.values["due_on"]) for each in read.records] == [
        ("国企抓党建促改革提质行动", D("2023-09-30"))
    ]
