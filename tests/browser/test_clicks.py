"""Clicks on pictures: a piece leads to its rows, a bar filters the page and is taken off again, back stays back."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import DONE

pytestmark = pytest.mark.browser


def opened(page: Page, path: str) -> None:
    page.goto(path)
    page.wait_for_selector(DONE)
    expect(page.locator(".headline").first).to_be_visible()


def hit(page: Page, shape: Locator) -> None:
    """Click the middle of a shape of a plotly figure, which lies under the layer that takes the clicks."""
    shape.scroll_into_view_if_needed()
    page.wait_for_timeout(500)
    place = shape.bounding_box()
    assert place
    page.mouse.move(place["x"] + place["width"] / 2, place["y"] + place["height"] / 2)
    page.wait_for_timeout(200)
    page.mouse.click(place["x"] + place["width"] / 2, place["y"] + place["height"] / 2)


def listed(page: Page) -> int:
    """Give how many rows the list says it has."""
    note = page.get_by_text(re.compile(r"共\d+行")).first
    expect(note).to_be_visible()
    return int(re.search(r"共(\d+)行", note.inner_text())[1])  # type: ignore[index]


@pytest.mark.parametrize(
    ("path", "block"),
    [
        ("/coverage", "dispositions"),
        ("/training", "hours"),
        ("/rectification", "bands"),
        ("/rectification", "monthly"),
    ],
)
def test_a_piece_of_a_figure_leads_to_as_many_rows_as_it_says(page: Page, path: str, block: str) -> None:
    opened(page, path)
    frame = page.locator(f".st-key-block_{block}")
    shape = frame.locator(".barlayer .point").filter(has=page.locator("text")).first
    said = int(re.sub(r"\D", "", shape.locator("text").first.text_content() or ""))
    hit(page, shape.locator("path").first)
    page.wait_for_url("**/rows?**")
    assert listed(page) == said
    page.go_back()
    expect(page.locator(f".st-key-block_{block}")).to_be_visible()
    page.wait_for_timeout(1500)
    assert path in page.url


def test_a_cell_of_the_matrix_leads_to_its_findings_and_a_head_filters(page: Page) -> None:
    opened(page, "/rectification")
    cell = page.locator(".st-key-block_matrix tbody i[data-go]").first
    said = int(cell.inner_text())
    cell.click()
    page.wait_for_url("**/rows?**")
    assert listed(page) == said
    opened(page, "/rectification")
    page.locator(".st-key-block_matrix thead [data-go]").first.click()
    page.wait_for_url("**category=**")
    expect(page.locator(".slice")).to_be_visible()


def test_a_bar_of_a_kind_filters_the_page_and_a_second_click_takes_it_off(page: Page) -> None:
    opened(page, "/training")
    bar = page.locator(".st-key-block_domains [data-go=事业单位]").first
    bar.click()
    page.wait_for_url("**domain=**")
    expect(page.locator(".slice")).to_have_text("事业单位")
    expect(page.locator(".st-key-block_domains .chosen").first).to_be_visible()
    page.locator(".st-key-block_domains [data-go=事业单位]").first.click()
    expect(page.locator(".slice")).to_have_count(0)
    assert "domain=" not in page.url


def test_a_bar_can_be_reached_and_chosen_by_keyboard(page: Page) -> None:
    opened(page, "/rectification")
    page.locator(".st-key-block_common [data-go]").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**category=**")
    page.get_by_role("button", name="清除筛选").click()
    expect(page.locator(".slice")).to_have_count(0)


def test_the_numbers_of_a_picture_are_a_table(page: Page) -> None:
    opened(page, "/coverage")
    page.locator(".st-key-block_dispositions").get_by_text("数据表").click()
    table = page.locator(".numbers table")
    expect(table).to_be_visible()
    expect(table.locator("tbody tr")).to_have_count(4)


def test_the_tiles_can_be_sorted_by_kind(page: Page) -> None:
    opened(page, "/coverage")
    frame = page.locator(".st-key-block_tiles")
    tiles = frame.locator(".tile[data-go]")
    expect(tiles.first).to_be_visible()
    count = tiles.count()
    frame.get_by_text("按领域", exact=True).click()
    expect(frame.locator("h4").first).to_contain_text("机关")
    assert tiles.count() == count
