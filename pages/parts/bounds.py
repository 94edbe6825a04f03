"""What the end of a piece of work waits for, in words: at most three units."""

from collections.abc import Callable
from datetime import date

from pages.parts.asked import asked
from pages.parts.data import rows
from pages.parts.names import short_names
from pages.parts.progress import Progress
from services import critical
from services.critical import Bound
from services.narrative import day, week


def bounds(work: Progress) -> str:
    """Give the units whose steps or deadlines reach furthest, else those with the most left; nothing at the end."""
    view, now = asked()
    if work.indicator == "K01":
        units = {task.unit for task in work.tasks}
        reform = [row["values"] for row in rows(now.stamp, view.batch, "reform") if row["values"]["unit"] in units]
        found = critical.by_steps(reform, view.as_of)
        said = _listed("按各步通常用时，最晚的", found, lambda end: f"约{week(end, view.as_of)}")
        put_off = sum(row["status_text"] == critical.POSTPONED for row in reform)
        return "；".join(part for part in (said, f"{'另有' if said else ''}{put_off}家暂缓" if put_off else "") if part)
    title = "剩下最多的" if work.kind.yearly else "时限最晚的"
    found = critical.by_deadline(work.tasks, view.as_of, work.kind.word)
    return _listed(title, found, lambda end: f"最晚{day(end, view.as_of)}")


def _listed(title: str, found: list[Bound], when: Callable[[date], str]) -> str:
    short = short_names()
    words = [(short.get(each.unit, each.unit), each.why, when(each.day) if each.day else "") for each in found]
    said = [f"{unit}（{why}，{end}）" if end else f"{unit}（{why}）" for unit, why, end in words]
    return f"{title}：{'、'.join(said)}" if said else ""
