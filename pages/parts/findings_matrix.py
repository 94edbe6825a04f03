"""Which units have which kind of finding still open."""

from collections import Counter

from pages.parts.asked import asked
from pages.parts.chart import block, empty, lists
from pages.parts.data import things
from pages.parts.menu import go
from pages.parts.names import short_names
from pages.parts.picture import picture
from pages.parts.reported import unreported
from services.figures.svg.matrix import matrix
from services.ledgers.findings import CATEGORIES

AT_MOST = 15


def findings_matrix() -> None:
    """Show the units with the most open findings against the categories; a click leads to the unit."""
    view, now = asked()
    found = [thing for thing in things(now.stamp, view, "K17") if thing["counted"] and not thing["done"]]
    counts = Counter((thing["unit"], thing["category"] or "未填") for thing in found)
    totals = Counter(thing["unit"] for thing in found)
    ranked = [unit for unit, _ in totals.most_common(AT_MOST)]
    missing = unreported("K17")
    none = "单位和类别" if missing else "没有未销号的问题"
    finding = f"{len(totals)}家单位还有{len(found)}项未销号" if found else none
    counted = f"列出未销号较多的{len(ranked)}家" if len(totals) > AT_MOST else ""
    with block(finding, counted, "K17", key="matrix"):
        if not found:
            empty(f"上传{missing}后，这里按单位和类别显示未销号的问题。" if missing else "问题都已销号。")
            return
        shown = {category for unit, category in counts if unit in ranked}
        categories = [word for word in (*CATEGORIES, "未填") if word in shown]
        names = short_names()
        drawn = matrix([(names.get(unit, unit), unit) for unit in ranked], categories, counts, f"{finding}，按类别分列")
        if target := picture(drawn, "matrix"):
            go("unit", view, now, unit=target)
        lists(("看未销号的", "K17", "rest"))
