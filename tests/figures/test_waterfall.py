"""The waterfall: it ends where the figure is now, and each class is told by glyph, word and number."""

import re

from services.figures.palette import CHANGES
from services.figures.svg.waterfall import BAR, LABEL, End, Step, waterfall

THEN, NOW = End("6月例会", 71, "71/87"), End("现在", 69, "69/87")


def marks(svg: str) -> list[float]:
    return [float(x) for x in re.findall(r'<line x1="([\d.]+)"[^>]*class="mark"', svg)]


def test_every_step_says_its_class_and_how_much() -> None:
    steps = [Step(state, by) for state, by in zip(CHANGES, (1, 2, -4, -1), strict=True)]
    svg = waterfall(THEN, steps, NOW, "从71到69")
    for state, said in zip(CHANGES, ("+1", "+2", "−4", "−1"), strict=True):
        assert f">{state.glyph}</text>" in svg
        assert f">{state.word}</text>" in svg
        assert f">{said}</text>" in svg
        assert f'class="{state.role}"' in svg
    assert 'aria-label="从71到69"' in svg
    assert ">71/87</text>" in svg
    assert ">69/87</text>" in svg


def test_the_ends_stand_at_the_ends_of_the_scale() -> None:
    first, last = marks(waterfall(THEN, [Step(CHANGES[0], -2)], NOW, ""))
    assert first > last
    assert LABEL < last < first < LABEL + BAR


def test_without_a_change_the_ends_stand_above_each_other() -> None:
    first, last = marks(waterfall(THEN, [], End("现在", 71, "71/87"), ""))
    assert first == last


def test_a_name_out_of_a_file_is_escaped() -> None:
    assert "<b>" not in waterfall(End("<b>", 1, "1"), [], End("现在", 1, "1"), "<b>")


def test_the_classes_have_different_glyphs_and_shades() -> None:
    assert len({state.glyph for state in CHANGES}) == len({state.role for state in CHANGES}) == 4
