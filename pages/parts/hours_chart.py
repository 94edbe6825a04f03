"""How many hours people have this year, against the hours asked for."""

from pages.parts.asked import asked
from pages.parts.chart import Listed, block, empty, lists, pick
from pages.parts.measured import measure
from pages.parts.menu import go
from pages.parts.numbers import Table
from pages.parts.theme import dark
from services.figures.histogram import Bar, histogram
from services.ledgers.hour_bands import hour_bands


def hours_chart(threshold: int) -> None:
    """Show the histogram with the line at the threshold in force; a click on a bar leads to its persons."""
    view, now = asked()
    split = measure(now.stamp, view, "K10", by="band")
    of = (split.of or 0) if split else 0
    finding = f"{split.percent}的人学满{threshold}学时" if split and of else "每人本年学时"
    counted = f"{split.n}/{of}人 · 横轴为学时，纵轴为人数，点一条看名单" if split and of else ""
    with block(finding, counted, "K10", key="hours"):
        if not split or not of:
            empty("上传任职台账、培训班次和参训台账后，这里显示每人多少学时。")
            return
        found = {group.key: group.of or 0 for group in split.groups}
        bars = [Bar(band.word, band.start, band.end, found.get(band.word, 0)) for band in hour_bands(threshold)]
        alt = f"每人学时分布：不足{threshold}学时{of - split.n}人，达到的{split.n}人"
        if clicked := pick(histogram(bars, threshold, dark()), alt, "hours"):
            go("rows", view, now, k="K10", part="of", band=clicked[0])
        table = Table(["本年学时", "人数"], [[bar.word, bar.n] for bar in bars])
        lists(Listed("看达标", "K10", "n", split.n), Listed("看未达标", "K10", "rest", of - split.n), table=table)
