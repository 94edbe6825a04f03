"""What came of a file, at a glance: every row counted, and what to do next."""

from pages.parts.outcome import next_steps, tallies
from services.batches import Change, Preview, SheetPreview
from services.batches.plan import Layout, Options, Outcome
from services.errors import Problem, Refused

NEW = Change("new", "units", "甲", 3)
GONE = Change("missing", "units", "乙")
MOVED = Problem("reason_needed", "error", "K5", "2024.3.31", "整改时限比已有记录推后", "请填写延期理由", 5)
MISSING = Problem("required_missing", "error", "A2", "", "缺少必需的列“领域”", "请加上这一列")


def previewed(outcome: Outcome, *sheets: SheetPreview, refusal: Refused | None = None) -> Preview:
    return Preview("a.xlsx", "", outcome, 0, Options(), refusal, sheets)


def test_rows_are_counted_per_ledger_and_a_count_of_none_is_pale() -> None:
    sheets = (
        SheetPreview("一", True, "units", changes=(NEW, GONE), rejected=2),
        SheetPreview("二", True, "units", changes=(NEW,)),
        SheetPreview("三", True, "orgs", changes=(NEW,)),
    )
    units, orgs = tallies(previewed("blocked", *sheets)).split("<em>")[1:]
    assert "单位名册" in units
    assert '<span class="new"><b>2</b>新增</span><span class="none"><b>0</b>变更</span>' in units
    assert '<b>1</b>上期有本期无</span><span class="rejected"><b>2</b>行有错误</span>' in units
    assert "上期有本期无" not in orgs


def test_a_blocked_file_is_mended_or_taken_in_part() -> None:
    sound = previewed("blocked", SheetPreview("一", True, "units", changes=(NEW,), rejected=1))
    steps = next_steps(sound, 2)
    assert steps[0].startswith("没有写入任何内容")
    wanted = ("2 个名册里没有", "标出错误的表", "只导入正确的行")
    assert all(word in step for word, step in zip(wanted, steps[1:], strict=True))
    none_sound = previewed("blocked", SheetPreview("一", True, "units", changes=(GONE,), rejected=1))
    assert not any("只导入正确的行" in step for step in next_steps(none_sound, 0))


def test_a_column_that_is_missing_may_be_there_under_another_name() -> None:
    lacking = previewed("blocked", SheetPreview("一", True, "units", problems=(MISSING,), rejected=1))
    assert any("在“读得不对？”里指定" in step for step in next_steps(lacking, 0))


def test_a_deadline_that_moved_asks_for_its_reason_and_not_for_another_file() -> None:
    moved = previewed("blocked", SheetPreview("一", True, "findings", problems=(MOVED,), rejected=1))
    assert "在“理由”里写明" in next_steps(moved, 0)[1]
    assert not any("标出错误的表" in step for step in next_steps(moved, 0))
    both = previewed("blocked", SheetPreview("一", True, "findings", problems=(MOVED, MISSING), rejected=2))
    assert any("标出错误的表" in step for step in next_steps(both, 0))


def test_a_ledger_that_was_named_against_the_header_is_asked_about() -> None:
    named = SheetPreview("一", True, "units", problems=(MISSING,), layout=Layout("units", guess="findings"))
    assert "更像“督查问题整改台账”" in next_steps(previewed("blocked", named), 0)[1]
    alike = SheetPreview("一", True, "units", problems=(MISSING,), layout=Layout("units", guess="units"))
    assert not any("更像" in step for step in next_steps(previewed("blocked", alike), 0))


def test_a_file_in_an_unclear_encoding_is_not_to_be_replaced() -> None:
    unclear = previewed("refused", refusal=Refused("encoding", "文字编码认不出来"))
    assert "选好编码" in next_steps(unclear, 0)[0]


def test_an_empty_template_is_to_be_filled() -> None:
    empty = previewed("refused", SheetPreview("一", True, buckets=("header",)), refusal=Refused("no_data", "没有数据"))
    assert "填好数据再传" in next_steps(empty, 0)[0]


def test_a_refused_file_is_corrected_where_it_was_read_at_all() -> None:
    refusal = Refused("no_header", "没有找到表头")
    seen = previewed("refused", SheetPreview("一", True, buckets=("other",)), refusal=refusal)
    assert "表头位置" in next_steps(seen, 0)[0]
    assert "换一个文件" in next_steps(previewed("refused", refusal=refusal), 0)[0]
