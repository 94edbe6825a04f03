"""新任书记: who was trained within the months asked for, who was not, whose months are still running."""

from pages.parts.asked import asked
from pages.parts.chart import Listed, block, empty, lists
from pages.parts.menu import go
from pages.parts.numbers import Table
from pages.parts.picture import picture
from pages.parts.reported import unreported
from services.figures.html.segments import Segment, segments
from services.indicators import Measure


def induction_bar(measured: Measure | None) -> None:
    """Show the new 书记 of the last 12 months in three parts; a click leads to the people."""
    view, now = asked()
    missing = unreported("K11")
    n, of = (int(measured.n), measured.of or 0) if measured else (0, 0)
    running = measured.values["not_due"] if measured else 0
    new = of + running
    finding = f"近12个月新任书记{new}人，按期培训{n}人" if new and not missing else "新任书记任职培训"
    with block(finding, "点一条看人员" if new and not missing else "", "K11", key="induction"):
        if missing:
            empty(f"上传{missing}后，这里显示新任书记参加任职培训没有。")
            return
        if not new:
            empty("近12个月没有新任书记。")
            return
        parts = [
            Segment("✓", "按期参加任职培训", n, "done", "n"),
            Segment("□", "任职已满规定月数，还没有参加", of - n, "todo", "rest"),
            Segment("／", "未到期，还没有参加", running, "off", "beside"),
        ]
        alt = "，".join(f"{part.word}{part.n}人" for part in parts)
        if part := picture(segments(parts, "人", alt), "induction"):
            go("rows", view, now, k="K11", part=part)
        table = Table(["情况", "人数"], [[part.word, part.n] for part in parts])
        lists(Listed("看未参加", "K11", "rest", of - n), Listed("看未到期", "K11", "beside", running), table=table)
