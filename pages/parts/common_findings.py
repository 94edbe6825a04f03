"""共性问题: the categories found in the most units."""

from pages.parts.asked import asked
from pages.parts.chart import Listed, block, empty, lists
from pages.parts.filters import choose
from pages.parts.measured import measure
from pages.parts.numbers import Table
from pages.parts.picture import picture
from services.figures.html.counts import counts

AT_MOST, NAMED = 10, 3


def common_findings() -> None:
    """Show the categories by the number of units concerned; a click filters the page by the category."""
    view, now = asked()
    measured = measure(now.stamp, view.only("domain"), "K22")
    rows = measured.values["categories"][:AT_MOST] if measured else []
    most = [f"“{row['name']}”" for row in rows if row["units"] == rows[0]["units"]]
    leading = "、".join(most) if len(most) <= NAMED else f"{len(most)}类问题"
    each = "各" if len(most) > 1 else ""
    finding = f"{leading}涉及单位最多，{each}{rows[0]['units']}家" if rows else "共性问题"
    with block(finding, "按涉及单位数 · 点一条只看这一类，再点一次恢复" if rows else "", "K22", key="common"):
        if not measured or not rows:
            empty("上传督查问题整改台账后，这里列出多家单位都有的问题。")
            return
        drawn = [(row["name"], row["units"], f"{row['units']}家 {row['items']}项") for row in rows]
        alt = "，".join(f"{label}{said}" for label, _, said in drawn)
        targets = {label: label for label, _, _ in drawn}
        if word := picture(counts(drawn, alt, targets, view.where.get("category")), "common"):
            choose("category", word)
        table = Table(["类别", "单位数", "项数"], [[row["name"], row["units"], row["items"]] for row in rows])
        shown = measure(now.stamp, view, "K22")
        lists(Listed("看问题", "K22", "n", shown.n if shown else None), table=table)
