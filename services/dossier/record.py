"""What is known of one unit at a day: the rows of its ledgers, and what the indicators make of them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from services.figures.palette import RECTIFICATION, State

Values = Mapping[str, Any]
LATE, SOON = State("逾期", "▲", "late"), State("临期", "◔", "soon")
TRANSFERRED = State("随移交转出", "／", "off")
FINDING = {state.word: state for state in (*RECTIFICATION, TRANSFERRED)}
CLOSED = ("已销号", "随移交转出")


@dataclass(frozen=True)
class Roll:
    """The unit's people in post: how many were trained this year, how many have the hours, and who came on which day.

    `trained` and `hours` are (n, of); None where nothing was uploaded of them. `heads` are 人次 by day.
    """

    trained: tuple[int, int] | None = None
    hours: tuple[int, int] | None = None
    heads: tuple[tuple[date, int], ...] = ()


@dataclass(frozen=True)
class Record:
    """One unit as known at `as_of`; values of rows by field.

    `soon`: from how many days before its deadline a thing is 临期. `stage`: where its 涉改处置 stands. `findings`
    bear their `state`. `overdue`: names of organisations past their term.
    """

    unit: Values
    as_of: date
    soon: int
    stage: str | None = None
    reform: Values | None = None
    elections: Sequence[Values] = ()
    orgs: Sequence[Values] = ()
    overdue: frozenset[str] = frozenset()
    findings: Sequence[Values] = ()
    weak_orgs: Sequence[Values] = ()
    roll: Roll = field(default_factory=Roll)

    @property
    def moved_on(self) -> date | None:
        """The day the unit was handed over, None while it is 在管."""
        reform = self.reform or {}
        day: date | None = reform.get("completed_on") if reform.get("disposition") == "移交" else None
        return day if self.past(day) else None

    @property
    def first_election(self) -> Values | None:
        """The first election of a newly formed unit, as far as it got."""
        found = [each for each in self.elections if each["type"] == "首次选举"]
        return max(found, key=lambda each: len(steps_taken(each, ELECTION, self.as_of)), default=None)

    def past(self, day: date | None) -> bool:
        """Say whether a day has come."""
        return day is not None and day <= self.as_of

    def late(self, due: date | None) -> int | None:
        """Give by how many days a deadline is past (negative: still ahead)."""
        return None if due is None else (self.as_of - due).days

    def days(self, due: date | None) -> str:
        """Give in words how long a deadline is past or still ahead."""
        late = self.late(due)
        if late is None:
            return ""
        return f"逾期{late}天" if late > 0 else f"还有{-late}天" if late else "今天到期"

    def urgency(self, due: date | None) -> State | None:
        """Give 逾期 or 临期 where an open thing is that."""
        late = self.late(due)
        if late is None or late < -self.soon:
            return None
        return LATE if late > 0 else SOON

    def finding(self, values: Values) -> State:
        """Give how a finding is marked: its state, or that it is late or soon due while it is open."""
        state = FINDING[values["state"]]
        return state if state.word in (*CLOSED, "长期坚持") else self.urgency(values["due_on"]) or state


REFORM = {"reform_on": "改革落地", "requested_on": "请示", "approved_on": "批复", "completed_on": "完成"}
ELECTION = {
    "contacted_on": "对接", "founded_approved_on": "组建批复", "requested_on": "请示",
    "meeting_approved_on": "批复召开", "held_on": "大会", "result_approved_on": "结果批复",
}  # fmt: skip


def steps_taken(values: Values, steps: Mapping[str, str], as_of: date) -> tuple[tuple[str, date], ...]:
    """Give (word, day) of the steps taken by `as_of`, in their order."""
    return tuple((word, values[name]) for name, word in steps.items() if values[name] and values[name] <= as_of)


def election_days(elections: Iterable[Values]) -> dict[str, tuple[date | None, ...]]:
    """Give each unit's day for each step of an election: the first on record where it has several rows."""
    found: dict[str, list[date | None]] = {}
    for row in elections:
        walk = found.setdefault(row["unit"], [None] * len(ELECTION))
        for place, step in enumerate(ELECTION):
            walk[place] = min(filter(None, (walk[place], row[step])), default=None)
    return {unit: tuple(walk) for unit, walk in found.items()}
