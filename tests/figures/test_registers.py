"""The pictures of the registers: escaped, named, every part leading to its rows."""

from urllib.parse import parse_qsl

from services.figures.html.board import Line, board
from services.figures.html.crosstab import Cell, crosstab
from services.figures.html.months import months
from services.figures.html.stacks import stacks
from services.figures.states import LADDER, ROLES, states
from tests.figures.test_html import EVIL, Seen


def test_a_stack_leads_to_label_and_state_and_sums_up() -> None:
    inks = states(["已完成", "逾期"])
    seen = Seen(
        stacks([(EVIL, {"已完成": 3, "逾期": 1}), ("乙", {"逾期": 2})], inks, "项", EVIL, ("campaign", "state"))
    )
    assert [dict(parse_qsl(target)) for target in seen.targets] == [
        {"campaign": EVIL, "state": "已完成"}, {"campaign": EVIL, "state": "逾期"}, {"campaign": "乙", "state": "逾期"},
    ]  # fmt: skip
    assert "逾期 3" in seen.said
    assert "script" not in seen.tags


def test_a_table_of_two_dimensions_leaves_what_is_not_there_free() -> None:
    cells = {("甲", EVIL): Cell(3, 4), ("乙", EVIL): Cell(0, 0)}
    seen = Seen(crosstab(["甲", "乙"], [EVIL], cells, EVIL, ("row", "column"), "行 ＼ 列"))
    assert [dict(parse_qsl(target)) for target in seen.targets] == [{"row": "甲", "column": EVIL}]
    assert "75.0%" in seen.said
    assert f"甲 {EVIL}：3/4（75.0%）" in seen.labels
    counted = Seen(
        crosstab(["甲"], ["一", "二"], {("甲", "一"): Cell(3), ("甲", "二"): Cell(0)}, "", ("row", "column"))
    )
    assert len(counted.targets) == 1


def test_months_name_the_year_once_and_empty_ones_lead_nowhere() -> None:
    seen = Seen(
        months([("2022-12", 2, None), ("2023-01", 0, None), ("2023-02", 4, 1)], "次", "三个月", {"2022-12": "a"})
    )
    assert seen.targets == ["a"]
    assert (seen.said.count("2022年"), seen.said.count("2023年")) == (1, 1)
    assert "months" in months([], "次", "无")


def test_a_line_of_the_board_leads_to_its_ledger_and_to_who_is_silent() -> None:
    line = Line("ledger=x", EVIL, "率", "3/4项", "75.0%", 0.75, "+1项", "2023-10-31", "2家", "silent=x")
    seen = Seen(board([line], ("台账", *("",) * 7), "全部"))
    assert seen.targets == ["ledger=x", "silent=x"]
    assert "script" not in seen.tags


def test_known_words_keep_their_ink_and_others_go_down_the_ladder() -> None:
    assert [state.role for state in states(["已完成", "逾期", "不适用"])] == ["done", "late", "off"]
    assert [state.role for state in states(["甲", "乙", "丙", "丁"])] == list(LADDER[:4])
    assert [state.role for state in states(["已完成", "甲"])] == ["done", "far"]
    assert len(ROLES) == len(set(ROLES))
