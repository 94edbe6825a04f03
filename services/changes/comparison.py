"""Two moments side by side: for each figure the things that moved it, each in its class."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from services.changes import words
from services.changes.change import KINDS, NOTHING, Amount, Change, Split
from services.changes.evidence import far, near
from services.changes.judge import Period, Verdict, departed, happened, learnt
from services.changes.record import Pair, Record
from services.changes.seen import Seen, Thing, is_cell, seen
from services.changes.targets import setting, task
from services.indicators import Indicator, Moment, at, figure, holds, items, together
from services.indicators.things import dimensions, things
from services.store import provenance
from services.store.engine import Connection

# A deadline or a term as it stood before it was put off or renewed.
FIRST = {"due_on": ("original_due_on",), "term_ends_on": ("previous_term_ends_on",)}
Judged = tuple[Verdict, Amount, Thing | None]


class Comparison:
    """Between two moments stands a third: the earlier day with what the later batch knew.

    What changes on the way to it came to be known; what changes from it on happened.
    """

    def __init__(self, connection: Connection, then: Moment, now: Moment) -> None:
        """Read the moments; raises BadRequest for a batch there is none of."""
        self._connection = connection
        self._moments = [at(connection, each) for each in (then, Moment(then.as_of, now.batch), now)]
        self._period = Period(then.as_of, now.as_of)
        self._record = Record(connection, then.batch, now.batch)

    def split(self, indicator: Indicator, where: Mapping[str, str] | None = None) -> Split | None:
        """Give what moved a figure over a slice; None where it cannot be sliced so."""
        return self.splits(indicator, [where or {}])[0]

    def splits(self, indicator: Indicator, slices: Iterable[Mapping[str, str]]) -> list[Split | None]:
        """Give what moved a figure over each slice, with the store asked once for all of them."""
        sides = [items(self._connection, indicator, moment) for moment in self._moments]
        known = set(dimensions(things(indicator, self._moments[0])))
        return [self._split(indicator, sides, where) if set(where) <= known else None for where in slices]

    def _split(self, indicator: Indicator, whole: Sequence[Sequence[Thing]], where: Mapping[str, str]) -> Split:
        sides = [[thing for thing in things if holds(thing, where)] for things in whole]
        first, second, last = (
            figure(indicator, moment, together(indicator, side), whole=not where)
            for moment, side in zip(self._moments, sides, strict=True)
        )
        counted = list(seen(self._record, indicator, sides, whole=not where).values())
        moved = [one for one in counted if one.net != NOTHING]
        moved.sort(key=_official)
        judged: list[Judged] = [(self._judged(indicator, one), one.net, one.things[-1]) for one in moved]
        if indicator.target and not where:
            of = [int(each.of or 0) for each in (first, second, last)]
            told = [sum(one.amounts[moment].of for one in counted) for moment in range(3)]
            cut = task(self._record, indicator.target, self._moments, of, told)
            judged += [(verdict, amount, None) for verdict, amount in cut]
        changes = self._described(indicator, judged)
        return Split(indicator.id, (first.n, first.of), (last.n, last.of), tuple(changes))

    def _judged(self, indicator: Indicator, one: Seen) -> Verdict:
        """Give a thing's class: of a thing that changed in both steps, by the step that moved the numerator."""
        net, thing, period = one.net, one.things[-1], self._period
        own, unit = self._record.pair(thing["ledger"], thing["row"]), thing.get("unit")
        if (net.of if indicator.share else net.n) < 0:
            closed: date | None = (own.new or {}).get("closed_on") if thing["ledger"] == "findings" else None
            in_task = indicator.target is not None or thing["ledger"] == "reform"
            if left := departed(self._record.of_unit("reform", unit), in_task, closed, period):
                return left
        lead = 0 if net.n else 1
        step = 1 if one.passed[lead] * net[lead] > 0 else 0
        for item in indicator.settings:
            if changed := setting(self._record, item, self._moments, step):
                return changed
        trained = bool(indicator.settings) and (lead == 0 or step == 0)
        close, distant = near(self._record, one), far(self._record, one, trained)
        deciding = _deciding(indicator, one, lead)
        if step == 0:
            then = date.max if is_cell(thing) else period.after  # a cell is filled whatever day stands in it
            return learnt(close, distant, deciding, then, self._record.reported)
        others = [pair for pair in close if lead == 0 and pair is not own and _decides(pair, one)] + distant
        return happened(own, others, deciding, period, gained=net[lead] > 0, share=indicator.share)

    def _described(self, indicator: Indicator, judged: Sequence[Judged]) -> list[Change]:
        """Give the changes with names, reasons and places, class by class."""
        rows = [row for verdict, _, _ in judged if (row := words.deciding_version(verdict))]
        sheets = provenance.sources(self._connection, rows)
        changes = []
        for verdict, amount, thing in judged:
            why = words.reason(self._record, verdict, self._period)
            place = words.place(self._record, verdict, indicator.decided_by, sheets)
            name, unit = indicator.target or "", None
            if thing is not None:
                name, unit = words.named(self._record.pair(thing["ledger"], thing["row"]), thing), thing.get("unit")
            changes.append(Change(verdict.kind, unit, name, amount, why, place))
        return sorted(changes, key=lambda change: KINDS.index(change.kind))


def _official(one: Seen) -> tuple[bool, float]:
    position = one.things[-1].get("position")
    return position is None, position or 0


def _deciding(indicator: Indicator, one: Seen, lead: int) -> list[str]:
    """Give the fields whose cells decide, those of the part that moved first."""
    cells = [thing[name] for thing in one.things for name in ("done_field", "field") if thing.get(name)]
    named = [indicator.decided_by, indicator.counted_by or indicator.decided_by]
    fields = [*cells, *(named if lead == 0 else named[::-1])]
    return [name for field in fields for name in (field, *FIRST.get(field, ()))]


def _decides(pair: Pair, one: Seen) -> bool:
    """Say whether a row was counted for the thing, rather than being its unit's."""
    ledgers = {thing.get("done_ledger") for thing in one.things}
    return pair.ledger.id in ledgers or pair.ledger.id == "sessions"
