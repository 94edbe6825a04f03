"""Which units have which kind of finding still open."""

from collections import Counter
from urllib.parse import parse_qsl

from pages.parts.asked import asked
from pages.parts.chart import Listed, block, empty, lists
from pages.parts.data import things
from pages.parts.filters import choose
from pages.parts.menu import go
from pages.parts.names import short_names
from pages.parts.numbers import Table
from pages.parts.picture import picture
from pages.parts.reported import unreported
from services.figures.html.matrix import matrix
from services.ledgers.findings import CATEGORIES

AT_MOST = 15


def findings_matrix() -> None:
    """Show the units with the most open findings against the categories.

    A cell leads to its findings, a name to the unit, the head of a column filters the page.
    """
    view, now = asked()
    found = [thing for thing in things(now.stamp, view, "K17") if thing["counted"] and not thing["done"]]
    counts = Counter((thing["unit"], thing["category"] or "未填") for thing in found)
    totals = Counter(thing["unit"] for thing in found)
    ranked = [unit for unit, _ in totals.most_common(AT_MOST)]
    missing = unreported("K17")
    none = "单位和类别" if missing else "没有未销号的问题"
    finding = f"{len(totals)}家单位还有{len(found)}项未销号" if found else none
    listed = f"列出较多的{len(ranked)}家 · " if len(totals) > AT_MOST else ""
    with block(finding, f"{listed}点数字看问题，点单位看单位，点类别只看这一类" if found else "", "K17", key="matrix"):
        if not found:
            empty(f"上传{missing}后，这里按单位和类别显示未销号的问题。" if missing else "问题都已销号。")
            return
        shown = {category for unit, category in counts if unit in ranked}
        categories = [word for word in (*CATEGORIES, "未填") if word in shown]
        names = short_names()
        drawn = matrix([(names.get(unit, unit), unit) for unit in ranked], categories, counts, f"{finding}，按类别分列")
        if target := picture(drawn, "matrix"):
            _follow(dict(parse_qsl(target)))
        table = Table(
            ["单位", *categories, "合计"],
            [[unit, *(counts[unit, each] for each in categories), totals[unit]] for unit in ranked],
        )
        lists(Listed("看未销号", "K17", "rest", len(found)), table=table)


def _follow(target: dict[str, str]) -> None:
    view, now = asked()
    if len(target) == 2:
        go("rows", view, now, k="K17", part="rest", **target)
    elif "unit" in target:
        go("unit", view, now, **target)
    else:
        choose("category", target["category"])
