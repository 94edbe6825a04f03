"""Which figures an upload would move: the batch is written, measured and taken back in one transaction."""

from dataclasses import dataclass
from datetime import date

from services.batches.plan import Preview
from services.batches.write import apply
from services.indicators import Measure, Moment, at, measure_all
from services.ledgers import indicators
from services.store import Store
from services.store.engine import Connection


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
    """Give the figures at `as_of` that committing the preview would change. Nothing is written.

    Raises Stale where somebody committed since the preview was made.
    """
    if preview.outcome != "ready":
        return []
    with store.read() as connection:
        before = _figures(connection, Moment(as_of, preview.base))
    try:
        with store.write() as connection:
            after = _figures(connection, Moment(as_of, apply(connection, preview, "预览")))
            raise _TakenBack
    except _TakenBack:
        return [
            Effect(key, was.name, was, after[key])
            for key, was in before.items()
            if (was.n, was.of, was.values) != (after[key].n, after[key].of, after[key].values)
        ]


def _figures(connection: Connection, moment: Moment) -> dict[str, Measure]:
    return {each.id: each for each in measure_all(connection, indicators().values(), at(connection, moment))}
