"""A phone, the speaker's desk and the wall of one meeting, each a browser of its own, on the real server."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from services.screen import screens
from services.screen.pairing import Role, code
from services.screen.playlist import DEFAULT
from services.store import Store
from tests.browser.conftest import is_local

pytestmark = pytest.mark.browser
ROOM = "遥控会议室"
SIZES: dict[Role, tuple[int, int]] = {"screen": (1920, 1080), "remote": (390, 844), "present": (1366, 768)}


@dataclass
class Room:
    wall: Page
    phone: Page
    desk: Page

    def stands(self, words: str) -> None:
        """See all three say where the wall stands: 第2/7页 · 1/4 (as a pattern)."""
        for place in (self.wall.locator("#count"), self.phone.locator("#place"), self.desk.locator("#place")):
            expect(place).to_have_text(re.compile(words))


@pytest.fixture
def room(chromium: Browser, address: str, folder: Path) -> Iterator[Room]:
    """Give the three devices paired. The test fails if one of them asks another host or its script fails."""
    store = Store.open(f"sqlite:///{folder / 'store.db'}")
    screens.add(store, ROOM, DEFAULT.name, "甲")
    told: list[str] = []
    contexts = {
        role: chromium.new_context(base_url=address, locale="zh-CN", viewport={"width": width, "height": height})
        for role, (width, height) in SIZES.items()
    }
    pages: list[Page] = []
    for role, context in contexts.items():
        page = context.new_page()
        page.on("pageerror", lambda error: told.append(str(error)))
        page.on("request", lambda asked: None if is_local(asked.url, address) else told.append(asked.url))
        page.goto(f"/{role}")
        expect(page.locator("#pair")).to_be_visible()  # typed before the page asks, it would be lost
        page.locator("#code").press_sequentially(code(store, ROOM, role, datetime.now(UTC)).written)
        expect(page.locator("#pair")).to_be_hidden()
        pages.append(page)
    pages[0].locator("article[data-now]").wait_for()
    yield Room(*pages)
    for context in contexts.values():
        context.close()
    screens.revoke(store, ROOM, "甲")
    store.engine.dispose()
    assert told == []


def press(button: Locator) -> None:
    expect(button).to_be_enabled()
    button.click()


def test_the_three_steer_one_another(room: Room) -> None:
    room.stands(r"第1/7页")
    press(room.phone.locator("#pause"))
    room.stands(r"第1/7页")
    expect(room.wall.locator("#count")).to_contain_text("已暂停")
    press(room.phone.locator("#next"))
    room.stands(r"第2/7页( · 1/\d)?")
    room.desk.keyboard.press("ArrowLeft")
    room.stands(r"第1/7页")
    room.wall.keyboard.press("ArrowRight")
    room.stands(r"第2/7页")
    press(room.phone.get_by_role("button", name="整改与逾期"))
    room.stands(r"第6/7页")
    for page in (room.phone, room.desk):
        expect(page.locator("h1#title")).to_have_text(room.wall.locator("article[data-now] h1").text_content() or "")


def test_two_quick_taps_are_two_steps(room: Room) -> None:
    press(room.phone.locator("#pause"))
    press(room.phone.get_by_role("button", name="教育培训"))
    room.stands(r"第5/7页")
    leaves = int((re.findall(r"· \d+/(\d+)", room.wall.locator("#count").text_content() or "") or ["1"])[0])
    for _ in range(leaves + 1):
        room.phone.locator("#next").click()
    room.stands(r"第(6|7)/7页")
    for _ in range(leaves + 1):
        room.phone.locator("#back").click()
    room.stands(r"第5/7页")


def test_black_is_black_until_somebody_wants_a_page(room: Room) -> None:
    room.stands(r"第1/7页")  # the desk leafs alone until the wall has said where it stands
    press(room.desk.locator("#blank"))
    expect(room.wall.locator("#blank")).to_be_visible()
    expect(room.phone.locator("#title")).to_have_text("屏幕现在是黑的")
    press(room.phone.locator("#next"))
    expect(room.wall.locator("#blank")).to_be_hidden()


def test_the_speaker_sees_what_to_say_and_what_comes_next(room: Room) -> None:
    press(room.desk.get_by_role("button", name="新组建单位选举"))
    room.stands(r"第4/7页")
    expect(room.desk.locator("#notes li").first).to_contain_text(re.compile(r"\d"))
    coming = room.desk.locator("#coming").text_content()
    press(room.desk.get_by_role("button", name="教育培训"))
    room.stands(r"第5/7页")
    expect(room.desk.locator("#title")).to_have_text(coming or "")
    expect(room.desk.locator("#clock")).to_have_text(re.compile(r"^\d\d:\d\d$"))


def test_nothing_is_cut_on_the_phone_and_on_the_desk(room: Room) -> None:
    room.stands(r"第1/7页")
    for page in (room.phone, room.desk):
        wide, high = page.locator("html").evaluate(
            "e => [e.scrollWidth - e.clientWidth, e.scrollHeight - e.clientHeight]"
        )
        assert (wide, high) == (0, 0)
    for name in ("next", "back", "pause", "blank"):
        box = room.phone.locator(f"#{name}").bounding_box()
        assert box is not None
        assert box["height"] >= 48
        assert box["y"] + box["height"] <= 844


def test_a_wall_that_is_away_is_said_and_cannot_be_steered(room: Room) -> None:
    room.stands(r"第1/7页")
    room.wall.close()
    for page in (room.phone, room.desk):
        expect(page.locator("#told")).to_contain_text("屏幕没有连上")
    expect(room.phone.locator("#next")).to_be_disabled()
    room.desk.keyboard.press("ArrowRight")  # the speaker may still leaf to prepare
    expect(room.desk.locator("#place")).to_contain_text("第2/7页")


def test_a_revoked_phone_asks_for_a_code_again(room: Room, folder: Path) -> None:
    store = Store.open(f"sqlite:///{folder / 'store.db'}")
    room.stands(r"第1/7页")
    screens.revoke(store, ROOM, "甲")
    for page in (room.phone, room.desk):
        expect(page.locator("#pair")).to_be_visible()
    screens.add(store, ROOM, DEFAULT.name, "甲")  # for the end of the test
    store.engine.dispose()
