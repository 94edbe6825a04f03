"""The named tile grid of the 涉改 units: where each stands, with the gap to the task shown as tiles of its own."""

from collections import Counter
from typing import Any

import streamlit as st

from pages.parts.asked import asked
from pages.parts.chart import Listed, block, empty, lists
from pages.parts.data import things
from pages.parts.measured import measure
from pages.parts.menu import go
from pages.parts.names import short_names
from pages.parts.numbers import Table
from pages.parts.picture import picture
from pages.parts.reported import unreported
from services.figures.html.tiles import Tile, tiles
from services.figures.palette import REFORM, UNREPORTED
from services.ledgers.units import DOMAINS

STATES = {state.word: state for state in (*REFORM, UNREPORTED)}
UNREGISTERED = "未登记"
BY_STATE, BY_DOMAIN = "按进度", "按领域"


def unit_tiles(sortable: bool = False) -> None:
    """Show the grid by state, where `sortable` also by 领域; a click leads to the unit."""
    view, now = asked()
    missing = unreported("K01")
    found = things(now.stamp, view, "K01a")
    if missing:  # then nobody knows who has not begun
        found = [{**thing, "state": UNREPORTED.word} for thing in found]
    task = measure(now.stamp, view, "K01")
    gap = max(0, (task.values.get("gap") or 0) if task else 0) if found else 0
    counted = Counter(thing["state"] for thing in found)
    stands = f"还没有上传{missing}" if missing else f"{counted['已完成']}家已完成处置"
    finding = f"{len(found)}家涉改单位，{stands}" if found else "每家涉改单位的进度"
    with block(finding, _counted(len(found), gap), "K01", "K01a", key="tiles"):
        if not found:
            empty("还没有涉改单位。上传单位名册后，每家单位在这里是一个方格。")
            return
        names, order = short_names(), list(STATES)
        ranked = sorted(found, key=lambda thing: order.index(thing["state"]))
        heads = []
        if sortable and _sorting() == BY_DOMAIN:
            heads = [*_by_domain(ranked), (f"{UNREGISTERED} {gap}", gap)]
        drawn = [Tile(names[each["unit"]], each["unit"], STATES[each["state"]]) for each in ranked]
        drawn += [Tile(UNREGISTERED, None, STATES[UNREGISTERED])] * gap
        said = "，".join(f"{state}{count}家" for state, count in counted.items())
        if target := picture(tiles(drawn, f"涉改单位方格图：{said}", heads), "tiles"):
            go("unit", view, now, unit=target)
        rows = [(each["unit"], each["domain"], each["disposition"], each["state"]) for each in ranked]
        lists(Listed("看名单", "K01a", "n", len(found)), table=Table(("单位", "领域", "处置方式", "进度"), rows))


def _sorting() -> str:
    return st.segmented_control(
        "排列", [BY_STATE, BY_DOMAIN], default=BY_STATE, required=True, key="tiles_by", label_visibility="collapsed"
    )


def _by_domain(ranked: list[dict[str, Any]]) -> list[tuple[str, int]]:
    """Sort by 领域, within one as before, and give for each its heading with n/N and how many tiles it has."""
    kinds = [*DOMAINS, None]
    ranked.sort(key=lambda thing: kinds.index(thing["domain"]))
    heads = []
    for kind in kinds:
        own = [thing for thing in ranked if thing["domain"] == kind]
        done = sum(thing["state"] == "已完成" for thing in own)
        unknown = any(thing["state"] == UNREPORTED.word for thing in own)
        heads.append((f"{kind or '未填'} {len(own) if unknown else f'{done}/{len(own)}'}", len(own)))
    return heads


def _counted(registered: int, gap: int) -> str:
    said = f"名册登记{registered}家" + (f"，任务基数还差{gap}家没有登记" if gap else "")
    return f"{said} · 点方格看单位" if registered else ""
