"""Every page, opened as the first request of a session: it stands inside the frame and shows no error."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import DONE

pytestmark = pytest.mark.browser

PAGES = Path(__file__).resolve().parents[2] / "pages"
NAMES = sorted(path.stem for path in PAGES.glob("[!_]*.py") if path.stem != "frame")


def settled(page: Page, path: str) -> None:
    page.goto(path)
    page.wait_for_selector(DONE)


@pytest.mark.parametrize("name", NAMES)
def test_a_page_opens_by_its_address(page: Page, name: str) -> None:
    settled(page, f"/{name}")
    expect(page.get_by_text("演示数据").first).to_be_visible()
    expect(page.get_by_test_id("stException")).to_have_count(0)
    expect(page.get_by_text("出错编号")).to_have_count(0)


@pytest.mark.parametrize("query", ["as_of=nonsense", "as_of=2023-02-30&unit=不存在&by=x", "%00=%FF"])
def test_nonsense_in_the_address_is_no_error(page: Page, query: str) -> None:
    settled(page, f"/?{query}")
    expect(page.get_by_test_id("stException")).to_have_count(0)
    expect(page.get_by_text("出错编号")).to_have_count(0)


def test_an_unknown_page_says_so(chromium, address: str) -> None:
    context = chromium.new_context(base_url=address)
    tab = context.new_page()
    answer = tab.goto("/nonsense")
    assert answer is not None
    assert answer.status == 404
    expect(tab.get_by_text("没有这个页面")).to_be_visible()
    context.close()
