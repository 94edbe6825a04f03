"""The wall for as long as SCREEN_MINUTES says, with a new picture each second: its memory and its nodes must stay."""

import os
import time
from typing import Any

from playwright.sync_api import CDPSession, sync_playwright

from tests.browser.conftest import CHROMIUM, QUIET
from tests.browser.screen_picture import kind_of, told, usual
from tests.browser.screen_server import ScreenServer

LEAF = 5  # seconds
COUNTED = "document.querySelectorAll('*').length"


def bench() -> None:
    """Print heap and nodes once a minute; nothing without SCREEN_MINUTES."""
    minutes = int(os.environ.get("SCREEN_MINUTES", "0"))
    if not minutes or CHROMIUM is None:
        print("Screen: SCREEN_MINUTES=30 plays the wall for half an hour\n")
        return
    server = ScreenServer()
    server.start()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        page = browser.new_page(viewport={"width": 1920, "height": 1080})
        page.goto(f"{server.url}/screen")
        metrics = page.context.new_cdp_session(page)
        print("Screen minute   heap kB   nodes   elements")
        for second in range(minutes * 60 + 1):
            if second % 60 == 0:
                print(f"{second // 60:13} {measured(metrics)} {page.evaluate(COUNTED):10}", flush=True)
            server.show(picture(second))
            time.sleep(1)
        browser.close()
    server.stop()
    print()


def picture(second: int) -> dict[str, Any]:
    """Give the usual picture with one tile, one title and one figure that change."""
    shown = usual()
    for page in shown["pages"]:
        page["seconds"] = LEAF
    page = kind_of(shown, "tiles")
    page["title"] = f"87个涉改单位已完成{second % 88}个"
    page["figures"][0]["n"] = str(second % 88)
    page["body"]["items"][second % 87]["state"] = "late"
    return told(shown)


def measured(metrics: CDPSession) -> str:
    metrics.send("HeapProfiler.collectGarbage")
    metrics.send("Performance.enable")
    found = {each["name"]: each["value"] for each in metrics.send("Performance.getMetrics")["metrics"]}
    return f"{found['JSHeapUsedSize'] / 1024:9.0f} {found['Nodes']:7.0f}"
