"""Every plotly figure draws with data and without, in the palette's colours and none of the frame's."""

import re
from datetime import date

import plotly.graph_objects as go
import pytest

from services.figures.ageing import ageing
from services.figures.burnup import burnup
from services.figures.dumbbells import Overdue, dumbbells
from services.figures.flow import flow
from services.figures.histogram import hours
from services.figures.palette import DARK, LIGHT, RECTIFICATION, REFORM, Palette
from services.figures.stacked import stacked
from services.figures.swarm import Dot, swarm

HOUSE = {"#B8141C", "#C9252C", "#8A6A00", "#F2C14E", "#8F0F16"}
DAYS = [date(2023, 8, 31), date(2023, 9, 30), date(2023, 10, 31)]
LATE = Overdue("市某局", "某局", "党费", date(2023, 3, 1), date(2023, 5, 31))


def figures(dark: bool) -> dict[str, go.Figure]:
    return {
        "stacked": stacked([("优化", {"已完成": 3, "未启动": 1}), ("移交", {"暂缓": 2})], REFORM, "家", dark),
        "stacked empty": stacked([], REFORM, "家", dark),
        "swarm": swarm([Dot("甲局", "机关", 3, 3), Dot("乙局", "机关", 0, 2)], ["机关"], "已训", dark),
        "swarm empty": swarm([], [], "已训", dark),
        "hours": hours([0, 12, 56, 80.5], 56, dark),
        "hours empty": hours([], 56, dark),
        "flow": flow(DAYS, [{"已销号": 1}, {"已销号": 2, "整改中": 3}, {"已销号": 4}], RECTIFICATION, dark),
        "flow empty": flow([], [], RECTIFICATION, dark),
        "ageing": ageing(2, 15, {"1-30": 1, "31-90": 0, ">90": 4}, dark),
        "dumbbells": dumbbells([LATE], DAYS[-1], dark),
        "dumbbells empty": dumbbells([], DAYS[-1], dark),
        "burnup": burnup(DAYS, [1, 2, 3], [4, 4, 4], "家", dark),
        "burnup empty": burnup([], [], [], "家", dark),
    }


def colours_of(palette: Palette) -> set[str]:
    inks = [palette.ink(role) for role in ("done", "far", "doing", "todo", "soon", "late", "off", "unknown")]
    used = {palette.background, palette.text, palette.muted, palette.line, *palette.ramp}
    return used | {colour for ink in inks for colour in (ink.fill, ink.edge, ink.text)}


@pytest.mark.parametrize(("dark", "palette"), [(False, LIGHT), (True, DARK)])
def test_only_colours_of_the_palette(dark: bool, palette: Palette) -> None:
    for name, figure in figures(dark).items():
        used = set(re.findall(r'"(#[0-9A-Fa-f]{6})"', figure.to_json()))
        assert used <= colours_of(palette), name
        assert not used & HOUSE, name


def test_no_data_wears_the_colours_of_the_frame() -> None:
    assert not (colours_of(LIGHT) | colours_of(DARK)) & HOUSE


def test_hours_on_the_threshold_stand_on_its_far_side() -> None:
    notes = [note.text for note in hours([55.5, 56, 57], 56, False).layout.annotations]
    assert notes == ["不足56学时 1人", "达到56学时 2人"]


@pytest.mark.parametrize("threshold", [0, 5, 56, 57])
def test_every_hour_is_in_exactly_one_bar(threshold: int) -> None:
    values = [0, 4.5, 5, 7.9, 8, 55, 56, 57, 160]
    bars = hours(values, threshold, False).data
    assert sum(bar.y[0] for bar in bars) == len(values)
    assert all(not bar.x[0] - bar.width[0] / 2 < threshold < bar.x[0] + bar.width[0] / 2 for bar in bars)


def test_a_stack_counts_what_it_was_given() -> None:
    figure = stacked([("优化", {"已完成": 3, "未启动": 1}), ("移交", {"暂缓": 2})], REFORM, "家", False)
    counted = {trace.name: list(trace.x) for trace in figure.data}
    assert counted == {"✓ 已完成": [3, 0], "□ 未启动": [1, 0], "‖ 暂缓": [0, 2]}


def test_dots_lead_to_their_unit() -> None:
    figure = swarm([Dot("甲局", "机关", 1, 2), Dot("乙局", "机关", 1, 2)], ["机关"], "已训", False)
    assert set(figure.data[0].customdata) == {"甲局", "乙局"}
    places = set(zip(figure.data[0].x, figure.data[0].y, strict=True))
    assert len(places) == 2, "no dot hides another"


def test_names_are_never_read_as_markup() -> None:
    name = "<a href='http://x'>局</a>"
    drawn = swarm([Dot(name, "机关", 1, 2)], ["机关"], "已训", False).data[0].text[0]
    assert "<" not in drawn
    late = dumbbells([Overdue("甲", name, "<b>", date(2023, 1, 1), date(2023, 2, 1))], DAYS[0], False)
    assert "<" not in late.layout.yaxis.ticktext[0]
