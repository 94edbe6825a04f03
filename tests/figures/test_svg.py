"""The small pictures: well-formed, escaped, named for a screen reader, and no larger than what they show."""

from datetime import date
from xml.etree import ElementTree

import pytest

from services.figures.svg.bullet import bullet
from services.figures.svg.burnup import Burnup, burnup
from services.figures.svg.completeness import completeness
from services.figures.svg.draw import clip, stylesheet, width_of
from services.figures.svg.sparkline import sparkline

EVIL = '<script>"&'
T = date(2023, 10, 31)

PICTURES = {
    "burnup": burnup(
        Burnup(
            [date(2023, 9, 30), T],
            [3, 5],
            [9, 8],
            [(T, 2), (date(2023, 12, 31), 8)],
            [(date(2023, 11, 7), 1, 2), (date(2023, 11, 14), 3, 3)],
            (date(2023, 11, 14), "11月第2周"),
            date(2023, 12, 31),
            [(EVIL, date(2023, 10, 10))],
        ),
        EVIL,
    ),
    "burnup of nothing": burnup(Burnup([T], [0], [0]), "无"),
    "completeness": completeness(
        [("units", EVIL), ("reform", "涉改")], ["合计", EVIL], {("units", "合计"): (1, 3)}, frozenset({"reform"}), EVIL
    ),
    "bullet": bullet(3, 7, EVIL, plan=5, before=2),
    "bullet of nothing": bullet(0, 0, "无"),
    "sparkline": sparkline([("2023-01", None), ("2023-02", 0.5), ("2023-03", 1.0), ("2023-04", None)], EVIL),
    "sparkline of nothing": sparkline([], "无"),
}


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_is_well_formed_and_named(name: str) -> None:
    root = ElementTree.fromstring(PICTURES[name])
    assert root.attrib["role"] == "img"
    assert root.attrib["aria-label"] == (EVIL if "nothing" not in name else "无")
    assert not list(root.iter("script"))


def shares_of(svg: str, tag: str, name: str) -> list[float]:
    return [float(part.attrib[name].rstrip("%")) for part in ElementTree.fromstring(svg).iter(tag)]


def test_a_bar_is_never_longer_than_its_track() -> None:
    assert shares_of(bullet(9, 7, "超过", plan=12, before=8), "rect", "width") == [100, 100, 100]


def test_a_bar_shows_the_snapshot_behind_and_the_plan_before_it() -> None:
    svg = bullet(6, 10, "条", plan=7, before=4)
    assert shares_of(svg, "rect", "width") == [100, 40, 60]
    assert shares_of(svg, "line", "x1") == [70]
    assert shares_of(bullet(0, 10, "条"), "rect", "width") == [100, 0]


def names_of(shown: Burnup) -> list[str]:
    return [part.text or "" for part in ElementTree.fromstring(burnup(shown, "图")).iter("text")]


def test_a_burn_up_names_today_its_target_and_its_snapshots() -> None:
    days = [date(2023, month, 28) for month in range(1, 11)]
    snapshots = [("六月例会", date(2023, 6, 30)), ("早先的", date(2022, 6, 30))]
    names = names_of(Burnup(days, range(10), [9] * 10, target=date(2023, 12, 31), snapshots=snapshots))
    assert {"10月28日", "目标12月31日", "六月例会", "共9"} <= set(names)
    assert "早先的" not in names


def test_names_that_would_touch_are_left_out_but_still_marked() -> None:
    days = [date(2023, 1, 31), date(2023, 10, 31)]
    many = [(f"第{day}次工作推进会议", date(2023, 8, day)) for day in range(1, 29)]
    svg = burnup(Burnup(days, [0, 5], [9, 9], snapshots=many), "图")
    shown = [part for part in names_of(Burnup(days, [0, 5], [9, 9], snapshots=many)) if "推进会" in part]
    assert 1 <= len(shown) <= 3
    assert sum("推进会" in (part.text or "") for part in ElementTree.fromstring(svg).iter("title")) == 28


def test_what_is_ahead_is_drawn_only_where_it_is_known() -> None:
    assert "ahead" in PICTURES["burnup"]
    assert "11月第2周" in PICTURES["burnup"]
    assert "ahead" not in PICTURES["burnup of nothing"]


def test_a_long_name_is_cut_with_an_ellipsis() -> None:
    name = "某市人力资源和社会保障局事业单位人事管理服务中心"
    assert clip(name, 10).endswith("…")
    assert width_of(clip(name, 10)) <= 10
    assert clip("财政局", 10) == "财政局"


def test_every_class_has_ink_in_both_themes() -> None:
    css = stylesheet()
    for role in ("done", "far", "doing", "todo", "soon", "late", "off", "unknown"):
        assert f"\n.{role} {{" in css
        assert f".dark .{role} {{" in css
