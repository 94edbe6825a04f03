"""Bars, segments, steps and the matrix: every part leads where it says, and no part shows more than there is."""

from datetime import date
from urllib.parse import parse_qsl

import pytest

from services.figures.html.counts import counts
from services.figures.html.matrix import matrix
from services.figures.html.segments import Segment, segments
from services.figures.html.shares import shares
from services.figures.html.steps import Walk, steps
from tests.figures.test_html import Seen

EVIL = '<script>"&'
T = date(2023, 10, 31)
PICTURES = {
    "shares": shares([(EVIL, 1, 2), ("无", 0, 0)], EVIL, {EVIL: EVIL}),
    "counts": counts([(EVIL, 3, EVIL), ("无", 0, "0")], EVIL, {EVIL: EVIL}),
    "segments": segments([Segment("✓", EVIL, 2, "done", EVIL), Segment("□", "无", 0, "todo", "rest")], EVIL, EVIL),
    "steps": steps([EVIL, "大会"], [Walk(EVIL, EVIL, (T, None), EVIL), Walk("甲", None, (None, None))], T, EVIL),
}


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_is_escaped_named_and_leads_on(name: str) -> None:
    seen = Seen(PICTURES[name])
    assert EVIL in seen.labels
    assert "script" not in seen.tags
    assert seen.targets == [EVIL]


def test_nothing_to_draw_is_an_empty_picture() -> None:
    for drawn in (shares([], "无"), counts([], "无"), segments([], "人", "无"), steps(["对接"], [], T, "无")):
        assert Seen(drawn).targets == []
        assert Seen(drawn).labels == ["无"]


def test_the_chosen_bar_stands_out_and_the_others_recede() -> None:
    drawn = shares([("机关", 1, 2), ("事业单位", 1, 2)], "领域", chosen="机关")
    assert drawn.count('class="chosen"') == 1
    assert drawn.count('class="aside"') == 1
    assert drawn.count('class="done"') == drawn.count('class="far"') == 1


def test_a_share_fills_as_much_of_its_bar() -> None:
    drawn = shares([("无", 0, 7), ("半", 1, 2), ("全", 7, 7)], "各类")
    assert drawn.count('style="width:') == 2
    assert "width:50.00%" in drawn
    assert "width:100.00%" in drawn


def test_a_step_after_the_day_is_planned_and_not_taken() -> None:
    walk = Walk("甲局", "市甲局", (date(2023, 10, 31), date(2023, 11, 1), None), "已等0天")
    seen = Seen(steps(["对接", "大会", "批复"], [walk], T, "步骤"))
    assert "✓ 23-10-31" in seen.said
    assert "✓ 23-11-01" not in seen.said
    assert "23-11-01 已等0天" in seen.said
    assert seen.labels == ["步骤", "市甲局：1/3步 已等0天"]


def test_a_way_gone_to_its_end_is_dark_and_a_late_one_says_so() -> None:
    drawn = steps(["一", "二"], [Walk("甲", None, (T, T)), Walk("乙", None, (T, None), "超31天", late=True)], T, "步骤")
    assert drawn.count('class="done"') == 2
    assert drawn.count('class="late"') == 1
    assert "▲ 超31天" in drawn


def test_the_matrix_adds_up_and_every_part_leads_on() -> None:
    drawn = matrix([("甲", "市甲局"), ("乙", EVIL)], ["党费", EVIL], {("市甲局", "党费"): 9, (EVIL, EVIL): 1}, "矩阵")
    seen = Seen(drawn)
    assert "script" not in seen.tags
    assert [dict(parse_qsl(each)) for each in seen.targets] == [
        {"category": "党费"}, {"category": EVIL},
        {"unit": "市甲局"}, {"unit": "市甲局", "category": "党费"},
        {"unit": EVIL}, {"unit": EVIL, "category": EVIL},
    ]  # fmt: skip
    assert drawn.endswith('<th scope="row">以上2家合计</th><td>9</td><td>1</td><td>10</td></tr></tfoot></table></div>')
