"""The preview on the page 屏幕: the wall itself in small, fed with the draft."""

import re

import pytest
from playwright.sync_api import FrameLocator, Page, expect

pytestmark = pytest.mark.browser


@pytest.fixture
def preview(page: Page) -> FrameLocator:
    """Give the wall on the page 屏幕."""
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto("/screens")
    frame = page.frame_locator("iframe[src='/screen/preview']")
    expect(frame.locator("article[data-now] h1")).to_be_visible()
    return frame


def test_it_is_the_wall_and_follows_the_buttons(page: Page, preview: FrameLocator) -> None:
    count = preview.locator("#count")
    expect(count).to_contain_text("第1/7页")
    page.get_by_role("button", name="暂停／继续").click()
    expect(count).to_contain_text("已暂停")
    page.get_by_role("button", name="教育培训", exact=True).click()
    expect(count).to_contain_text("第5/7页")
    expect(preview.locator("article[data-now]")).to_have_attribute("data-kind", "training")
    page.get_by_role("button", name="▶", exact=True).click()
    expect(count).to_contain_text("第6/7页")


def test_it_shows_what_the_draft_says_and_keeps_its_place(page: Page, preview: FrameLocator) -> None:
    page.get_by_role("button", name="涉改单位一览", exact=True).click()
    expect(preview.locator("#count")).to_contain_text("第2/7页")
    page.get_by_text("浅色", exact=True).click()
    expect(preview.locator("html")).to_have_attribute("data-theme", "light")
    page.get_by_text("软弱涣散与下一步", exact=True).first.click()
    expect(preview.locator("#count")).to_contain_text("第2/6页")


def test_it_has_the_shape_of_the_wall_that_was_chosen(page: Page, preview: FrameLocator) -> None:
    shapes = {"16:9": "normal", "4:3": "tall", "21:9": "ultra", "拼接长屏": "ultra"}
    for name, shape in shapes.items():
        page.get_by_text(name, exact=True).click()
        expect(preview.locator("html")).to_have_attribute("data-shape", shape)
    box = page.locator("iframe[src='/screen/preview']").bounding_box()
    assert box is not None
    assert box["width"] / box["height"] == pytest.approx(4011 / 1080, rel=0.01)
    assert box["x"] + box["width"] <= 1440


def test_nothing_but_the_page_that_frames_it_tells_it_what_to_show(page: Page, address: str) -> None:
    page.goto("/screen/preview")
    page.evaluate("postMessage({ picture: { pages: [], as_of_words: '改过的数' } }, location.origin)")
    page.wait_for_timeout(300)
    assert not re.search("改过", page.inner_text("body"))
