"""The first elections of the new units, step by step with dates."""

from datetime import date
from typing import Any

from pages.parts.asked import asked
from pages.parts.chart import block, empty, lists
from pages.parts.data import measure, rows, things
from pages.parts.menu import go
from pages.parts.names import short_names
from pages.parts.picture import picture
from services.figures.svg.steps import Walk, steps
from services.share import written

STEPS = {
    "contacted_on": "对接", "founded_approved_on": "组建批复", "requested_on": "请示",
    "meeting_approved_on": "批复召开", "held_on": "大会", "result_approved_on": "结果批复",
}  # fmt: skip


def election_steps() -> None:
    """Show the matrix; a click leads to the unit."""
    view, now = asked()
    units = [thing["unit"] for thing in things(now.stamp, view, "K05") if thing["counted"]]
    measured = measure(now.stamp, view, "K05")
    registered = f"名册登记{len(units)}家" if units else ""
    if units and measured and measured.values.get("gap"):
        registered += f"，任务基数{measured.values['target']}家"
    registered += " · 点一行看单位" if units else ""
    finding = f"新组建单位选举：{written(measured.n)}家走完六步" if units and measured else "新组建单位的选举进度"
    with block(finding, registered, "K04", "K05", "K05a", key="steps"):
        if not units:
            empty("还没有新组建单位。上传单位名册和选举台账后，这里显示每家走到哪一步。")
            return
        days = _days(rows(now.stamp, view.batch, "elections", (("type", "首次选举"),)))
        names = short_names()
        walks = [Walk(names.get(unit, unit), unit, days.get(unit, (None,) * len(STEPS))) for unit in units]
        walks.sort(key=lambda walk: -sum(day is not None and day <= view.as_of for day in walk.days))
        drawn = steps(list(STEPS.values()), walks, view.as_of, f"{finding}，{registered}")
        if target := picture(drawn, "steps"):
            go("unit", view, now, unit=target)
        lists(("看结果已批复的", "K05", "n"), ("看还没有办完的", "K05", "rest"))


def _days(elections: list[dict[str, Any]]) -> dict[str, tuple[date | None, ...]]:
    """Give each unit's day for each step: the first on record where it has several rows."""
    found: dict[str, list[date | None]] = {}
    for row in elections:
        walk = found.setdefault(row["values"]["unit"], [None] * len(STEPS))
        for place, step in enumerate(STEPS):
            walk[place] = min(filter(None, (walk[place], row["values"][step])), default=None)
    return {unit: tuple(walk) for unit, walk in found.items()}
