"""How the meeting screen lives: outages, changes, turning by itself, keys, a phone that steers it, its pairing."""

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser import screen_picture
from tests.browser.screen.conftest import PAGES, opened, until
from tests.browser.screen_server import CODE, WRONG, ScreenServer

pytestmark = pytest.mark.browser

LOST = "#badge[data-lost]"
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


def test_the_pointer_hides(wall: Page) -> None:
    wall.mouse.move(200, 200)
    assert wall.evaluate("getComputedStyle(document.body).cursor") == "auto"
    until(wall, "getComputedStyle(document.body).cursor === 'none'")


def test_the_page_is_light_and_comes_in_four_answers(wall: Page, server: ScreenServer) -> None:
    own = [path for path in server.asked if path not in ("/screen/state", "/screen/static/worker.js")]
    assert set(own) >= {"/screen", "/screen/static/screen.css", "/screen/static/screen.js", "/screen/data"}
    assert sum(len(server.answer(path)[2]) for path in set(own)) < 150_000
