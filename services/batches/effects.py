"""Which figures an upload would move: the batch is written, measured and taken back in one transaction."""

from dataclasses import dataclass
from datetime import date

from services.batches.plan import Preview
from services.batches.write import apply
from services.indicators import Measure, Moment, at, measure
from services.ledgers import indicators
from services.store import Store


@dataclass(frozen=True)
class Effect:
    """One figure that would move."""

    id: str
    name: str
    before: Measure
    after: Measure


class _TakenBack(Exception):
    pass


def effects(store: Store, preview: Preview, as_of: date) -> list[Effect]:
    """Give the figures at `as_of` that committing the preview would change. Nothing is written."""
    if preview.outcome != "ready":
        return []
    found: list[Effect] = []
    try:
        with store.write() as connection:
            before = {
                key: measure(connection, each, at(connection, Moment(as_of, preview.base)))
                for key, each in indicators().items()
            }
            batch = apply(connection, preview, "预览")
            now = at(connection, Moment(as_of, batch))
            for key, each in indicators().items():
                was, will = before[key], measure(connection, each, now)
                if (
                    was is not None
                    and will is not None
                    and (was.n, was.of, was.values) != (will.n, will.of, will.values)
                ):
                    found.append(Effect(key, each.name, was, will))
            raise _TakenBack
    except _TakenBack:
        return found
