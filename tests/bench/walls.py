"""Walls on the real server: what twenty of them cost it, and how soon one is painted."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from http.client import HTTPConnection
from pathlib import Path
from statistics import median
from threading import Thread

from playwright.sync_api import Browser, sync_playwright

from services.screen import screens
from services.screen.pairing import code, redeem
from services.screen.playlist import DEFAULT
from services.store import Store
from tests.browser.conftest import CHROMIUM, QUIET, ROOT, free_port, wait_for

WALLS, SECONDS, LOADS = 20, 60, 7
DATA, LEAF = 15, 20  # seconds between two looks at the picture, and on a leaf
PAINTED = """() => new Promise((done) => {
  const painted = () => requestAnimationFrame(() => setTimeout(() => done(performance.now())));
  const look = () => (document.querySelector("article[data-now] h1") ? painted() : requestAnimationFrame(look));
  look();
})"""


def bench() -> None:
    """Print the share of a core and the time to paint; the share only where the system tells it (/proc)."""
    store = Store.open()
    tokens = [paired(store, f"大屏{place}") for place in range(WALLS)]
    with served() as (port, run):
        if Path("/proc/self/stat").exists():
            print(f"Screens: {WALLS} walls cost {100 * cost(port, run.pid, tokens):.1f} % of a core", flush=True)
        if CHROMIUM:
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
                times = [painted(browser, port, tokens[0]) for _ in range(LOADS)]
                print(f"Screens: painted after {median(times):.0f} ms (best {min(times):.0f})\n")
                browser.close()


def paired(store: Store, name: str) -> str:
    """Give the token of the wall of a new screen."""
    now = datetime.now(UTC)
    screens.add(store, name, DEFAULT.name, "甲")
    return redeem(store, "screen", code(store, name, "screen", now).written, now)[1]


@contextmanager
def served() -> Iterator[tuple[int, subprocess.Popen[bytes]]]:
    """Run the server on the store of this bench."""
    port = free_port()
    command = [sys.executable, "-m", "streamlit", "run", "app.py", f"--server.port={port}"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as run:
        try:
            wait_for(f"http://127.0.0.1:{port}/_stcore/health", run)
            yield port, run
        finally:
            run.terminate()


def cost(port: int, pid: int, tokens: list[str]) -> float:
    """Give the share of a core the server uses while these walls play."""
    until = time.monotonic() + LEAF + SECONDS
    walls = [Thread(target=play, args=(port, token, place, until)) for place, token in enumerate(tokens)]
    for wall in walls:
        wall.start()
    time.sleep(LEAF)  # until all of them are there
    began, used = time.monotonic(), processor(pid)
    time.sleep(SECONDS - 1)
    share = (processor(pid) - used) / (time.monotonic() - began)
    for wall in walls:
        wall.join()
    return share


def play(port: int, token: str, place: int, until: float) -> None:
    """Ask what a wall asks: the picture each 15 s, its state all the time, and say where it stands on each leaf."""
    time.sleep(place * LEAF / WALLS)
    picture = state = None
    looked = told = float("-inf")
    while time.monotonic() < until:
        if time.monotonic() - looked > DATA:
            looked, picture, state = time.monotonic(), ask(port, token, "/screen/data", picture) or picture, None
        if time.monotonic() - told > LEAF:
            told = time.monotonic()
            at = {"page": 0, "leaf": int(told) % 9, "leaves": [9], "paused": False, "blank": False, "counter": 0}
            ask(port, token, "/screen/at", None, json.dumps(at))
        state = ask(port, token, "/screen/state", state) or state


def ask(port: int, token: str, path: str, known: str | None, body: str | None = None) -> str | None:
    """Ask for a path, or send it a body, and give the ETag of the answer."""
    connection = HTTPConnection("127.0.0.1", port, timeout=30)
    headers = {"Cookie": f"paired_screen={token}", "If-None-Match": known or "-"}
    if body:
        headers |= {"Content-Type": "application/json", "Origin": f"http://127.0.0.1:{port}"}
    connection.request("POST" if body else "GET", path, body, headers)
    answer = connection.getresponse()
    answer.read()
    connection.close()
    assert answer.status in (200, 204, 304), f"{path}: {answer.status}"
    return answer.headers["ETag"]


def processor(pid: int) -> float:
    """Give the seconds of processor a process has used."""
    own, system = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[11:13]
    return (int(own) + int(system)) / os.sysconf("SC_CLK_TCK")


def painted(browser: Browser, port: int, token: str) -> float:
    """Give the milliseconds until a browser that has nothing of the wall has painted it."""
    url = f"http://127.0.0.1:{port}"
    context = browser.new_context(viewport={"width": 1920, "height": 1080})
    context.add_cookies([{"name": "paired_screen", "value": token, "url": url}])
    page = context.new_page()
    page.goto(f"{url}/screen", wait_until="commit")
    found = float(page.evaluate(PAINTED))
    context.close()
    return found
