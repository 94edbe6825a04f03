"""What a room sees of the meeting screen: everything, nothing cut, nothing too small, on walls of any size."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser import screen_picture
from tests.browser.screen.conftest import PAGES, opened, until
from tests.browser.screen_server import ScreenServer

pytestmark = pytest.mark.browser

SIZES = [(1366, 768), (1920, 1080), (2560, 1080), (3840, 2160), (6656, 1792), (1024, 768)]
PICTURES: dict[str, Callable[[], dict[str, Any]]] = {
    "usual": screen_picture.usual,
    "long names": screen_picture.long_names,
    "40 signs": screen_picture.forty_signs,
    "0 %": lambda: screen_picture.filled(0),
    "100 %": lambda: screen_picture.filled(1),
    "empty": screen_picture.empty,
}
PARTS, SEEN = ".tile, .flow .row, .figure", "{ visibilityProperty: true }"
FAULTS = (Path(__file__).parents[1] / "screen_faults.js").read_text("utf-8")

# The lines of the title that is shown, as the browser has broken it.
LINES = """() => {
  const lines = new Map();
  for (const part of document.querySelectorAll("article[data-now] h1 span")) {
    const { top } = part.getBoundingClientRect();
    lines.set(top, (lines.get(top) ?? "") + part.textContent);
  }
  return [...lines.values()];
}"""


def leaves(page: Page) -> Iterator[str]:
    """Go through all leaves of all pages, giving what the counter says."""
    first = page.inner_text("#count")
    while True:
        yield page.inner_text("#count")
        page.keyboard.press("ArrowRight")
        if page.inner_text("#count") == first:
            return


# (picture, inches, metres); the last two are rooms where the smallest text is as large as it can ever be.
ROOMS = [(name, 98, 6) for name in PICTURES] + [("usual", 98, 8), ("long names", 98, 8), ("usual", 55, 8)]
ROOMS += [("long names", 32, 30), ("40 signs", 32, 30)]


@pytest.mark.parametrize(("name", "inches", "metres"), ROOMS)
def test_nothing_is_cut_or_overlaps_or_is_too_small_on_any_wall(
    context: BrowserContext, server: ScreenServer, name: str, inches: int, metres: int
) -> None:
    server.show({**PICTURES[name](), "inches": inches, "metres": metres})
    page = context.new_page()
    opened(page, server)
    faults = []
    for width, height in SIZES:
        page.set_viewport_size({"width": width, "height": height})
        until(page, f"innerWidth === {width} && document.getElementById('stage').clientWidth === {width}")
        page.wait_for_timeout(200)
        found = page.evaluate(FAULTS, [inches, metres])
        assert len(found) >= PAGES
        faults += [f"{width}×{height} {place} {fault}" for place, each in found.items() for fault in each]
    assert faults == []


def test_every_part_of_a_page_is_on_one_of_its_leaves(wall: Page, server: ScreenServer) -> None:
    server.show({**screen_picture.long_names(), "metres": 12})
    wall.reload()
    wall.locator("article[data-now]").wait_for()
    parts = f"[...document.querySelectorAll('{PARTS}')]"
    seen: set[str] = set()
    for _ in leaves(wall):
        seen |= set(
            wall.evaluate(f"{parts}.filter((each) => each.checkVisibility({SEEN})).map((each) => each.textContent)")
        )
    assert seen == set(wall.evaluate(f"{parts}.map((each) => each.textContent)"))


def test_the_tiles_of_a_usual_room_take_two_leaves_at_most(wall: Page, server: ScreenServer) -> None:
    server.show({**screen_picture.usual(), "inches": 98, "metres": 8})
    wall.reload()
    wall.locator("article[data-now]").wait_for()
    wall.keyboard.press("ArrowRight")
    expect(wall.locator("#count")).to_contain_text("第2/7页 · 1/2")


def test_the_lines_of_a_title_end_with_its_clauses_where_that_costs_little(wall: Page, server: ScreenServer) -> None:
    assert wall.evaluate(LINES) == [
        "市直机关87个涉改单位已完成71个，",
        "28个新组建单位选举完成19个，",
        "督查问题销号率71.7%",
    ]
    picture = screen_picture.usual()
    long = "市直机关涉改单位党组织优化调整划转移交和新组建单位选举的全部工作任务，均已完成"
    picture["pages"][0]["title"] = long
    server.show(picture)
    expect(wall.locator("article[data-now] h1")).to_have_text(long)
    assert wall.evaluate(LINES)[0] != long.partition("，")[0] + "，"


def test_the_smallest_text_is_seen_under_16_minutes(wall: Page) -> None:
    module = "import('/screen/static/layout.js').then(({ smallest }) => smallest(...%s))"
    screen = {"width": 1920, "height": 1080}
    found = wall.evaluate(module % [{"inches": 98, "metres": 8}, 1920, 1080, screen])
    assert found == {"size": 33, "far": False}  # 8 m × 0.004654 = 37.2 mm at 1.13 mm a pixel
    assert wall.evaluate(module % [{"inches": 32, "metres": 30}, 1920, 1080, screen])["far"]


def test_the_walk_against_burn_in_is_small(wall: Page) -> None:
    places = wall.evaluate("import('/screen/static/layout.js').then(({ shift }) => [...Array(90).keys()].map(shift))")
    assert max(abs(each) for place in places for each in place) <= 4
    assert len({tuple(place) for place in places}) == 9


def test_a_computer_without_a_chinese_font_is_told_so(context: BrowserContext, server: ScreenServer) -> None:
    page = context.new_page()
    page.add_init_script("CanvasRenderingContext2D.prototype.fillText = function () { this.fillRect(4, 4, 30, 30); };")
    page.goto(f"{server.url}/screen")
    expect(page.locator("#glyphs")).to_contain_text("no Chinese font")
