"""Where the plan says the reform should be: the tick on the bar of K01."""

from pages.parts.asked import asked
from pages.parts.data import rows, things


def planned() -> int | None:
    """Give how many 涉改 units of the view were to be done by 截至, None where no unit has a planned day."""
    view, now = asked()
    units = {thing["unit"] for thing in things(now.stamp, view, "K01") if thing["counted"]}
    found = (row["values"] for row in rows(now.stamp, view.batch, "reform"))
    days = [values["planned_on"] for values in found if values["unit"] in units and values["planned_on"]]
    return sum(day <= view.as_of for day in days) if days else None
