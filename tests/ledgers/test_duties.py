"""责任清单: K26 per link of the chain."""

from datetime import date
from typing import Any

from tests.indicators.register import Register
from tests.ingest.grids import codes, read_as, sheet
from tests.ledgers.sent import broken

D = date.fromisoformat
DAY = D("2023-10-31")


def duty(register: Register, link: str, **values: Any) -> int:
    plain = {"unit": "甲局", "text": "责任事项", "assigned_on": D("2023-02-24"), "due_on": D("2023-12-31")}
    return register.add("duties", link=link, **{**plain, **values})


def test_done_per_link_by_the_day_it_was_done(register: Register) -> None:
    duty(register, "知责明责", closed_on=DAY)
    duty(register, "知责明责", closed_on=D("2023-11-01"))
    duty(register, "履责尽责", status="已办结")
    duty(register, "履责尽责", due_on=D("2023-10-30"))
    duty(register, "督责考责", due_on=DAY)
    duty(register, "督责考责", due_on=None, due_kind="长期坚持")
    duty(register, "督责考责", assigned_on=D("2023-11-01"))
    found = register.measure("K26", DAY)
    assert (found.n, found.of) == (1, 6)
    assert found.values["links"] == {
        "知责明责": {"n": 1, "of": 2}, "履责尽责": {"n": 0, "of": 2}, "督责考责": {"n": 0, "of": 2},
    }  # fmt: skip
    states = {state: n for state, n in found.values["states"].items() if n}
    assert states == {"已办结": 1, "缺办结日期": 1, "未启动": 2, "逾期": 1, "长期坚持": 1}
    groups = register.measure("K26", DAY, by="link").groups
    assert [group.key for group in groups] == ["知责明责", "履责尽责", "督责考责"]


def test_duties_of_a_unit_handed_over_are_not_counted(register: Register) -> None:
    register.add("units", name="甲局", domain="机关", is_reform=True, is_new=False)
    register.add("reform", unit="甲局", disposition="移交", completed_on=D("2023-05-15"))
    duty(register, "知责明责")
    assert register.figure("K26", D("2023-05-14")) == (0, 1)
    assert register.figure("K26", DAY) == (0, 0)


def test_rules() -> None:
    start, closed = {"assigned_on": D("2023-02-24")}, D("2023-02-23")
    assert broken("duties", **start, closed_on=closed) == [("error", "order_conflict", "closed_on")]
    assert broken("duties", status="办理中", closed_on=closed) == [("error", "status_conflict", "status")]
    assert broken("duties", status="已办结") == [("warning", "status_downgraded", "status")]


def test_a_sheet_with_a_section_for_each_link() -> None:
    rows = [
        ("序号", "责任单位", "责任主体", "责任内容", "完成期限", "是否完成", "完成时间"),
        ("一、知责明责",), (1, "甲局", "党组", "制定清单", "2023年4月底", "是", "2023.4.20"),
        ("二、履责尽责",), (2, "甲局", "书记", "上党课", "长期坚持", None, None),
    ]  # fmt: skip
    read = read_as("duties", sheet(*rows))
    assert codes(read) == {}
    fields = ("link", "due_on", "due_kind", "status", "closed_on")
    assert [tuple(each.values[name] for name in fields) for each in read.records] == [
        ("知责明责", D("2023-04-30"), None, "已办结", D("2023-04-20")), ("履责尽责", None, "长期坚持", None, None),
    ]  # fmt: skip
