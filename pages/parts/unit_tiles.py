"""The named tile grid of the 涉改 units: where each stands, with the gap to the task shown as tiles of its own."""

from collections import Counter

from pages.parts.asked import asked
from pages.parts.chart import block, empty, lists
from pages.parts.data import measure, things
from pages.parts.menu import go
from pages.parts.names import short_names
from pages.parts.picture import picture
from services.figures.palette import REFORM
from services.figures.svg.tiles import Tile, tiles

STATES = {state.word: state for state in REFORM}
UNREGISTERED = "未登记"


def unit_tiles() -> None:
    """Show the grid; a click leads to the unit."""
    view, now = asked()
    found = things(now.stamp, view, "K01a")
    task = measure(now.stamp, view, "K01")
    gap = max(0, (task.values.get("gap") or 0) if task else 0) if found else 0
    counted = Counter(thing["state"] for thing in found)
    finding = f"{len(found)}家涉改单位，{counted['已完成']}家已完成处置" if found else "每家涉改单位的进度"
    with block(finding, _counted(len(found), gap), "K01", "K01a", key="tiles"):
        if not found:
            empty("还没有涉改单位。上传单位名册后，每家单位在这里是一个方格。")
            return
        names, order = short_names(), list(STATES)
        ranked = sorted(found, key=lambda thing: order.index(thing["state"]))
        drawn = [Tile(names[each["unit"]], each["unit"], STATES[each["state"]]) for each in ranked]
        drawn += [Tile(UNREGISTERED, None, STATES[UNREGISTERED])] * gap
        said = "，".join(f"{state}{count}家" for state, count in counted.items())
        if target := picture(tiles(drawn, f"涉改单位方格图：{said}"), "tiles"):
            go("unit", view, now, unit=target)
        lists(("看名单", "K01a", "n"))


def _counted(registered: int, gap: int) -> str:
    said = f"名册登记{registered}家" + (f"，任务基数还差{gap}家没有登记" if gap else "")
    return f"{said} · 点方格看单位" if registered else ""
