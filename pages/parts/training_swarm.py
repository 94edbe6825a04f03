"""Training coverage unit by unit, one line of dots per 领域."""

from pages.parts.asked import asked
from pages.parts.chart import Listed, block, empty, lists, pick
from pages.parts.data import things
from pages.parts.measured import measure
from pages.parts.menu import go
from pages.parts.numbers import Table
from pages.parts.theme import dark
from services.figures.swarm import Dot, swarm
from services.ledgers.units import DOMAINS


def training_swarm() -> None:
    """Show the dots; a click leads to the unit."""
    view, now = asked()
    split = measure(now.stamp, view, "K08", by="unit")
    groups = [group for group in (split.groups if split else ()) if group.of]
    full = sum(group.n == group.of for group in groups)
    finding = f"{full}/{len(groups)}家单位全部参训" if groups else "各单位参训情况"
    counted = f"在任{split.n}/{split.of}人已参训 · 点圆点看单位" if split and groups else ""
    with block(finding, counted, "K08", key="swarm"):
        if not split or not groups:
            empty("上传任职台账和参训台账后，每家单位在这里是一个点。")
            return
        domain = {thing["unit"]: thing["domain"] for thing in things(now.stamp, view, "K08")}
        dots = [Dot(g.key, domain.get(g.key) or "未填", int(g.n), g.of or 0) for g in groups]
        lines = [word for word in (*DOMAINS, "未填") if any(dot.line == word for dot in dots)]
        alt = f"各单位书记、委员参训比例，{len(dots)}家中{full}家为全部"
        if clicked := pick(swarm(dots, lines, "已参训", dark()), alt, "swarm"):
            go("unit", view, now, unit=clicked[0])
        left = (split.of or 0) - split.n
        table = Table(
            ["领域", "单位", "已参训", "在任", "比例"],
            [[d.line, d.name, d.n, d.of, g.percent] for d, g in zip(dots, groups, strict=True)],
        )
        lists(Listed("看已参训", "K08", "n", split.n), Listed("看未参训", "K08", "rest", left), table=table)
