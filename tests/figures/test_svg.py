"""The small pictures: well-formed, escaped, named for a screen reader, and no larger than what they show."""

from datetime import date
from xml.etree import ElementTree

import pytest

from services.figures.palette import REFORM
from services.figures.svg.bullet import bullet
from services.figures.svg.completeness import completeness
from services.figures.svg.counts import counts
from services.figures.svg.draw import clip, stylesheet, width_of
from services.figures.svg.matrix import matrix
from services.figures.svg.shares import shares
from services.figures.svg.sparkline import sparkline
from services.figures.svg.steps import Walk, steps
from services.figures.svg.tiles import Tile, tiles

DONE, GAP = REFORM[0], REFORM[-1]
EVIL = '<script>"&'
T = date(2023, 10, 31)

PICTURES = {
    "tiles": tiles([Tile(EVIL, EVIL, DONE), Tile("未登记", None, GAP)], EVIL),
    "tiles of nothing": tiles([], "无"),
    "completeness": completeness(
        ["合计", EVIL], [("units", EVIL), ("reform", "涉改")], {("合计", "units"): (1, 3)}, frozenset({"reform"}), EVIL
    ),
    "bullet": bullet(3, 7, EVIL, plan=5, before=2),
    "bullet of nothing": bullet(0, 0, "无"),
    "sparkline": sparkline([("2023-01", None), ("2023-02", 0.5), ("2023-03", 1.0), ("2023-04", None)], EVIL),
    "sparkline of nothing": sparkline([], "无"),
    "steps": steps(["对接", "大会"], [Walk(EVIL, EVIL, (T, None))], T, EVIL),
    "steps of nothing": steps(["对接"], [], T, "无"),
    "matrix": matrix([(EVIL, EVIL)], [EVIL], {(EVIL, EVIL): 9}, EVIL),
    "shares": shares([(EVIL, 1, 2), ("无", 0, 0)], EVIL),
    "counts": counts([(EVIL, 3, EVIL)], EVIL),
    "counts of nothing": counts([], "无"),
}


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_is_well_formed_and_named(name: str) -> None:
    root = ElementTree.fromstring(PICTURES[name])
    assert root.attrib["role"] == "img"
    assert root.attrib["aria-label"] == (EVIL if "nothing" not in name else "无")
    assert not list(root.iter("script"))


def targets(svg: str) -> list[str]:
    return [part.attrib["data-go"] for part in ElementTree.fromstring(svg).iter() if "data-go" in part.attrib]


def test_a_tile_leads_to_its_unit_and_a_gap_nowhere() -> None:
    assert targets(PICTURES["tiles"]) == [EVIL]


def test_tiles_are_counted_in_the_legend() -> None:
    svg = tiles([Tile(f"第{n}局", f"市第{n}局", DONE) for n in range(87)], "方格图")
    assert len(targets(svg)) == 87
    assert "已完成 87" in svg


def test_a_step_after_the_day_is_not_taken() -> None:
    walk = Walk("甲局", "市甲局", (date(2023, 10, 31), date(2023, 11, 1), None))
    svg = steps(["对接", "大会", "批复"], [walk], T, "步骤")
    assert "✓ 23-10-31" in svg
    assert "✓ 23-11-01" not in svg
    assert "1/3步" in svg


def test_a_bar_is_never_longer_than_its_track() -> None:
    root = ElementTree.fromstring(bullet(9, 7, "超过"))
    track, done = (float(part.attrib["width"]) for part in root)
    assert done <= track


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
