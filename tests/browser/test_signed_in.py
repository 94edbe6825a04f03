"""A signed-in person's page: whose it is stands in the band, files can be taken, and its end is said."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from services.access.roles import Role
from tests.access.gate.server import Server, account, change, filled, served
from tests.browser.test_pages import settled

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("signed_in")
    with served(filled(folder / "store.db"), folder) as run:
        yield run


@pytest.fixture(scope="module")
def address(server: Server) -> str:
    return server.origin


def come_in(page: Page, server: Server, name: str) -> None:
    account(server.store, name, [Role.ANALYST])
    cookie, _, token = server.cookie(name)["Cookie"].partition("=")
    page.context.add_cookies([{"name": cookie, "value": token, "url": server.origin}])
    settled(page, "/upload")
    expect(page.get_by_text(name)).to_be_visible()


def test_a_file_is_taken_without_leaving_the_page(page: Page, server: Server) -> None:
    come_in(page, server, "taker")
    with page.expect_download() as download:
        page.get_by_role("link", name="空白模板").first.click()
    assert download.value.suggested_filename == "单位名册（模板）.xlsx"
    assert len(page.context.pages) == 1
    expect(page.get_by_text("可以上传的台账")).to_be_visible()


def test_other_rights_begin_the_page_anew_and_it_says_so(page: Page, server: Server) -> None:
    come_in(page, server, "changing")
    change(server.store, "changing", roles=[Role.LEADER])
    expect(page.get_by_text("账号的权限有变化")).to_be_visible()
    expect(page.get_by_role("link", name="涉改覆盖").first).to_be_visible()
    expect(page.get_by_role("link", name="上传", exact=True)).to_have_count(0)


def test_a_closed_account_is_back_at_the_sign_in(page: Page, server: Server) -> None:
    come_in(page, server, "leaving")
    change(server.store, "leaving", disabled=True)
    expect(page.get_by_text("登录已结束")).to_be_visible()
    assert page.url.startswith(f"{server.origin}/sign-in?ended=1")
