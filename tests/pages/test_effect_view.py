"""Before → after, never without its denominator."""

import pytest

from pages.parts.effect_view import change, figure
from services.indicators import Measure


def measured(n: int, of: int | None, percent: str | None = None, indicator: str = "K17") -> Measure:
    return Measure(indicator, "", n, of, percent, {})


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (measured(3, 7), measured(4, 7), "+14.3 个百分点"),
        (measured(3, 7), measured(3, 7), "本身不变，附带的明细有变"),
        (measured(0, 0), measured(3, 7), "有了可算的数"),
        (measured(3, 7), measured(0, 0), "没有可算的数"),
        (measured(5, None, indicator="K19"), measured(3, None, indicator="K19"), "-2 项"),
    ],
)
def test_a_change_is_said_in_points_or_in_things(before: Measure, after: Measure, said: str) -> None:
    assert change(before, after) == said


def test_a_figure_has_its_denominator_or_its_unit_word() -> None:
    assert figure(measured(3, 7, "42.9%")) == "3/7（42.9%）"
    assert figure(measured(5, None, indicator="K19")) == "5 项"
