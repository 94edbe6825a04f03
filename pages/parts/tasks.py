"""What a figure counts at the view, as tasks."""

from pages.parts.asked import asked
from pages.parts.data import rows, things
from pages.parts.measured import measure
from services import tasks as pure
from services.forecast import Task


def tasks(indicator: str) -> list[Task]:
    """Give the tasks of K01, K08 or K17 at the view."""
    view, now = asked()
    found = things(now.stamp, view, indicator)
    if indicator != "K01":
        return pure.tasks(indicator, found)
    whole = measure(now.stamp, view, "K01")
    reform = (row["values"] for row in rows(now.stamp, view.batch, "reform"))
    return pure.tasks(indicator, found, reform, (whole.of or 0) if whole else 0)
