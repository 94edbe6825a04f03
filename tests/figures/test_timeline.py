"""The timeline: well-formed, its words escaped, everything within its frame."""

import re
from datetime import date
from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from services.figures.palette import RECTIFICATION, State
from services.figures.svg.timeline import FIRST, WIDTH, YEARS, Lane, timeline

T = date(2023, 10, 31)
LATE = State("逾期", "▲", "late")
days = st.dates(date(2015, 1, 1), date(2030, 1, 1))
lane_of = st.builds(
    Lane, st.text(max_size=30), st.sampled_from([*RECTIFICATION, LATE]), st.text(max_size=30), st.none() | days,
    st.none() | days, st.none() | days, st.lists(st.tuples(st.text(max_size=5), days), max_size=6).map(tuple),
    st.lists(st.tuples(days, st.integers(1, 400)), max_size=6).map(tuple), st.booleans(),
)  # fmt: skip


def svg(*lanes: Lane, as_of: date = T) -> str:
    return timeline(lanes, as_of, "时间线")


@given(st.lists(lane_of, max_size=5), days)
def test_whatever_is_drawn_lies_within_the_frame(lanes: list[Lane], as_of: date) -> None:
    drawn = svg(*lanes, as_of=as_of)
    printable = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "", drawn)
    for box in ElementTree.fromstring(printable).iter("rect"):
        assert float(box.get("x") or 0) >= 0
        assert float(box.get("x") or 0) + float(box.get("width") or 0) <= WIDTH


def test_words_are_escaped_and_the_state_is_a_glyph_and_a_word() -> None:
    drawn = svg(Lane("<b>甲</b>", LATE, "逾期3天"))
    assert "&lt;b&gt;甲" in drawn
    assert "▲" in drawn
    assert "逾期3天" in drawn


def test_what_is_late_is_so_from_its_deadline_on() -> None:
    drawn = svg(Lane("甲", LATE, start=date(2023, 3, 1), due=date(2023, 9, 30)))
    bars = re.findall(r'height="8" rx="1" class="(\w+)"', drawn)
    assert bars == ["far", "late"]


def test_steps_are_said_with_their_days() -> None:
    steps = (("请示", date(2022, 12, 1)), ("批复", date(2023, 3, 5)))
    assert "请示2022-12-01　批复03-05" in svg(Lane("甲", RECTIFICATION[0], steps=steps))


def test_what_lies_outside_the_two_years_stands_at_the_edge() -> None:
    drawn = svg(Lane("甲", RECTIFICATION[0], start=date(2010, 1, 1), end=date(2040, 1, 1), due=date(2040, 1, 1)))
    (bar,) = re.findall(r'<rect x="([\d.]+)" y="\d+" width="([\d.]+)" height="8"', drawn)
    assert float(bar[1]) == YEARS
    assert float(bar[0]) == FIRST
