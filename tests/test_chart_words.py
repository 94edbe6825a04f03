"""What a drawing says: its numbers, ties named, its question where there is nothing."""

import pytest

from services.chart_words import finding
from services.indicators import Group, Measure
from services.ledger import Chart
from services.ledgers import indicators
from services.share import percent

SHARE, COUNT = indicators()["K23"], indicators()["K23a"]


def group(key: str, n: int, of: int | None = None) -> Group:
    return Group(key, n, of, None if of is None else percent(n, of), {})


def measure(*groups: Group) -> Measure:
    n = sum(each.n for each in groups)
    of = sum(each.of for each in groups if each.of is not None) if groups and groups[0].of is not None else None
    return Measure("K", "名", n, of, None if of is None else percent(int(n), of), {}, groups)


def said(kind: str, *groups: Group) -> str:
    indicator = COUNT if groups and groups[0].of is None else SHARE
    return finding(Chart("各处怎样", indicator.id, "by", kind), indicator, measure(*groups))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("groups", "sentence"),
    [
        ((), "各处怎样"),
        ((group("甲", 0, 0),), "各处怎样"),
        ((group("甲", 3, 4),), "标准化达标率3/4（75.0%）"),
        ((group("甲", 4, 4), group("乙", 2, 2)), "标准化达标率6/6（100%）"),
        ((group("甲", 1, 2), group("乙", 2, 4)), "标准化达标率：各处相同，都是50.0%"),
        ((group("甲", 3, 4), group("乙", 1, 4)), "标准化达标率：甲最高（75.0%），乙较低（25.0%）"),
        (
            (group("甲", 3, 4), group("乙", 1, 4), group("丙", 2, 8)),
            "标准化达标率：甲最高（75.0%），乙、丙较低（25.0%）",
        ),
    ],
)
def test_shares_name_the_ends(groups: tuple[Group, ...], sentence: str) -> None:
    assert said("shares", *groups) == sentence


def test_counts_name_the_most_and_its_part() -> None:
    assert said("counts", group("甲", 3), group("乙", 1)) == "未检查项：甲最多，3项，占75.0%"
    assert said("counts", group("甲", 3), group("乙", 3)) == "未检查项：甲、乙最多，各3项"
    many = [group(key, 3) for key in "甲乙丙丁"]
    assert said("counts", *many) == "未检查项：甲、乙等4处最多，各3项"
    assert said("counts", group("甲", 5)) == "未检查项：甲5项"
    assert said("months", group("2023-05", 2), group("2023-11", 4)) == "未检查项：2023年11月最多，4项，占66.7%"


def test_states_are_told_one_by_one_of_all() -> None:
    assert said("states", group("已完成", 3, 3), group("未启动", 0, 2)) == "5项中，已完成3、未启动2"


def test_two_dimensions_name_the_pair() -> None:
    chart = Chart("各处怎样", "K23", "by", "shares", "across")
    pairs = {"一季度的甲": group("甲", 3, 4), "二季度的甲": group("甲", 1, 4)}
    assert finding(chart, SHARE, measure(group("甲", 4, 8)), pairs) == "标准化达标率：二季度的甲较低（25.0%）"
    counted = Chart("各处怎样", "K23", "by", "matrix", "across")
    told = finding(counted, SHARE, measure(group("甲", 4, 8)), pairs)
    assert told == "各处怎样：一季度的甲、二季度的甲最多，各4项"
