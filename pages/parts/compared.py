"""The two moments that are compared: the snapshot chosen in the strip and what is looked at, the earlier one first."""

from dataclasses import dataclass

from pages.parts.data import Now
from pages.parts.view import View
from services.indicators import Moment


@dataclass(frozen=True)
class Compared:
    """The moments with the names they are called by; `backwards`: the snapshot is the later one."""

    then: Moment
    until: Moment
    then_name: str
    until_name: str
    backwards: bool


def compared(view: View, now: Now) -> Compared | None:
    """Give them; None where the view is compared with nothing."""
    if view.against is None:
        return None
    snapshot, shown = Moment(*now.snapshots[view.against]), Moment(view.as_of, view.batch)
    if (snapshot.as_of, snapshot.batch) <= (shown.as_of, shown.batch):
        return Compared(snapshot, shown, view.against, "现在", False)
    return Compared(shown, snapshot, f"截至{view.as_of:%Y-%m-%d}", view.against, True)


def said(moment: Moment) -> str:
    """Give a moment in words."""
    return f"截至{moment.as_of:%Y-%m-%d}，按第{moment.batch}批所知"
