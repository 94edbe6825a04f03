"""How many hours people have this year, against the hours asked for."""

from pages.parts.asked import asked
from pages.parts.chart import block, chart, empty, lists
from pages.parts.data import measure, things
from pages.parts.theme import dark
from services.figures.histogram import hours
from services.share import written


def hours_chart(threshold: int) -> None:
    """Show the histogram with the line at the threshold in force."""
    view, now = asked()
    measured = measure(now.stamp, view, "K10")
    values = [float(thing["hours"]) for thing in things(now.stamp, view, "K10")]
    finding = f"满{threshold}学时的{measured.percent}" if measured and values else "每人本年学时"
    counted = (
        f"{written(measured.n)}/{written(measured.of)}人 · 横轴为学时，纵轴为人数" if measured and measured.of else ""
    )
    with block(finding, counted, "K10", key="hours"):
        if not values:
            empty("上传任职台账、培训班次和参训台账后，这里显示每人多少学时。")
            return
        below = sum(value < threshold for value in values)
        alt = f"每人学时分布：不足{threshold}学时{below}人，达到的{len(values) - below}人"
        chart(hours(values, threshold, dark()), alt, "hours")
        lists(("看达标的", "K10", "n"), ("看未达标的", "K10", "rest"))
