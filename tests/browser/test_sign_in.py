"""Signing in as a person does: with a temporary password, without a script, by way of the house's own provider."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from oidc_provider_mock import User, run_server_in_thread
from playwright.sync_api import Browser, BrowserContext, Page, expect

from services.access import accounts
from services.access.accounts import Rights
from services.store import Store
from tests.access.people import ADMIN, ANALYST, LEADER, PASSWORD, everybody
from tests.browser.conftest import served

pytestmark = pytest.mark.filterwarnings("ignore:get_jwt_config")  # what the provider itself uses of its library
NEW = "tapir-quilt-9-marzipan"
PROGRAM = ("-m", "streamlit", "run", "app.py", "--server.headless=true")


@pytest.fixture(scope="module")
def provider() -> Iterator[str]:
    with run_server_in_thread(user_claims=[User(sub="sub-1", claims={"preferred_username": "Wang.Wu"})]) as server:
        yield f"http://localhost:{server.server_port}"


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory, provider: str) -> Iterator[tuple[str, Store]]:
    """Give the address of a server that knows a provider, and its store with an account of every role."""
    folder = tmp_path_factory.mktemp("house")
    store = Store.open(f"sqlite:///{folder / 'store.db'}")
    everybody(store)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("OIDC_ISSUER", provider)
        patch.setenv("OIDC_CLIENT_ID", "kanban")
        patch.setenv("OIDC_CLIENT_SECRET", "secret")
        with served(folder, *PROGRAM) as address:
            yield address, store


def context(chromium: Browser, address: str, scripts: bool = True) -> BrowserContext:
    return chromium.new_context(base_url=address, locale="zh-CN", java_script_enabled=scripts)


def sign_in(page: Page, name: str, password: str) -> None:
    page.get_by_label("登录名").fill(name)
    page.get_by_label("密码").fill(password)
    page.get_by_role("button", name="登录").click()


def test_a_new_person_comes_in_by_a_temporary_password(chromium: Browser, house: tuple[str, Store]) -> None:
    address, store = house
    password = accounts.new_password(store, ADMIN, ADMIN)
    with context(chromium, address) as browser:
        page, told = browser.new_page(), []
        page.on("console", lambda message: told.append(message.text) if message.type == "error" else None)
        page.goto("/people")
        expect(page).to_have_url(f"{address}/sign-in?next=%2Fpeople")
        sign_in(page, ADMIN, password)
        expect(page.get_by_role("heading", name="修改密码")).to_be_visible()
        page.goto("/people")
        page.get_by_label("临时密码").fill(password)
        page.get_by_label("新密码", exact=True).fill(NEW)
        page.get_by_label("再输一遍新密码").fill(NEW)
        page.get_by_role("button", name="修改密码").click()
        expect(page.get_by_text("这里只发临时密码")).to_be_visible()
        page.get_by_role("link", name="我的登录").click()
        expect(page.get_by_text("本次")).to_be_visible()
        assert told == []


def test_all_of_it_works_without_a_script(chromium: Browser, house: tuple[str, Store]) -> None:
    address, _ = house
    with context(chromium, address, scripts=False) as phone, context(chromium, address, scripts=False) as desk:
        for browser in (phone, desk):
            browser.new_page().goto("/sign-in?next=/sessions")
            sign_in(browser.pages[0], ANALYST, PASSWORD)
        away, page = phone.pages[0], desk.pages[0]
        expect(page.get_by_role("listitem")).to_have_count(2)
        page.get_by_role("button", name="结束", exact=True).click()
        expect(page.get_by_role("listitem")).to_have_count(1)
        away.reload()
        expect(away.get_by_role("heading", name="登录")).to_be_visible()
        page.get_by_role("button", name="退出登录").click()
        expect(page.get_by_text("已退出登录")).to_be_visible()
        page.go_back()
        expect(page.get_by_role("button", name="登录", exact=True)).to_be_visible()


def test_who_signed_in_at_the_provider_is_in(chromium: Browser, house: tuple[str, Store], provider: str) -> None:
    address, store = house
    accounts.change(store, LEADER, Rights(("领导",), login="wang.wu"), ADMIN)
    with context(chromium, address) as browser:
        page = browser.new_page()
        page.goto("/training")
        page.get_by_role("link", name="用统一身份认证登录").click()
        expect(page).to_have_url(re.compile(re.escape(provider)))
        page.get_by_role("button", name="sub-1").click()
        expect(page).to_have_url(re.compile(rf"{re.escape(address)}/training"))
        expect(page.get_by_text(LEADER, exact=True)).to_be_visible()


def test_a_link_from_another_site_finds_one_signed_in(
    chromium: Browser, house: tuple[str, Store], tmp_path: Path
) -> None:
    address, _ = house
    with context(chromium, address) as browser:
        page = browser.new_page()
        page.goto("/sign-in?next=/sessions")
        sign_in(page, LEADER, PASSWORD)
        expect(page.get_by_text("本次")).to_be_visible()
        page.route("http://portal.example/", lambda route: route.fulfill(
            content_type="text/html", body=f'<a href="{address}/training">open</a>'))  # fmt: skip
        page.goto("http://portal.example/")
        page.get_by_role("link").click()
        expect(page.get_by_text(LEADER, exact=True)).to_be_visible()
        expect(page).to_have_url(re.compile(rf"{re.escape(address)}/training"))
