"""From all ledgers to one, from a bar to its rows, from a row to its cell — for any register, by its declaration."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import DONE

pytestmark = pytest.mark.browser


def opened(page: Page, path: str) -> None:
    page.goto(path)
    page.wait_for_selector(DONE)


def test_all_ledgers_are_seen_at_one_glance_and_lead_to_their_pages(page: Page) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    opened(page, "/registers")
    lines = page.locator(".board tbody tr")
    expect(lines).to_have_count(22)
    expect(lines.last).to_be_in_viewport(ratio=1)
    page.locator(".board [data-go='ledger=livelihood']").click()
    page.wait_for_url("**/ledger?**ledger=livelihood**")
    expect(page.locator(".headline").first).to_contain_text("办实事清单：办实事办结率")


def test_who_is_silent_is_named_at_a_click(page: Page) -> None:
    opened(page, "/registers")
    silent = page.locator(".board [data-go='silent=standards']")
    count = int(re.sub(r"\D", "", silent.inner_text()))
    silent.click()
    expect(page.get_by_role("dialog").locator(".units a")).to_have_count(count)


def test_a_bar_leads_to_as_many_rows_as_it_says(page: Page) -> None:
    opened(page, "/ledger?ledger=livelihood")
    bar = page.locator(".bars.shares [data-go]").first
    said = re.search(r"(\d+)/(\d+)", bar.get_attribute("aria-label") or "")
    assert said
    bar.click()
    page.wait_for_url("**/rows?**")
    left = int(said[2]) - int(said[1])
    expect(page.get_by_text(f"还没有计入分子的共{left}行")).to_be_visible()


def test_a_filter_of_a_ledger_goes_into_the_address(page: Page) -> None:
    opened(page, "/ledger?ledger=campaigns")
    page.get_by_role("combobox", name="行动名称").click()
    page.get_by_role("option", name="模范机关创建行动").click()
    page.wait_for_url("**by.campaign=**")
    expect(page.locator(".slice").first).to_have_text("模范机关创建行动")
