"""办实事清单: K31 beside the published totals, and the sheets it is read from."""

from datetime import date
from typing import Any

import pytest

from services.ledgers import indicators
from tests.indicators.register import Register
from tests.ledgers.reading import problems, upload, values

D = date.fromisoformat
DAY = D("2023-06-30")


@pytest.fixture(autouse=True)
def town(register: Register) -> None:
    for name, domain in {"甲局": "机关", "乙馆": "事业单位"}.items():
        register.add("units", name=name, domain=domain, is_reform=name == "乙馆", is_new=False)


def item(register: Register, category: str, number: int, **facts: Any) -> None:
    register.add("livelihood", **{"category": category, "item": f"事{number}", "unit": "甲局", **facts})


def fill(register: Register) -> None:
    item(register, "好政策", 1, closed_on=DAY, beneficiaries=120, listed_on=D("2023-03-01"))
    item(register, "好政策", 2, closed_on=D("2023-07-01"))
    item(register, "好政策", 3, listed_on=D("2023-07-01"), closed_on=DAY)
    item(register, "老大难", 1, status="已办结")
    item(register, "老大难", 2, due_on=D("2023-06-29"))
    item(register, "老大难", 3, unit="乙馆", closed_on=D("2023-05-01"), beneficiaries=80)


def test_the_own_count_stands_beside_the_published_one(register: Register) -> None:
    fill(register)
    found = register.measure("K31", DAY, by="category")
    assert (found.n, found.of, found.percent) == (2, 5, "40.0%")
    assert found.values["好政策"] == {"n": 1, "of": 2, "published": 263}
    assert found.values["老大难"] == {"n": 1, "of": 3, "published": 334}
    assert found.values["beneficiaries"] == 200
    assert {state: n for state, n in found.values["states"].items() if n} == {
        "已办结": 2, "缺办结日期": 1, "逾期": 1, "未启动": 1,
    }  # fmt: skip
    assert [(group.key, group.n, group.of) for group in found.groups] == [("好政策", 1, 2), ("老大难", 1, 3)]
    register.add("targets", item="好政策公布数", value="270", effective_on=D("2023-06-01"))
    assert register.measure("K31", DAY).values["好政策"]["published"] == 270
    assert register.measure("K31", D("2023-05-31")).values["好政策"]["published"] == 263


def test_what_is_said_beside_the_figure(register: Register) -> None:
    fill(register)
    tells = indicators()["K31"].tells
    assert tells is not None
    assert tells(register.measure("K31", DAY).values) == (
        "台账好政策2件（对外公布263件），办结1件；台账老大难3件（对外公布334件），办结1件"
    )
    # What was published is of the whole city.
    slice = register.measure("K31", DAY, {"domain": "机关"})
    assert slice.values["好政策"] == {"n": 1, "of": 2}
    assert tells(slice.values) == "台账好政策2件，办结1件；台账老大难2件，办结0件"


def test_a_unit_handed_over_takes_its_items_along(register: Register) -> None:
    fill(register)
    register.add("reform", unit="乙馆", disposition="移交", completed_on=DAY)
    assert register.figure("K31", DAY) == (1, 4)
    assert register.figure("K31", D("2023-06-29"), where={"category": "老大难"}) == (1, 3)


HEADER = ("序号", "事项名称", "牵头单位", "列入时间", "办结时限", "完成情况", "办结时间", "惠及人数")


def test_one_section_per_kind(register: Register) -> None:
    seen = upload(
        register, "livelihood",
        ("附件2", *[None] * 7),
        ("“我为群众办实事”好政策、老大难清单", *[None] * 7),
        HEADER,
        ("一、好政策（共2件）", *[None] * 7),
        (1, "免申即享", "甲局", "2023.3", "2023年6月底", "完成", "2023.6.20", "1,200人"),
        (2, "租房补贴", "乙馆", "2023/3/5", "长期坚持", "长期坚持", None, "80人次"),
        ("小计", "2件", *[None] * 6),
        ("二、“老大难”问题", *[None] * 7),
        (1, "停车难", "甲局", "20230305", "2023年底前", "推进中", None, None),
        ("总计", "3件", *[None] * 6),
        ("注：数据截至2023年10月。", *[None] * 7),
    )  # fmt: skip
    assert problems(seen) == []
    assert values(seen, "category", "item", "listed_on", "due_on", "due_kind", "status", "beneficiaries") == [
        ("好政策", "免申即享", D("2023-03-01"), D("2023-06-30"), None, "已办结", 1200),
        ("好政策", "租房补贴", D("2023-03-05"), None, "长期坚持", "长期坚持", 80),
        ("老大难", "停车难", D("2023-03-05"), D("2023-12-31"), None, "办理中", None),
    ]


def test_the_title_names_the_one_kind(register: Register) -> None:
    row = (1, "停车难", "甲局", *[None] * 5)
    seen = upload(register, "livelihood", ("市直机关“老大难”问题清单", *[None] * 7), HEADER, row)
    assert (problems(seen), values(seen, "category")) == ([], [("老大难",)])
    seen = upload(register, "livelihood", ("市直机关好政策、老大难清单", *[None] * 7), HEADER, row)
    assert problems(seen) == [("error", "required_missing", "A2")]


def test_kinds_in_the_offices_words(register: Register) -> None:
    words = ("好政策清单", "惠企政策", "老大难问题", "“老大难”", "民生工程")
    rows = [(word, f"事{number}", "甲局") for number, word in enumerate(words)]
    seen = upload(register, "livelihood", ("类别", "事项", "责任单位"), *rows)
    assert values(seen, "category") == [("好政策",), ("好政策",), ("老大难",), ("老大难",)]
    assert problems(seen) == [("error", "choice_unknown", "A6")]


@pytest.mark.parametrize(
    ("row", "found"),
    [
        (("好政策", "事", "甲局", "2023.3.5", "2023.3.4", None), ("error", "order_conflict", "E2")),
        (("好政策", "事", "甲局", "2023.3.5", None, "约50人"), ("error", "number_invalid", "F2")),
        (("好政策", None, "甲局", "2023.3.5", None, None), ("error", "required_missing", "B2")),
    ],
)
def test_rules(register: Register, row: Any, found: Any) -> None:
    header = ("类别", "事项", "单位", "列入日期", "办结日期", "受益人数")
    assert problems(upload(register, "livelihood", header, row)) == [found]


def test_the_same_item_of_two_units_is_two(register: Register) -> None:
    rows = [("好政策", "免申即享", unit) for unit in ("甲局", "乙馆", "甲局")]
    seen = upload(register, "livelihood", ("类别", "事项", "单位"), *rows)
    assert problems(seen) == [("error", "duplicate_row", "A4")]
