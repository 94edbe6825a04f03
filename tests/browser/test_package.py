"""The package for a meeting without a network, opened from a disk in a real browser."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, cast

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from services.screen.package import checked, fours, package
from services.screen.shape import Content
from tests.browser.screen_picture import usual

pytestmark = pytest.mark.browser
KEY = bytes(32)
MADE = datetime(2023, 10, 31, 9, 30, tzinfo=UTC)


def write(folder: Path) -> Path:
    content: Any = {name: value for name, value in usual().items() if name != "screen"}
    (folder / "会议.html").write_bytes(package(cast(Content, content), KEY, MADE))
    return folder / "会议.html"


@pytest.fixture
def disk(chromium: Browser) -> Iterator[BrowserContext]:
    """Give a browser without a network."""
    context = chromium.new_context(viewport={"width": 1920, "height": 1080}, locale="zh-CN", offline=True)
    yield context
    context.close()


def opened(disk: BrowserContext, file: Path) -> tuple[Page, list[str]]:
    """Give the page of a file, and what it asked for or complained of."""
    told: list[str] = []
    page = disk.new_page()
    page.on("console", lambda message: told.append(message.text))
    page.on("pageerror", lambda error: told.append(str(error)))
    page.on("request", lambda request: told.append(request.url))
    page.goto(file.as_uri())
    return page, told


def test_it_plays_from_the_disk_and_asks_nobody_for_anything(disk: BrowserContext, tmp_path: Path) -> None:
    file = write(tmp_path)
    page, told = opened(disk, file)
    shown = page.locator("article[data-now]")
    expect(shown.locator("h1")).to_have_text(usual()["pages"][0]["title"])
    expect(page.locator("#badge")).to_contain_text("断网会议包，不再更新")
    page.keyboard.press("ArrowRight")
    expect(shown.locator("h1")).to_have_text(usual()["pages"][1]["title"])
    expect(shown.locator(".tile").first).to_be_visible()
    assert told == [file.as_uri()]


def test_its_last_page_shows_the_digest_in_groups_of_four(disk: BrowserContext, tmp_path: Path) -> None:
    file = write(tmp_path)
    papers = checked(file.read_bytes(), KEY)
    page, _ = opened(disk, file)
    page.locator("article[data-now]").wait_for()
    page.keyboard.press("ArrowLeft")
    closing = page.locator("article[data-now][data-kind=closing]")
    expect(closing.locator("h1")).to_contain_text(f"数据截至{papers.as_of}")
    expect(closing.locator(".body")).to_contain_text(papers.number)
    digest = fours(papers.digest)
    for half in (digest[:39], digest[40:]):
        expect(closing.locator(".body")).to_contain_text(half)


def test_it_plays_on_by_itself(disk: BrowserContext, tmp_path: Path) -> None:
    page = disk.new_page()
    page.clock.install()
    page.goto(write(tmp_path).as_uri())
    page.locator("article[data-now]").wait_for()
    before = page.locator("#count").text_content()
    page.clock.run_for(21_000)
    expect(page.locator("#count")).not_to_have_text(before or "")


def test_data_changed_in_the_file_are_not_shown(disk: BrowserContext, tmp_path: Path) -> None:
    file = write(tmp_path)
    title = usual()["pages"][0]["title"]
    file.write_text(file.read_text("utf-8").replace(title, "改过的数"), "utf-8")
    page, _ = opened(disk, file)
    expect(page.locator("#message")).to_contain_text("与制作时不一致")
    expect(page.locator("article")).to_have_count(0)
