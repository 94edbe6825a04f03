"""From a number's short code to its list, from a row to its cell in the original sheet, and a unit on paper."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import DONE

pytestmark = pytest.mark.browser


def opened(page: Page, path: str) -> None:
    page.goto(path)
    page.wait_for_selector(DONE)


def test_the_code_beside_a_number_leads_to_its_list(page: Page) -> None:
    opened(page, "/rectification")
    code = page.locator(".st-key-card_K17 .code")
    expect(code).to_be_visible()
    said = code.inner_text().lower()
    opened(page, "/definitions")
    box = page.get_by_placeholder("输入数字编号")
    box.fill(said)
    box.press("Enter")
    page.wait_for_url("**/rows?**")
    expect(page.locator(".headline").first).to_have_text(re.compile(r"^整改完成率 \d+/\d+项"))


def test_a_file_received_from_a_unit_leads_to_the_cell_in_the_original(page: Page) -> None:
    opened(page, "/unit?unit=市财政局")
    link = page.locator(".received a").first
    file = link.inner_text()
    link.click()
    page.wait_for_url("**/source?**")
    expect(page.locator(".grid td.mark.origin")).to_have_count(1)
    expect(page.locator(".facts.origin")).to_contain_text(file)


@pytest.mark.parametrize("unit", ["市财政局", "市轨道交通集团有限公司", "市委网络安全和信息化委员会办公室"])
def test_a_unit_fits_on_one_a4(page: Page, unit: str) -> None:
    opened(page, f"/unit?unit={unit}")
    expect(page.get_by_text("报来过")).to_be_visible()
    page.wait_for_timeout(500)
    paper = page.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page[^s]", paper)) == 1
