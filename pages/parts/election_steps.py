"""The first elections of the new units, step by step with dates."""

from datetime import date

from pages.parts.asked import asked
from pages.parts.chart import Listed, block, empty, lists
from pages.parts.data import rows, things
from pages.parts.measured import measure
from pages.parts.menu import go
from pages.parts.names import short_names
from pages.parts.numbers import Table
from pages.parts.picture import picture
from pages.parts.reported import unreported
from services.dossier import ELECTION as STEPS
from services.dossier import election_days
from services.figures.html.steps import Walk, steps, taken


def election_steps() -> None:
    """Show the matrix, those on their way first; a name leads to the unit."""
    view, now = asked()
    units = [thing["unit"] for thing in things(now.stamp, view, "K05") if thing["counted"]]
    measured, missing = measure(now.stamp, view, "K05"), unreported("K05")
    if not units or not measured or missing:
        with block("新组建单位的选举进度", "", "K04", "K05", "K05a", key="steps"):
            said = f"上传{missing}" if units and missing else "还没有新组建单位。上传单位名册和选举台账"
            empty(f"{said}后，这里显示每家走到哪一步。")
        return
    days = election_days(row["values"] for row in rows(now.stamp, view.batch, "elections", (("type", "首次选举"),)))
    names = short_names()
    walks = [_walk(unit, names.get(unit, unit), days.get(unit, (None,) * len(STEPS)), view.as_of) for unit in units]
    walks.sort(key=lambda walk: taken(walk.days, view.as_of) == len(STEPS))
    left = int((measured.of or 0) - measured.n)
    finding = f"{measured.n}/{measured.of}家办完选举" + (f"，{left}家还没有办完" if left else "")
    gap = measured.values.get("gap")
    counted = f"名册登记{len(units)}家" + (f"，任务基数{measured.values['target']}家" if gap else "")
    with block(f"新组建单位选举：{finding}", f"{counted} · 点单位看全部记录", "K04", "K05", "K05a", key="steps"):
        drawn = steps(list(STEPS.values()), walks, view.as_of, f"新组建单位选举步骤：{finding}")
        if target := picture(drawn, "steps"):
            go("unit", view, now, unit=target)
        table = Table(["单位", *STEPS.values()], [[walk.target, *map(_iso, walk.days)] for walk in walks])
        lists(Listed("看办完的", "K05", "n", measured.n), Listed("看没有办完的", "K05", "rest", left), table=table)


def _walk(unit: str, name: str, days: tuple[date | None, ...], as_of: date) -> Walk:
    last = max((day for day in days if day and day <= as_of), default=None)
    waits = "" if last is None else f"已等{(as_of - last).days}天"
    return Walk(name, unit, days, waits)


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
