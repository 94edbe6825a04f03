"""Headlines: true to the figures, and never 全部 or 100% unless n is all of N."""

from typing import Any

from services import narrative
from services.indicators import Measure
from services.share import percent


def figure(n: int, of: int | None, **values: Any) -> Measure:
    return Measure("K", "名", n, of, percent(n, of) if of is not None else None, values)


def test_coverage_says_how_many_are_left() -> None:
    said = narrative.coverage(figure(71, 87), figure(19, 28))
    assert said == "涉改单位党组织处置完成71/87（81.6%），还有16家在办；新组建单位选举完成19/28（67.9%）。"


def test_all_is_said_only_of_all() -> None:
    assert "全部完成87/87（100%）。" in narrative.coverage(figure(87, 87), None)
    assert "全部" not in narrative.coverage(figure(86, 87), None)


def test_training_names_those_left() -> None:
    said = narrative.training(figure(90, 100), figure(60, 100), "56")
    assert said == "在任书记、委员本年参训90/100（90.0%），还有10人没有参加；满56学时的60人（60.0%）。"


def test_rectification_says_late_and_soon() -> None:
    said = narrative.rectification(figure(3, 7), figure(1, None, days_max=30), figure(1, None), "15")
    assert said == "督查反馈的问题已销号3/7项（42.9%）；1项超过时限，最长30天；1项将在15天内到期。"
    assert "没有超过时限的问题" in narrative.rectification(figure(3, 7), figure(0, None), figure(0, None), "15")


def test_nothing_on_record_asks_for_an_upload() -> None:
    nothing = figure(0, 0)
    assert narrative.overview(None, nothing, nothing, 0) == narrative.NOTHING
    for said in (
        narrative.coverage(None, None),
        narrative.training(nothing, nothing, "56"),
        narrative.rectification(nothing, None, None, "15"),
        narrative.rectification(None, None, None, "15"),
    ):
        assert "上传" in said


def test_overview_leaves_out_what_is_not_on_record() -> None:
    said = narrative.overview(figure(71, 87), figure(0, 0), figure(3, 7), 2)
    assert said == "涉改完成71/87（81.6%），整改完成3/7（42.9%）；2件事需要领导出面。"
