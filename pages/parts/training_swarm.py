"""Training coverage unit by unit, one line of dots per 领域."""

from pages.parts.asked import asked
from pages.parts.chart import block, empty, lists, pick
from pages.parts.data import measure, things
from pages.parts.menu import go
from pages.parts.theme import dark
from services.figures.swarm import Dot, swarm
from services.ledgers.units import DOMAINS
from services.share import written


def training_swarm() -> None:
    """Show the dots; a click leads to the unit."""
    view, now = asked()
    split = measure(now.stamp, view, "K08", by="unit")
    groups = split.groups if split else ()
    domain = {thing["unit"]: thing["domain"] for thing in things(now.stamp, view, "K08")}
    full = sum(group.n == group.of for group in groups)
    finding = f"{len(groups)}家单位，{full}家全部参训" if groups else "各单位参训情况"
    counted = f"在任{written(split.n)}/{written(split.of)}人已参训 · 点圆点看单位" if split and split.of else ""
    with block(finding, counted, "K08", key="swarm"):
        if not groups:
            empty("上传任职台账和参训台账后，每家单位在这里是一个点。")
            return
        dots = [Dot(g.key, domain.get(g.key) or "未填", int(g.n), g.of) for g in groups if g.of]
        lines = [word for word in (*DOMAINS, "未填") if any(dot.line == word for dot in dots)]
        alt = f"各单位书记、委员参训比例，{len(dots)}家中{full}家为全部"
        if target := pick(swarm(dots, lines, "已参训", dark()), alt, "swarm"):
            go("unit", view, now, unit=target)
        lists(("看已参训的", "K08", "n"), ("看未参训的", "K08", "rest"))
