"""No English is left in what a user reads, hears or finds under the pointer, whatever language the browser speaks."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, WebSocketRoute, expect

from tests.browser.test_pages import NAMES, settled

pytestmark = pytest.mark.browser

SAMPLES = Path(__file__).resolve().parents[2] / "data" / "samples"
QUERIES = {"unit": "?unit=市发展和改革委员会", "rows": "?k=K19&part=n", "changes": "?k=K17"}
# What may stay: names of files and their kinds, sizes, the codes of figures.
# Names of files and formats, codes of figures, digests, and the one command that has to be typed.
ALLOWED = re.compile(
    r"[^\s，。、：（）“”/]*\.(?:xlsx|xlsm|xls|et|csv|tsv|pdf)\b|\b(?:CSV|Excel|Word)\b|-[0-9A-Z]{4}\b"
    r"|(?<![0-9A-Za-z])[0-9a-f]{12,64}(?![0-9A-Za-z])|python -m services account add|--[a-z]+"
)
ENGLISH = re.compile(r"[A-Za-z]{3,}")
SAID = """() => {
  const found = [], names = ["aria-label", "title", "placeholder", "alt", "aria-valuetext", "aria-roledescription"];
  const walk = (node) => {
    if (node.nodeType === Node.TEXT_NODE) found.push(node.nodeValue);
    if (node.nodeType === Node.ELEMENT_NODE) {
      if (node.matches("style, script, noscript, [data-testid=stIconMaterial], [data-testid$=DynamicIcon]")) return;
      for (const name of names) if (node.hasAttribute(name)) found.push(`${name}: ${node.getAttribute(name)}`);
      node.shadowRoot?.childNodes.forEach(walk);
    }
    node.childNodes.forEach(walk);
  };
  walk(document.body);
  return [document.title, ...found];
}"""


def english(page: Page) -> list[str]:
    """Give every text and every name of a part that has an English word in it."""
    page.wait_for_timeout(500)  # a widget that opens is drawn in steps
    said = (re.sub(r"^(?:aria-[a-z]+|title|placeholder|alt): ", "", text) for text in page.evaluate(SAID))
    return [text for text in said if ENGLISH.search(ALLOWED.sub("", text))]


@pytest.fixture
def visitor(chromium: Browser, address: str) -> Iterator[Page]:
    """Give a tab of a browser set to English: what it says of itself must not matter."""
    context = chromium.new_context(base_url=address, locale="en-US", viewport={"width": 1440, "height": 1000})
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("name", NAMES)
def test_a_page(visitor: Page, name: str) -> None:
    settled(visitor, f"/{name}{QUERIES.get(name, '')}")
    visitor.wait_for_timeout(1500)
    assert english(visitor) == []


def test_the_boxes_of_the_strip(visitor: Page) -> None:
    settled(visitor, "/coverage")
    visitor.get_by_test_id("stDateInputCalendarButton").click()
    expect(visitor.get_by_text("十月").first).to_be_visible()
    assert english(visitor) == []
    visitor.keyboard.press("Escape")
    year = visitor.get_by_role("spinbutton").first
    year.press("Backspace")
    assert english(visitor) == []
    year.press_sequentially("1800")
    assert english(visitor) == []
    visitor.get_by_test_id("stSelectbox").last.click()
    visitor.keyboard.type("qqq")
    expect(visitor.get_by_text("没有匹配的")).to_be_visible()
    assert [text for text in english(visitor) if text != "qqq"] == []


def test_what_opens_on_a_click(visitor: Page) -> None:
    settled(visitor, "/overview")
    visitor.get_by_role("button", name="口径").first.click()
    expect(visitor.get_by_test_id("stPopoverBody")).to_be_visible()
    assert english(visitor) == []
    visitor.keyboard.press("Escape")
    visitor.get_by_role("button", name="清空并开始正式使用").click()
    expect(visitor.get_by_role("button", name="关闭")).to_be_visible()
    assert english(visitor) == []


def test_a_table_and_its_menus(visitor: Page) -> None:
    settled(visitor, "/rows?k=K19&part=n")
    table = visitor.get_by_test_id("stDataFrame").first
    expect(table).to_be_visible()
    visitor.wait_for_timeout(1500)
    for name, key in (("显示或隐藏列", "Escape"), ("查找", "Escape"), ("全屏", "Escape")):
        table.hover()
        visitor.get_by_role("button", name=re.compile(name)).first.click()
        assert english(visitor) == []
        visitor.keyboard.press(key)
        visitor.mouse.click(5, 900)
    menu = visitor.get_by_test_id("stDataFrameColumnMenu")
    for x in range(56, 300, 6):  # the menu's button is drawn on the canvas, at the end of the column's title
        table.click(position={"x": x, "y": 18})
        if menu.count():
            break
    visitor.get_by_role("menuitem", name="统计").hover()
    expect(visitor.get_by_text("不重复")).to_be_visible()
    assert english(visitor) == []


def test_a_table_that_is_searched_says_how_often_it_hit(visitor: Page) -> None:
    settled(visitor, "/rows?k=K19&part=n")
    table = visitor.get_by_test_id("stDataFrame").first
    table.hover()
    visitor.get_by_role("button", name=re.compile("查找")).first.click()
    visitor.keyboard.type("市")
    expect(visitor.get_by_test_id("search-result-area")).to_contain_text("处")
    visitor.keyboard.press("Enter")
    assert english(visitor) == []


def test_an_upload_that_goes_wrong_and_one_that_goes_well(visitor: Page) -> None:
    settled(visitor, "/upload")
    expect(visitor.get_by_text("选择文件")).to_be_visible()
    uploader = visitor.locator("input[type=file]").first
    uploader.set_input_files({"name": "太大.csv", "mimeType": "text/csv", "buffer": b"1,2\n" * 6_000_000})
    expect(visitor.get_by_test_id("stFileChip")).to_be_visible()
    assert english(visitor) == []
    settled(visitor, "/upload")
    sample = next(SAMPLES.glob("09-*实际.xlsx"))
    visitor.locator("input[type=file]").first.set_input_files(sample)
    expect(visitor.get_by_role("button", name="提交").first).to_be_visible(timeout=60_000)
    visitor.wait_for_timeout(1500)
    assert english(visitor) == []


def test_a_server_that_is_gone(visitor: Page) -> None:
    sockets: list[WebSocketRoute] = []

    def connect(socket: WebSocketRoute) -> None:
        socket.connect_to_server()
        sockets.append(socket)

    visitor.route_web_socket(re.compile("_stcore/stream"), connect)
    settled(visitor, "/overview")
    visitor.route(re.compile("_stcore/(health|host-config)"), lambda route: route.abort())
    sockets[-1].close()
    expect(visitor.get_by_role("dialog")).to_contain_text("与服务器的连接断了", timeout=60_000)
    expect(visitor.get_by_role("dialog")).to_contain_text("正在自动重连")
    assert english(visitor) == []
