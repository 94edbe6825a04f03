"""A leader's way: from a figure to the unit, from a figure to its rows and their cells, and back."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import DONE, choose

pytestmark = pytest.mark.browser


def opened(page: Page, path: str) -> None:
    page.goto(path)
    page.wait_for_selector(DONE)
    expect(page.locator(".headline").first).to_be_visible()
    page.wait_for_selector(DONE)  # a list that is opened before the page is whole closes again


def test_the_bare_address_is_the_overview(page: Page) -> None:
    opened(page, "/")
    page.wait_for_url("**/overview")
    expect(page.locator(".headline").first).to_contain_text("截至")


def test_a_tile_leads_to_its_unit_and_back(page: Page) -> None:
    opened(page, "/overview?as_of=2023-09-30")
    tile = page.locator("[data-go]").first
    unit = tile.get_attribute("data-go")
    assert unit
    tile.click()
    page.wait_for_url("**/unit?**")
    expect(page.locator(".headline").first).to_have_text(unit)
    assert "as_of=2023-09-30" in page.url
    page.go_back()
    expect(page.locator(".headline").first).to_contain_text("截至")


def test_a_figure_leads_to_its_rows_and_a_row_to_its_cells(page: Page) -> None:
    opened(page, "/rectification")
    link = page.get_by_text("看未销号（").first
    count = link.inner_text().split("（")[1].rstrip("）")
    link.click()
    expect(page.get_by_text(f"共{count}行")).to_be_visible()
    table = page.get_by_test_id("stDataFrame").first
    expect(table).to_be_visible()
    page.wait_for_timeout(500)
    table.click(position={"x": 14, "y": 52})
    expect(page.get_by_text("这一行的出处")).to_be_visible()
    expect(page.get_by_text("督查问题整改台账").first).to_be_visible()


def test_a_filter_goes_along_to_the_next_page(page: Page) -> None:
    opened(page, "/training")
    before = page.locator(".headline").first.inner_text()
    choose(page, page.locator(".st-key-domain").get_by_role("combobox"), "事业单位")
    expect(page.locator(".headline").first).not_to_have_text(before)
    page.get_by_text("督查整改", exact=True).first.click()
    page.wait_for_url("**/rectification?domain=**")


def test_emptying_the_demonstration_is_asked_about_first(page: Page) -> None:
    opened(page, "/coverage")
    page.get_by_role("button", name="清空并开始正式使用").click()
    expect(page.get_by_text("不能恢复")).to_be_visible()
    page.get_by_test_id("stBaseButton-secondary").filter(has_text="取消").click()
    expect(page.get_by_text("不能恢复")).to_have_count(0)
    expect(page.get_by_text("演示数据").first).to_be_visible()
