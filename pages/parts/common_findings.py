"""共性问题: the categories found in the most units."""

from pages.parts.chart import block, empty, lists
from pages.parts.picture import picture
from services.figures.svg.counts import counts
from services.indicators import Measure

AT_MOST = 8


def common_findings(measured: Measure | None) -> None:
    """Show the categories by the number of units concerned."""
    rows = measured.values["categories"][:AT_MOST] if measured else []
    finding = f"“{rows[0]['name']}”涉及单位最多，{rows[0]['units']}家" if rows else "共性问题"
    with block(finding, "按涉及单位数", "K22", key="common"):
        if not rows:
            empty("上传督查问题整改台账后，这里列出多家单位都有的问题。")
            return
        drawn = [(row["name"], row["units"], f"{row['units']}家 {row['items']}项") for row in rows]
        picture(counts(drawn, "，".join(f"{label}{said}" for label, _, said in drawn)), "common")
        lists(("看全部问题", "K22", "n"))
