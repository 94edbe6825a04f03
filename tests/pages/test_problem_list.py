"""Problems by their sentence, errors first."""

from pages.parts.problem_list import grouped, table
from services.errors import Problem

UNKNOWN = "单位名册里没有这个名称"
PROBLEMS = [
    Problem("term_mismatch", "warning", "J4", "2023-05-01", "届满日期不一致", "请核对", 4),
    Problem("unit_unknown", "error", "E5", "市不存在局", UNKNOWN, "请核对，是不是：市财政局？", 5),
    Problem("unit_unknown", "error", "E9", "市没有局", UNKNOWN, "请先登记", 9),
    Problem("cell_error", "error", "G6", "#REF!", "单元格是错误值", "请改正公式", 6),
]


def test_problems_with_one_sentence_stand_together_and_errors_come_first() -> None:
    found = [(group.level, group.message, [p.cell for p in group.problems]) for group in grouped(PROBLEMS)]
    assert found == [
        ("error", UNKNOWN, ["E5", "E9"]),
        ("error", "单元格是错误值", ["G6"]),
        ("warning", "届满日期不一致", ["J4"]),
    ]


def test_a_shared_word_on_mending_is_said_once() -> None:
    assert [group.fix for group in grouped(PROBLEMS)] == [None, "请改正公式", "请核对"]


def test_the_list_leaves_no_problem_out() -> None:
    assert sorted(table(grouped(PROBLEMS))["单元格"]) == ["E5", "E9", "G6", "J4"]
