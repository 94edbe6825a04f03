"""A wall in a real Chromium: the meeting screen's own page against canned answers."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.screen_server import ScreenServer

PAGES = 7


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
