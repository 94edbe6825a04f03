"""Findings that nearly repeat another one of the same unit are pointed out, and nothing else is."""

import sys
from datetime import date

import pytest

from services.batches import Options, Preview, commit, preview
from services.errors import Problem
from services.store import Store
from tests.sheets import UNITS, xlsx

HEADER = ("督查批次", "问题编号", "责任单位", "存在问题", "反馈日期", "整改时限")
TEXT = "组织生活会会前没有广泛征求意见，谈心谈话记录不完整"
NEARLY = "组织生活会会前没有广泛征求意见，谈心谈话记录不齐全"


def row(round_: str, no: str, unit: str, text: str) -> tuple[str, ...]:
    return (f"2023年第{round_}轮党建督查", no, unit, text, "2023-03-01", "2023-06-30")


def see(store: Store, *rows: tuple[str, ...]) -> Preview:
    return preview(store, "整改.xlsx", xlsx(HEADER, *rows), Options("findings"), date(2023, 12, 31))


def near(found: Preview) -> list[Problem]:
    return [problem for problem in found.sheets[0].problems if problem.code == "near_duplicate"]


def filled(store: Store, *rows: tuple[str, ...]) -> Store:
    units = preview(store, "名册.xlsx", xlsx(*UNITS), Options("units"), date(2023, 12, 31))
    commit(store, units, "业务员甲")
    if rows:
        commit(store, see(store, *rows), "业务员甲")
    return store


def test_a_new_row_like_one_on_record_names_its_round_number_and_cell(store: Store) -> None:
    (problem,) = near(see(filled(store, row("一", "1", "市教育局", TEXT)), row("二", "7", "市教育局", NEARLY)))
    assert (problem.level, problem.cell, problem.value, problem.field) == ("warning", "D2", NEARLY, "text")
    assert "2023年第一轮党建督查 · 1（整改.xlsx，工作表“Sheet1”D2）" in problem.fix


def test_new_rows_of_one_file_are_held_against_each_other(store: Store) -> None:
    rows = [row("一", str(number), "市教育局", TEXT) for number in (1, 2, 3)]
    found = near(see(filled(store), *rows))
    assert [problem.cell for problem in found] == ["D3", "D4"]
    assert all("2023年第一轮党建督查 · 1（本文件D2）" in problem.fix for problem in found)


def test_texts_that_are_too_many_to_compare_are_said_so(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules["services.batches.repeats"], "COST", 0)
    (problem,) = near(see(filled(store), row("一", "1", "市教育局", TEXT), row("一", "2", "市教育局", NEARLY)))
    assert (problem.cell, "没有全部相互比较" in problem.message) == ("D3", True)


def test_width_and_blanks_do_not_hide_a_repetition(store: Store) -> None:
    found = near(
        see(filled(store, row("一", "1", "市教育局", "党费（2 月）未收")), row("二", "1", "市教育局", "党费(2月)未收"))
    )
    assert len(found) == 1


def test_other_units_other_texts_and_rows_on_record_are_left_alone(store: Store) -> None:
    filled(store, row("一", "1", "市教育局", TEXT), row("一", "2", "市教育局", NEARLY))
    found = see(
        store,
        row("一", "1", "市教育局", TEXT),
        row("一", "2", "市教育局", NEARLY),
        row("一", "3", "市财政局", TEXT),
        row("一", "4", "市教育局", "党费收缴登记不及时"),
    )
    assert near(found) == []


def test_a_warning_keeps_no_row_out(store: Store) -> None:
    found = see(filled(store), row("一", "1", "市教育局", TEXT), row("一", "2", "市教育局", TEXT))
    assert found.outcome == "ready"
    assert found.sheets[0].counts["new"] == 2
