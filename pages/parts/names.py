"""Short names of units, where a picture has no room for the full one."""

from pages.parts.asked import asked
from pages.parts.data import rows


def short_names() -> dict[str, str]:
    """Give each unit's 简称 by its full name, the full name where it has none."""
    view, now = asked()
    found = (row["values"] for row in rows(now.stamp, view.batch, "units"))
    return {values["name"]: values["short_name"] or values["name"] for values in found}
