"""Changes of 目标与口径: the task that is the denominator, and the settings a figure depends on."""

from collections.abc import Sequence
from datetime import date

from services.changes.change import Amount, Kind
from services.changes.judge import Verdict
from services.changes.record import Pair, Record, Version
from services.indicators import At


def setting(record: Record, item: str, moments: Sequence[At], step: int) -> Verdict | None:
    """Give what changed a setting from moment `step` (0 or 1) to the next; None where it stayed as it was."""
    before, after = moments[step], moments[step + 1]
    old, new = before.targets[item], after.targets[item]
    if old == new:
        return None
    pair = _in_force(record, item, after.as_of)
    words = f"{item}由{old}改为{new}"
    if pair is None or pair.new is None:
        return Verdict("更正", words=words)
    if step == 0:
        batch = record.batches[pair.new["batch_in"]]
        return Verdict("更正", pair, "value", f"{words}，第{batch['id']}批，{batch['made_by']}")
    return Verdict("真变化", pair, "value", f"自{pair.new['effective_on']}起{words}")


def task(
    record: Record, item: str, moments: Sequence[At], of: Sequence[int], told: Sequence[int]
) -> list[tuple[Verdict, Amount]]:
    """Give what the task's own change did to the denominator, in each of the two steps.

    `of` is the denominator at the three moments, `told` the part of it that single units account for.
    """
    found = []
    for step in (0, 1):
        left = (of[step + 1] - of[step]) - (told[step + 1] - told[step])
        if left:
            verdict = setting(record, item, moments, step) or Verdict("更正", words=f"不再涉及的多于{item}，分母按0计")
            kind: Kind = "移交核减" if step == 1 and left < 0 else verdict.kind
            found.append((Verdict(kind, verdict.pair, verdict.field, verdict.words), Amount(0, left)))
    return found


def _in_force(record: Record, item: str, day: date) -> Pair | None:
    """Give the newest row about the item that holds on the day, as it was last known."""

    def since(row: Version | None) -> date | None:
        return row["effective_on"] if row and row["item"] == item and row["effective_on"] <= day else None

    dated = [(started, pair) for pair in record.all("targets") if (started := since(pair.new))]
    return max(dated, key=lambda each: each[0])[1] if dated else None
