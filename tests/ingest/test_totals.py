from typing import Any

import pytest

from services.errors import Problem
from services.ingest.match import match
from services.ingest.shape import shape
from services.ingest.totals import check_totals
from services.ledgers import ledger
from tests.ingest.grids import read_as, sheet

HEAD = ["序号", "单位名称", "领域", "是否涉改", "是否新组建", "党员数"]


def row(name: str, members: int, reform: str = "否") -> list[Any]:
    return [1, name, "机关", reform, "否", members]


def totals(name: str, *rows: list[Any]) -> list[Problem]:
    grid, declared = sheet(*rows), ledger(name)
    form = shape(grid, [declared])
    return check_totals(grid, form, match(form, declared), read_as(name, grid).records)


def test_sums_counts_and_ticks_that_fit_say_nothing() -> None:
    assert totals("units", HEAD, row("a", 3, "是"), row("b", 4), ["合计", "2家", None, 1, 0, 7]) == []
    assert totals("units", HEAD, ["合计2家", None, None, None, None, "7人"], row("a", 3), row("b", 4)) == []
    assert totals("units", HEAD, row("a", 3), row("b", 4), ["合计", None, None, None, None, "2家"]) == []


@pytest.mark.parametrize(
    ("total", "cell", "numbers"),
    [
        (["合计", "3家"], "B4", ("3", "2")),
        (["合　计：5"], "A4", ("5", "2")),
        (["合计", None, None, None, None, 9], "F4", ("9", "7")),
        ([3, "合计", None, None, None, "8人"], "F4", ("8", "7")),
    ],
)
def test_a_difference_is_one_warning_that_states_both_numbers(
    total: list[Any], cell: str, numbers: tuple[str, str]
) -> None:
    found = totals("units", HEAD, row("a", 3), row("b", 4), total)
    problem = next(each for each in found if each.cell == cell)
    assert (problem.code, problem.level, problem.line) == ("total_mismatch", "warning", 4)
    assert all(number in problem.message for number in numbers)
    assert len({each.cell for each in found}) == len(found)


def test_a_subtotal_stands_for_its_block_and_the_total_for_all() -> None:
    rows = [
        HEAD,
        ["一、机关"],
        row("a", 3),
        ["小计", "1家", None, None, None, 3],
        ["二、企业"],
        row("b", 4),
        row("c", 5),
    ]
    assert totals("units", *rows, ["小计", "2家", None, None, None, 9], ["总计", "3家", None, None, None, 12]) == []
    wrong = totals("units", *rows, ["小计", "2家", None, None, None, 8], ["总计", "3家", None, None, None, 13])
    assert [problem.cell for problem in wrong] == ["F8", "F9"]


def test_words_with_numbers_are_counted_in_their_column() -> None:
    head = ["序号", "责任单位", "存在问题", "整改时限", "整改状态"]
    rows = [[1, "a", "x", "长期坚持", "销号"], [2, "a", "y", "长期坚持", "整改中"], [3, "b", "z", "长期坚持", "已销号"]]
    assert totals("findings", head, *rows, ["合计", "3项", None, None, "已销号2、整改中1"]) == []
    assert totals("findings", head, *rows, ["合计", "2家", None, None, "已销号2"]) == []
    found = totals("findings", head, *rows, ["合计", "4项", None, None, "已销号3项，其余1"])
    assert [(problem.cell, problem.value) for problem in found] == [("B5", "4项"), ("E5", "已销号3项，其余1")]


def test_what_says_no_number_is_not_held_against_anything() -> None:
    assert totals("units", HEAD, row("a", 3), ["合计", "见附件", "—", None, None, None]) == []


def test_totals_that_ask_for_too_many_comparisons_are_said_not_to_be_held(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("services.ingest.totals.HELD", 3)
    wrong = ["小计", None, None, None, None, 1]
    found = totals("units", HEAD, row("a", 3), wrong, row("b", 4), row("c", 5), wrong, row("d", 6), wrong)
    assert [(problem.line, "没有再" in problem.message) for problem in found] == [(3, False), (6, True)]


def test_a_total_that_fits_its_block_is_held_against_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("services.ingest.totals.HELD", 0)
    blocks = [[row(name, 3), ["小计", "1家", None, None, None, 3]] for name in "abc"]
    assert totals("units", HEAD, *(each for block in blocks for each in block)) == []
