"""The three rounds of 督查 and what had become of their findings by the default day."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Fate:
    """`count` findings that share a course of events.

    `outcome`: closed, late (closed after the first deadline), waiting (says done), open, untouched, kept up
    (长期坚持), at once (立行立改), by stages (分阶段), withdrawn, handed over (open when its unit left). `dues`: the
    deadlines to draw from. `moved`: the day of the change and the new deadline. `closed_by`: the last day of closing.
    """

    outcome: str
    count: int
    dues: tuple[date, ...] = ()
    moved: tuple[date, date] | None = None
    closed_by: date | None = None


@dataclass(frozen=True)
class Round:
    """One round: how many units were visited, from which day findings were fed back, and their fates."""

    name: str
    code: str
    first_day: date
    units: int
    fates: tuple[Fate, ...]

    @property
    def count(self) -> int:
        """How many findings the round had."""
        return sum(fate.count for fate in self.fates)


ROUNDS = (
    Round(
        "2022年第一轮党建督查", "2022-1", date(2022, 5, 9), 34,
        (
            Fate("closed", 92, (date(2022, 7, 31), date(2022, 8, 31), date(2022, 9, 30), date(2022, 12, 31))),
            Fate("late", 19, (date(2022, 7, 31), date(2022, 9, 30)), closed_by=date(2023, 1, 18)),
            Fate("late", 3, (date(2022, 7, 31),), (date(2022, 8, 15), date(2022, 10, 31)), date(2022, 10, 27)),
            Fate("open", 2, (date(2022, 12, 31),)),
            Fate("kept up", 3),
            Fate("withdrawn", 1, (date(2022, 9, 30),)),
        ),
    ),
    Round(
        "2022年第二轮党建督查", "2022-2", date(2022, 10, 17), 38,
        (
            Fate("closed", 84, (date(2023, 1, 31), date(2023, 2, 28), date(2023, 3, 31), date(2023, 6, 30))),
            Fate("late", 23, (date(2023, 1, 31), date(2023, 3, 31)), closed_by=date(2023, 8, 25)),
            Fate("late", 5, (date(2023, 5, 31),), (date(2023, 6, 12), date(2023, 9, 30)), date(2023, 9, 22)),
            Fate("open", 4, (date(2023, 3, 31), date(2023, 6, 30))),
            Fate("open", 2, (date(2023, 5, 31),), (date(2023, 6, 12), date(2023, 8, 31))),
            Fate("waiting", 2, (date(2023, 12, 31),)),
            Fate("at once", 3),
            Fate("kept up", 6),
            Fate("withdrawn", 1, (date(2023, 3, 31),)),
        ),
    ),
    Round(
        "2023年第一轮党建督查", "2023-1", date(2023, 4, 10), 40,
        (
            Fate("closed", 40, (date(2023, 7, 31), date(2023, 8, 31), date(2023, 9, 30), date(2023, 12, 31))),
            Fate("late", 12, (date(2023, 7, 31), date(2023, 8, 31)), closed_by=date(2023, 10, 27)),
            Fate("open", 6, (date(2023, 10, 8), date(2023, 10, 15), date(2023, 10, 25))),
            Fate("open", 5, (date(2023, 8, 31), date(2023, 9, 15))),
            Fate("open", 8, (date(2023, 10, 31), date(2023, 11, 3), date(2023, 11, 10), date(2023, 11, 15))),
            Fate("open", 3, (date(2023, 8, 31),), (date(2023, 9, 8), date(2023, 11, 10))),
            Fate("open", 5, (date(2023, 7, 31),), (date(2023, 8, 10), date(2023, 11, 30))),
            Fate("open", 34, (date(2023, 11, 30), date(2023, 12, 31))),
            Fate("untouched", 7, (date(2023, 12, 31),)),
            Fate("waiting", 14, (date(2023, 11, 30), date(2023, 12, 31))),
            Fate("at once", 3),
            Fate("by stages", 2),
            Fate("kept up", 9),
            Fate("handed over", 2, (date(2023, 8, 31),)),
        ),
    ),
)  # fmt: skip
