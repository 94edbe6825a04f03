"""Headlines: true to the figures, and never 全部 or 100% unless n is all of N."""

from datetime import date
from fractions import Fraction
from typing import Any

from services import narrative
from services.forecast import Forecast
from services.indicators import Measure
from services.narrative import Work
from services.share import percent

T = date(2023, 6, 30)


def figure(n: int, of: int | None, **values: Any) -> Measure:
    return Measure("K", "名", n, of, percent(n, of) if of is not None else None, values)


def test_coverage_says_how_many_are_left() -> None:
    said = narrative.coverage(figure(71, 87), figure(19, 28))
    assert said == "涉改单位党组织处置完成71/87（81.6%），还有16家没有完成；新组建单位选举完成19/28（67.9%）。"


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
    assert narrative.overview(Work(None), Work(nothing), Work(nothing), T, T) == (narrative.NOTHING, "")
    for said in (
        narrative.coverage(None, None),
        narrative.training(nothing, nothing, "56"),
        narrative.rectification(nothing, None, None, "15"),
        narrative.rectification(None, None, None, "15"),
    ):
        assert "上传" in said


def test_overview_says_how_far_how_many_more_and_when() -> None:
    ahead = Forecast(16, (2, 2, 2, 2), date(2023, 8, 14), date(2023, 8, 28), ())
    coverage = Work(figure(71, 87), figure(65, 87), ahead, date(2023, 7, 31))
    first, rest = narrative.overview(coverage, Work(None), Work(None), T, T, "六月例会")
    assert first == (
        "截至6月30日，87个涉改单位已完成71个（81.6%），比“六月例会”增6个；按现速预计8月第2周完成，晚于目标2周。"
    )
    assert rest == ""


def test_overview_leaves_out_what_is_not_on_record() -> None:
    first, rest = narrative.overview(Work(figure(71, 87)), Work(figure(0, 0)), Work(figure(3, 7)), T, T)
    assert first == "截至6月30日，87个涉改单位已完成71个（81.6%）。"
    assert rest == "7项督查问题已销号3项（42.9%）。"
    first, rest = narrative.overview(Work(None), Work(figure(9, 10)), Work(None), T, T)
    assert (first, rest) == ("截至6月30日，10名在任书记、委员今年已参训9人（90.0%）。", "")


def test_overview_of_nothing_and_of_all() -> None:
    first, rest = narrative.overview(Work(figure(0, 87)), Work(figure(0, 9)), Work(figure(7, 7)), T, date(2024, 1, 1))
    assert first == "截至2023年6月30日，87个涉改单位都还没有完成（0%）。"
    assert rest == "9名在任书记、委员今年都还没有参训（0%）。7项督查问题已全部销号（100%）。"


def test_a_forecast_that_was_refused_is_said_once() -> None:
    work = Work(figure(3, 7), figure(3, 7), "有进展的时间不足4周，暂不预测")
    first, rest = narrative.overview(work, work, Work(None), T, T, "例会")
    assert first.endswith("已完成3个（42.9%），比“例会”没有增减；有进展的时间不足4周，暂不预测。")
    assert "暂不预测" not in rest


def test_the_day_ahead_and_how_it_lies_to_the_target() -> None:
    ahead = Forecast(1, (1,), date(2023, 8, 14), None, ())
    assert narrative.likely(ahead, T) == "预计8月第2周完成"
    assert narrative.likely(ahead, T, until=date(2023, 8, 14)) == "预计8月第2周完成"
    assert narrative.likely(ahead, T, until=date(2023, 7, 31)) == "到7月底不能全部完成"
    assert narrative.lying(ahead, date(2023, 8, 14)) == "赶得上目标"
    assert narrative.lying(ahead, date(2023, 9, 1)) == "早于目标2周"
    assert narrative.lying(ahead, date(2023, 8, 1)) == "晚于目标2周"
    assert narrative.lying(ahead, None) == ""


def test_no_day_beyond_a_year() -> None:
    never = Forecast(1, (1,), None, None, ())
    assert narrative.likely(never, T) == "还要一年以上"
    assert narrative.likely(never, T, until=date(2023, 12, 31)) == "到12月底不能全部完成"
    assert narrative.lying(never, T) == ""


def test_work_of_a_year_is_late_by_its_end_alone() -> None:
    ahead = Forecast(1, (1,), date(2023, 12, 7), None, ())
    training = Work(figure(9, 10), None, ahead, date(2023, 12, 31), yearly=True)
    assert narrative.overview(Work(None), training, Work(None), T, T)[0].endswith("；按现速预计12月第1周完成。")


def test_weeks_of_a_month_in_words() -> None:
    assert narrative.week(date(2023, 8, 7), T) == "8月第1周"
    assert narrative.week(date(2023, 8, 8), T) == "8月第2周"
    assert narrative.week(date(2024, 1, 31), T) == "明年1月第5周"


def test_the_pace_and_the_one_needed() -> None:
    ahead = Forecast(17, (2, 3), None, None, ())
    assert narrative.pace(ahead, Fraction(21, 5), "家") == "现速每周2.5家，按期需4.2家"
    assert narrative.pace(ahead, None, "家") == "现速每周2.5家"
