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


def test_sentences_that_differ_in_a_day_or_a_word_stand_together_each_with_its_own() -> None:
    said = "销号日期2023-05-{}早于反馈日期2023-07-10"
    rows = [Problem("date_order", "error", f"M{n}", f"2023.5.{n}", said.format(n), "请核对", n) for n in (11, 12)]
    rows += [Problem("status", "error", f"K{n}", word, f"填了销号日期，状态却是“{word}”", "请核对", n)
             for n, word in ((11, "整改中"), (12, "未整改"), (13, "整改中"))]  # fmt: skip
    days, words = grouped(rows)
    assert (days.message, words.message) == ("销号日期早于反馈日期", "填了销号日期，状态却是“…”")
    assert (days.fix, days.alike, words.alike) == ("请核对", False, False)
    assert {own: [p.cell for p in found] for (_, own), found in words.by_value().items()} == {
        "填了销号日期，状态却是“整改中”": ["K11", "K13"],
        "填了销号日期，状态却是“未整改”": ["K12"],
    }
    assert grouped(rows[:1])[0].message == said.format(11)


def test_what_is_wrong_with_the_whole_sheet_keeps_its_own_sentence() -> None:
    missing = [Problem("required_missing", "error", "A2", "", f"缺少必需的列“{name}”", "请加上") for name in "甲乙"]
    assert [group.message for group in grouped(missing)] == ["缺少必需的列“甲”", "缺少必需的列“乙”"]


def test_the_list_leaves_no_problem_out() -> None:
    assert sorted(table(grouped(PROBLEMS))["单元格"]) == ["E5", "E9", "G6", "J4"]
