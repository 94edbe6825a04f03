"""A real server with the demonstration data and a real Chromium that tells on every page it opens."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect, sync_playwright
from playwright.sync_api import TimeoutError as PlaywrightTimeout

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
# Without these Chromium looks for its maker's hosts at every start.
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
QUIET += ["--disable-sync", "--disable-quic", "--no-first-run"]
DONE = "[data-testid=stApp][data-test-script-state=notRunning]"
TRIES, PATIENCE = 5, 6_000  # milliseconds a try
# What our policy forbids is told by an event; the console alone keeps some of it back.
VIOLATIONS = (
    "addEventListener('securitypolicyviolation', (event) => "
    "console.error(`policy: ${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}`))"
)
expect.set_options(timeout=30_000)  # milliseconds: a page on a busy machine says late what it says


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder of the server at `address`; its store is store.db."""
    return tmp_path_factory.mktemp("server")


@pytest.fixture(scope="session")
def address(folder: Path) -> Iterator[str]:
    """Give the address of a server started as `make run` starts it, on a new store and another port."""
    with served(folder, "app.py") as url:
        yield url


@contextmanager
def served(folder: Path, *program: str) -> Iterator[str]:
    """Run a server on `folder`/store.db and give its address; `program` is what Python is to run."""
    url = f"http://127.0.0.1:{free_port()}"
    env = {**os.environ, "DATABASE_URL": f"sqlite:///{folder / 'store.db'}"}
    command = [sys.executable, *program, f"--server.port={url.rpartition(':')[2]}"]
    with (
        (folder / "log").open("wb") as log,
        subprocess.Popen(command, cwd=ROOT, env=env, stdout=log, stderr=log) as run,
    ):
        try:
            wait_for(f"{url}/_stcore/health", run)
            yield url
        finally:
            run.terminate()


def wait_for(health: str, run: subprocess.Popen[bytes]) -> None:
    for _ in range(600):
        assert run.poll() is None, "the server ended before it answered"
        try:
            urllib.request.urlopen(health, timeout=5).close()
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise AssertionError("the server did not answer within two minutes")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine (Debian: apt-get install chromium)")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture
def page(chromium: Browser, address: str) -> Iterator[Page]:
    """Give an empty tab.

    The test fails if its console shows an error, if it asks another host for anything, and if our policy forbids it
    anything.
    """
    context = chromium.new_context(base_url=address, locale="zh-CN", viewport={"width": 1366, "height": 768})
    context.add_init_script(VIOLATIONS)
    tab = context.new_page()
    told: list[str] = []
    tab.on("console", lambda message: told.append(f"console: {message.text}") if message.type == "error" else None)
    tab.on("pageerror", lambda error: told.append(f"error: {error}"))
    tab.on("request", lambda request: None if is_local(request.url, address) else told.append(f"host: {request.url}"))
    yield tab
    context.close()
    assert told == []


def is_local(url: str, address: str) -> bool:
    return url.startswith((address, address.replace("http", "ws", 1), "data:", "blob:", "about:"))


def choose(page: Page, box: Locator, option: str) -> None:
    """Choose from a list by its box, and wait for the page that follows.

    By key, and again where it must: a list that opens while the page still scrolls or draws shuts again.
    """
    wanted = page.get_by_role("option", name=option, exact=True)
    for _ in range(TRIES):
        page.wait_for_selector(DONE)
        box.press("ArrowDown")
        try:
            wanted.click(timeout=PATIENCE)
        except PlaywrightTimeout:
            page.keyboard.press("Escape")
        else:
            page.wait_for_selector(DONE)
            return
    raise AssertionError(f"the list never offered {option}")
