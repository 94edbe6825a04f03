"""What surrounds every page: it fits a phone, the keyboard reaches all of it, and it is light on the wire."""

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.test_pages import NAMES, settled

pytestmark = pytest.mark.browser

QUERIES = {"unit": "?unit=市发展和改革委员会", "rows": "?k=K13&part=of", "changes": "?k=K17", "ledger": "?ledger=cases"}
FOCUSED = """() => {
  let part = document.activeElement;
  while (part?.shadowRoot?.activeElement) part = part.shadowRoot.activeElement;
  return part;
}"""
NAME = "(part) => part.getAttribute('aria-label') || part.textContent.trim()"
LOOK = """(part) => {
  const near = [part, ...part.querySelectorAll("*")];
  for (let each = part.parentElement; each && near.length < 12; each = each.parentElement) near.push(each);
  return near.map((each) => {
    const look = getComputedStyle(each);
    return [look.outline, look.border, look.boxShadow, look.background, look.stroke, look.strokeWidth].join("|");
  });
}"""


@pytest.mark.parametrize("name", NAMES)
def test_nothing_lies_beyond_the_edge_of_a_phone(chromium: Browser, address: str, name: str) -> None:
    context = chromium.new_context(base_url=address, locale="zh-CN", viewport={"width": 390, "height": 844})
    page = context.new_page()
    settled(page, f"/{name}{QUERIES.get(name, '')}")
    page.wait_for_timeout(1500)
    widths = page.evaluate(
        "[document.documentElement, document.querySelector('[data-testid=stMain]')].map((each) => each.scrollWidth)"
    )
    context.close()
    assert widths == [390, 390]


def test_the_keyboard_reaches_the_menu_the_boxes_and_the_tiles_and_is_seen(page: Page) -> None:
    settled(page, "/overview")
    page.locator("[data-go]").first.wait_for()
    names, unseen = [], []
    for _ in range(60):
        page.keyboard.press("Tab")
        part = page.evaluate_handle(FOCUSED)
        names.append(part.evaluate(NAME))
        if part.evaluate("(part) => Boolean(part.dataset.go)"):
            break
        page.wait_for_timeout(150)
        focused = part.evaluate(LOOK)
        part.evaluate("(part) => part.blur()")
        page.wait_for_timeout(150)
        if part.evaluate(LOOK) == focused and part.evaluate("(part) => part.tagName") != "MAIN":
            unseen.append(names[-1])
        part.evaluate("(part) => part.focus()")
    else:
        raise AssertionError("no tile was reached")
    assert names[0] == "跳到正文"
    for name in ("总览", "涉改覆盖", "口径", "清空并开始正式使用"):
        assert any(name in each for each in names), name
    assert unseen == []
    page.keyboard.press("Enter")
    page.wait_for_url("**/unit?**")


def test_the_landing_page_needs_no_chart_library(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    settled(page, "/overview")
    page.locator("[data-go]").first.wait_for()
    page.wait_for_timeout(1000)
    assert [url for url in asked if "plotly" in url.lower()] == []


def test_the_front_end_is_sent_compressed(page: Page) -> None:
    sent: dict[str, str | None] = {}
    page.on("response", lambda response: sent.update({response.url: response.headers.get("content-encoding")}))
    settled(page, "/overview")
    scripts = {url: encoding for url, encoding in sent.items() if "/static/" in url and url.endswith((".js", ".css"))}
    assert len(scripts) > 20
    assert set(scripts.values()) == {"gzip"}
