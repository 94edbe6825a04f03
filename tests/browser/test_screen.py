"""The meeting screen's own page against canned answers, in a real Chromium: what a room would see of it."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser import screen_picture
from tests.browser.screen_server import CODE, WRONG, ScreenServer

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
PAGES = 7
PARTS, SEEN = ".tile, .flow .row, .figure", "{ visibilityProperty: true }"
LOST = "#badge[data-lost]"
FAULTS = (Path(__file__).parent / "screen_faults.js").read_text("utf-8")
WATCH = """() => {
  [window.seen, window.tiles] = [[], new Set()];
  for (const each of document.querySelectorAll("#stage *")) each.known = true;
  const note = (records) => records.forEach(({ type, target }) => {
    window.seen.push(`${type} ${target.className}`);
    const tile = (target.closest ? target : target.parentElement)?.closest(".tile");
    if (tile) window.tiles.add(tile.lastChild.textContent);
  });
  new MutationObserver(note).observe(document.getElementById("stage"),
    { subtree: true, childList: true, attributes: true, characterData: true });
}"""
MADE = "[...document.querySelectorAll('#stage *')].filter((each) => !each.known).length"


# The lines of the title that is shown, as the browser has broken it.
LINES = """() => {
  const lines = new Map();
  for (const part of document.querySelectorAll("article[data-now] h1 span")) {
    const { top } = part.getBoundingClientRect();
    lines.set(top, (lines.get(top) ?? "") + part.textContent);
  }
  return [...lines.values()];
}"""


@pytest.fixture
def server() -> Iterator[ScreenServer]:
    server = ScreenServer()
    server.start()
    yield server
    server.stop()


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    context = chromium.new_context(locale="zh-CN", viewport={"width": 1920, "height": 1080}, reduced_motion="reduce")
    yield context
    context.close()


@pytest.fixture
def wall(context: BrowserContext, server: ScreenServer) -> Iterator[Page]:
    """Give a wall that shows its first page; the test fails if a script breaks or another host is asked."""
    page = context.new_page()
    told: list[str] = []
    page.on("pageerror", lambda error: told.append(f"error: {error}"))
    page.on("request", lambda request: None if request.url.startswith(server.url) else told.append(request.url))
    opened(page, server)
    yield page
    assert told == []


def opened(page: Page, server: ScreenServer) -> None:
    page.goto(f"{server.url}/screen")
    page.locator("article[data-now]").wait_for()
    until(page, "[...document.querySelectorAll('article')].every((each) => each.plan)")  # one after the other


def until(page: Page, expression: str) -> None:
    """Wait for a script to say yes; Playwright's own waiting is not allowed by the page's policy."""
    for _ in range(100):
        if page.evaluate(expression):
            return
        page.wait_for_timeout(100)
    raise AssertionError(expression)


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


def test_an_outage_keeps_the_picture_and_says_since_when(wall: Page, server: ScreenServer) -> None:
    wall.keyboard.press(" ")
    before = wall.inner_text("#stage")
    server.stop()
    wall.locator(LOST).wait_for()
    assert "中断，停留在 " in wall.inner_text("#badge")
    assert wall.inner_text("#stage") == before
    assert wall.locator("#message").inner_text() == ""
    server.start()
    expect(wall.locator(LOST)).to_have_count(0, timeout=10_000)
    assert wall.inner_text("#stage") == before


def test_a_start_during_an_outage_shows_the_last_picture(wall: Page, server: ScreenServer) -> None:
    before = wall.inner_text("article[data-now]")
    until(wall, "caches.open('screen').then((each) => each.match('/screen/static/screen.js')).then(Boolean)")
    wall.evaluate("navigator.serviceWorker.ready")
    server.stop()
    wall.reload()
    wall.locator("article[data-now]").wait_for()
    assert wall.inner_text("article[data-now]") == before
    wall.locator(LOST).wait_for()
    server.start()
    expect(wall.locator(LOST)).to_have_count(0, timeout=10_000)


def test_a_black_wall_stays_black_while_the_server_is_restarted(wall: Page, server: ScreenServer) -> None:
    server.steer(page=1, blank=True)
    wall.locator("#blank").wait_for()
    until(wall, "sessionStorage.getItem('screen.black') === 'true'")
    server.stop()
    wall.locator(LOST).wait_for(state="attached")
    server.state = {"counter": 0}  # a server that knows nothing of it
    server.start()
    expect(wall.locator(LOST)).to_have_count(0)
    expect(wall.locator("#blank")).to_be_visible()
    wall.reload()
    wall.locator("article[data-now]").wait_for(state="attached")
    expect(wall.locator("#blank")).to_be_visible()
    wall.keyboard.press("ArrowLeft")
    expect(wall.locator("#blank")).to_be_hidden()
    expect(wall.locator("#count")).to_contain_text("第7/7页")


def test_a_key_on_the_wall_itself_makes_it_black(wall: Page, server: ScreenServer) -> None:
    wall.keyboard.press("b")
    wall.locator("#blank").wait_for()
    for _ in range(100):
        if server.reported and server.reported[-1]["blank"]:
            break
        wall.wait_for_timeout(100)
    assert server.reported[-1]["blank"] is True
    wall.keyboard.press(" ")
    expect(wall.locator("#blank")).to_be_hidden()
    assert "已暂停" not in wall.inner_text("#count")


def test_a_refresh_without_a_change_touches_nothing(wall: Page, server: ScreenServer) -> None:
    wall.keyboard.press(" ")
    wall.wait_for_timeout(1500)
    wall.evaluate(WATCH)
    for _ in range(3):
        asked = server.asked.count("/screen/data")
        server.nudge()
        wall.wait_for_timeout(1800)
        assert server.asked.count("/screen/data") > asked
    assert wall.evaluate("window.seen") == []


def test_a_change_is_drawn_into_the_nodes_there_are(wall: Page, server: ScreenServer) -> None:
    wall.keyboard.press(" ")
    wall.keyboard.press("ArrowRight")
    wall.evaluate(WATCH)
    picture = screen_picture.usual()
    page = screen_picture.kind_of(picture, "tiles")
    page["title"] = "87个涉改单位已完成72个（82.8%），4个还没有启动"
    page["body"]["items"][71]["state"] = "done"
    server.show(picture)
    expect(wall.locator("article[data-now] h1")).to_have_text(page["title"])
    assert wall.locator(".tile").nth(71).get_attribute("data-state") == "done"
    assert wall.evaluate(MADE) == wall.locator("article[data-now] h1 *").count()
    assert wall.evaluate("[...window.tiles]") == [page["body"]["items"][71]["label"]]


def test_it_turns_by_itself_and_rests_when_paused(context: BrowserContext, server: ScreenServer) -> None:
    picture = screen_picture.usual()
    server.show({**picture, "pages": [{**page, "seconds": 1} for page in picture["pages"]]})
    page = context.new_page()
    opened(page, server)
    count = page.locator("#count")
    expect(count).to_contain_text("第2/7页")
    server.nudge()  # a look at the server does not start the time anew
    expect(count).to_contain_text("第3/7页")
    page.keyboard.press(" ")
    resting = count.inner_text()
    page.wait_for_timeout(2000)
    assert count.inner_text() == resting
    assert "已暂停" in resting
    page.keyboard.press(" ")
    expect(count).to_contain_text("第5/7页")


def test_the_keyboard_steps_round_the_pages(wall: Page) -> None:
    wall.keyboard.press("ArrowLeft")
    expect(wall.locator("#count")).to_contain_text("第7/7页")
    wall.keyboard.press("PageDown")
    expect(wall.locator("#count")).to_contain_text("第1/7页")
    wall.keyboard.press("f")
    until(wall, "document.fullscreenElement !== null")
    wall.keyboard.press("f")
    until(wall, "document.fullscreenElement === null")


def test_a_phone_steers_and_hears_where_the_wall_stands(wall: Page, server: ScreenServer) -> None:
    server.steer(page=3, paused=True)
    expect(wall.locator("#count")).to_contain_text("第4/7页")
    server.steer(blank=True)
    wall.locator("#blank").wait_for()
    server.steer(page=0, blank=False)
    expect(wall.locator("#blank")).to_be_hidden()
    wall.keyboard.press("ArrowRight")
    wall.wait_for_timeout(2500)
    last = server.reported[-1]
    assert (last["page"], last["leaf"], last["paused"], last["counter"]) == (1, 0, True, 3)
    assert len(last["leaves"]) == PAGES


def test_a_code_pairs_the_screen_and_a_revoked_one_forgets_all(context: BrowserContext, server: ScreenServer) -> None:
    server.paired = False
    page = context.new_page()
    page.goto(f"{server.url}/screen")
    page.locator("#pair").wait_for()
    page.keyboard.type("xx-99")
    page.keyboard.press("Enter")
    expect(page.locator("#fault")).to_have_text("配对码是8位，还差4位。")
    page.keyboard.type("9999")
    expect(page.locator("#fault")).to_have_text(WRONG)
    page.keyboard.type(CODE.lower())
    page.locator("article[data-now]").wait_for()
    server.paired = False
    page.locator("#pair").wait_for()
    assert page.locator("article").count() == 0
    assert page.evaluate("Object.keys(localStorage)") == []


def test_a_computer_without_a_chinese_font_is_told_so(context: BrowserContext, server: ScreenServer) -> None:
    page = context.new_page()
    page.add_init_script("CanvasRenderingContext2D.prototype.fillText = function () { this.fillRect(4, 4, 30, 30); };")
    page.goto(f"{server.url}/screen")
    expect(page.locator("#glyphs")).to_contain_text("no Chinese font")


def test_the_pointer_hides(wall: Page) -> None:
    wall.mouse.move(200, 200)
    assert wall.evaluate("getComputedStyle(document.body).cursor") == "auto"
    until(wall, "getComputedStyle(document.body).cursor === 'none'")


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


def test_the_page_is_light_and_comes_in_four_answers(wall: Page, server: ScreenServer) -> None:
    own = [path for path in server.asked if path not in ("/screen/state", "/screen/static/worker.js")]
    assert set(own) >= {"/screen", "/screen/static/screen.css", "/screen/static/screen.js", "/screen/data"}
    assert sum(len(server.answer(path)[2]) for path in set(own)) < 150_000
