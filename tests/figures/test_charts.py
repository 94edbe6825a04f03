"""Every plotly figure draws with data and without, in the palette's colours and none of the frame's."""

import re
from datetime import date

import plotly.graph_objects as go
import pytest

from services.figures.ageing import SOON, ageing
from services.figures.dumbbells import Overdue, dumbbells
from services.figures.flow import flow
from services.figures.histogram import Bar, histogram
from services.figures.monthly import monthly
from services.figures.palette import DARK, LIGHT, RECTIFICATION, REFORM, Palette
from services.figures.stacked import stacked
from services.figures.swarm import Dot, swarm
from services.figures.transfers import AT_MOST, REST, folded, transfers
from services.ledgers.hour_bands import hour_bands

HOUSE = {"#B8141C", "#C9252C", "#8A6A00", "#F2C14E", "#8F0F16"}
DAYS = [date(2023, 8, 31), date(2023, 9, 30), date(2023, 10, 31)]
LATE = Overdue("市某局", "某局", "党费", date(2023, 3, 1), date(2023, 5, 31))


def figures(dark: bool) -> dict[str, go.Figure]:
    return {
        "stacked": stacked([("优化", {"已完成": 3, "未启动": 1}), ("移交", {"暂缓": 2})], REFORM, "家", dark),
        "stacked empty": stacked([], REFORM, "家", dark),
        "swarm": swarm([Dot("甲局", "机关", 3, 3), Dot("乙局", "机关", 0, 2)], ["机关"], "已训", dark),
        "swarm empty": swarm([], [], "已训", dark),
        "hours": histogram(bars(56, 3), 56, dark),
        "hours empty": histogram([], 56, dark),
        "monthly": monthly(["2023-09", "2023-10"], {"2023-09": 3}, {"2023-10": 2}, dark),
        "monthly empty": monthly([], {}, {}, dark),
        "transfers": transfers({("甲", "乙"): 3, ("甲", "丙"): 1}, dark),
        "transfers empty": transfers({}, dark),
        "flow": flow(DAYS, [{"已销号": 1}, {"已销号": 2, "整改中": 3}, {"已销号": 4}], RECTIFICATION, dark),
        "flow empty": flow([], [], RECTIFICATION, dark),
        "flow of one state": flow(DAYS[:1], [{"已销号": 1}], RECTIFICATION, dark),
        "ageing": ageing(2, 15, {"1-30": 1, "31-90": 0, ">90": 4}, dark),
        "dumbbells": dumbbells([LATE], DAYS[-1], dark),
        "dumbbells empty": dumbbells([], DAYS[-1], dark),
    }


def bars(threshold: int, each: int) -> list[Bar]:
    return [Bar(band.word, band.start, band.end, each) for band in hour_bands(threshold)]


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
    notes = [note.text for note in histogram(bars(56, 2), 56, False).layout.annotations]
    assert notes == ["不足56学时 14人", "达到56学时 16人"]


def test_a_bar_leads_to_its_slice() -> None:
    assert histogram(bars(56, 1), 56, False).data[0].customdata[7][0] == "56–64学时"
    assert [list(each) for each in monthly(["2023-09"], {}, {"2023-09": 2}, False).data[1].customdata] == [
        ["销号", "2023-09", 2]
    ]
    assert list(stacked([("优化", {"已完成": 3})], REFORM, "家", False).data[0].customdata[0]) == ["优化", "已完成"]
    assert [trace.customdata[0][0] for trace in ageing(2, 15, {"1-30": 1}, False).data] == [SOON, "1-30"]


def test_at_most_forty_names_stand_in_the_transfers_and_none_is_lost() -> None:
    flows = {(f"原{n}", f"现{n % 30}"): n + 1 for n in range(60)}
    found = folded(flows)
    assert sum(found.values()) == sum(flows.values())
    olds, news = ({pair[side] for pair in found} for side in (0, 1))
    assert len(olds) + len(news) == AT_MOST
    assert REST in olds & news
    few = {("甲", "乙"): 2}
    assert folded(few) == few


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
    assert not any("<" in note.text for note in late.layout.annotations)
