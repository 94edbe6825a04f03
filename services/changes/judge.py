"""Which class a change belongs to, and the cell that says so. Pure: rows in, a verdict out."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from services.changes.change import Kind
from services.changes.record import Pair, Reported
from services.ledger import Kind as Cell
from services.ledgers.population import WITHDRAWN

# Kinds of cell that figures look at; texts and plain counts explain nothing unless an indicator names them.
WATCHED = frozenset(
    {Cell.DATE, Cell.DUE, Cell.CHOICE, Cell.BOOL, Cell.REF, Cell.ATTENDED,
     Cell.HOURS, Cell.YEAR}
)  # fmt: skip
HANDED_OVER = "移交"
DEADLINES = ("due_on", "original_due_on", "term_ends_on", "previous_term_ends_on")

# How things stood on the day they were reported.
UNDATED = ("status", "filled", "members", "full_members")


@dataclass(frozen=True)
class Verdict:
    """The class, the row that decided and the field of it (None: the whole row came or went), or words instead."""

    kind: Kind
    pair: Pair | None = None
    field: str | None = None
    words: str = ""


@dataclass(frozen=True)
class Period:
    """The days from then to now: what happened on `after` lies before them, on `until` within."""

    after: date
    until: date


def departed(reforms: Iterable[Pair], in_task: bool, closed: date | None, period: Period) -> Verdict | None:
    """Say whether the unit left: 不再涉及 takes it out of the task (`in_task`), its 移交 out of 在管.

    `closed`: the day the thing itself was done with; what was done before the handover did not leave by it.
    """
    for pair in reforms:
        if in_task:
            if _word(pair.new) == WITHDRAWN and _word(pair.old) != WITHDRAWN:
                return Verdict("移交核减", pair, "status_text")
            continue
        left, before = _handed_over(pair.new, period.until), _handed_over(pair.old, period.after)
        if left and not before and not (closed and closed < left):
            return Verdict("移交核减", pair, "completed_on")
    return None


def _word(row: dict[str, Any] | None) -> str | None:
    word: str | None = row["status_text"] if row else None
    return word


def _handed_over(row: dict[str, Any] | None, day: date) -> date | None:
    if row is None or row["disposition"] != HANDED_OVER:
        return None
    completed: date | None = row["completed_on"]
    return completed if completed and completed <= day else None


def learnt(
    near: Sequence[Pair], far: Sequence[Pair], deciding: Sequence[str], then: date, batches: Mapping[int, Reported]
) -> Verdict:
    """Say what came to be known by `then`: the first difference, in the fields that decide before any other.

    What an undo brings is a correction. What bears no date, such as 现任委员数, is as of the day it was reported.
    """
    for pairs, wanted in ((near, deciding), (far, None), (near, None)):
        for pair in pairs:
            if (pair.old is None) != (pair.new is None):
                came = pair.new is not None and not batches[pair.new["batch_in"]].undoes
                return Verdict("补报" if came else "更正", pair)
            field = _differing(pair, wanted, then)
            if field and pair.old and pair.new:
                reported = batches[pair.new["batch_in"]]
                if field in UNDATED and reported.day > then and not reported.undoes:
                    return Verdict("真变化", pair, field)
                filled = pair.old[field] is None and not reported.undoes
                return Verdict("补报" if filled else "更正", pair, field)
    return Verdict("更正", words="所依据的其他记录有变动")


def _differing(pair: Pair, wanted: Sequence[str] | None, then: date) -> str | None:
    if pair.old is None or pair.new is None:
        return None
    names = [name for name in wanted if name in pair.new] if wanted is not None else _watched(pair)
    before, after = ({name: _known_by(row[name], name, then) for name in names} for row in (pair.old, pair.new))
    return next((name for name in names if before[name] != after[name]), None)


def _known_by(value: Any, name: str, day: date) -> Any:
    """Give the value as a figure at `day` sees it: what is dated later has not happened yet."""
    return None if isinstance(value, date) and name not in DEADLINES and value > day else value


def _watched(pair: Pair) -> list[str]:
    watched = (column.id for column in pair.ledger.columns if column.kind in WATCHED)
    return sorted(watched, key=lambda name: name != "status")  # what it says outweighs any date beside it


def happened(
    own: Pair, others: Sequence[Pair], deciding: Sequence[str], period: Period, *, gained: bool, share: bool
) -> Verdict:
    """Say what happened in the period: the deciding field's date where it lies there, else what else is dated there.

    `own` is the thing's row, `others` those that were counted for it. A share loses nothing by a training or by a
    completion: a person left, or a new year began.
    """
    dated = [(pair, name) for pair in (own, *others) for name in _days(pair) if _lies_within(pair, name, period)]
    if not gained and share:
        dated = [(pair, name) for pair, name in dated if (pair.ledger.id, name) == ("posts", "ended_on")]
        if not dated and period.after.year != period.until.year:
            return Verdict("真变化", words=f"进入{period.until.year}年，按新年度计")
    if gained:
        decided = [(pair, name) for field in deciding for pair, name in dated if name == field]
        elsewhere = [(pair, name) for pair, name in dated if pair is not own]
        ahead = [(own, name) for name in deciding if name in DEADLINES and own.new and own.new.get(name)]
        dated = decided or elsewhere or ahead or dated
    return Verdict("真变化", *dated[0]) if dated else Verdict("真变化", words="随截至日期推移")


def _days(pair: Pair) -> list[str]:
    """Give the fields that may hold a day, the later steps first; a session counts by its start alone."""
    if pair.ledger.id == "sessions":
        return ["started_on"]
    hidden = [name for name in DEADLINES if pair.new and name in pair.new and name not in pair.ledger.by_id]
    return [*(column.id for column in reversed(pair.ledger.columns)), *hidden]


def _lies_within(pair: Pair, name: str, period: Period) -> bool:
    day = pair.new and pair.new[name]
    if not isinstance(day, date):
        return False
    first, last = min(period.after, period.until), max(period.after, period.until)
    # A deadline counts from the day after it.
    return first <= day < last if name in DEADLINES else first < day <= last
