"""One of the three pieces of work at the view: where it stands and stood, how it got here, when it will be done."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from pages.parts.asked import asked
from pages.parts.measured import against, measure, trend
from pages.parts.months import months, months_of_the_year
from pages.parts.reported import unreported
from pages.parts.tasks import tasks
from services.forecast import Forecast, Task, forecast
from services.indicators import Measure, Point
from services.narrative import Work
from services.tasks import due_by, target


def _year(as_of: date) -> list[date]:
    return months(as_of, 12)


@dataclass(frozen=True)
class Kind:
    """What the piece of work is called, how its things are counted, and the links to its two lists.

    `yearly`: it starts anew every January and is due by the end of the year.
    """

    name: str
    word: str
    done: str
    rest: str
    days: Callable[[date], list[date]] = _year
    yearly: bool = False


KINDS: Mapping[str, Kind] = {
    "K01": Kind("涉改处置", "家", "看已完成", "看未完成"),
    "K08": Kind("履职培训", "人", "看已参训", "看未参训", months_of_the_year, yearly=True),
    "K17": Kind("督查整改", "项", "看已销号", "看未销号"),
}


@dataclass(frozen=True)
class Progress:
    """`trend`: (n, of) at each of `days`. `measured` is None where the ledger behind it holds nothing."""

    indicator: str
    kind: Kind
    as_of: date
    measured: Measure | None
    before: Measure | None
    tasks: list[Task]
    days: list[date]
    trend: list[Point | None]
    target: date | None
    ahead: Forecast | str

    @property
    def work(self) -> Work:
        """Give what a sentence needs of it."""
        return Work(self.measured, self.before, self.ahead, self.target, self.kind.yearly)

    @property
    def planned(self) -> int | None:
        """Give how many were to be done by 截至."""
        return due_by(self.tasks, self.as_of)

    @property
    def points(self) -> list[tuple[str, float | None]]:
        """Give (month, share) for a small trend; None where there is no denominator yet."""
        shares = [at[0] / at[1] if at and at[1] else None for at in self.trend]
        return [(f"{day:%Y-%m}", share) for day, share in zip(self.days, shares, strict=True)]


def progress(indicator: str) -> Progress:
    """Give the piece of work that is measured by K01, K08 or K17."""
    view, now = asked()
    kind, measured = KINDS[indicator], measure(now.stamp, view, indicator)
    if unreported(indicator) or measured is None:
        return Progress(indicator, kind, view.as_of, None, None, [], [], [], None, "")
    days = kind.days(view.as_of)
    before = against(now, view, indicator).get(indicator)
    if kind.yearly and view.against and now.snapshots[view.against][0].year != view.as_of.year:
        before = None  # another year's count
    found = tasks(indicator)
    walked, ahead = trend(now.stamp, view, indicator, days), forecast(found, view.as_of)
    until = target(indicator, found, view.as_of)
    return Progress(indicator, kind, view.as_of, measured, before, found, days, walked, until, ahead)
