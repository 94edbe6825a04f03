"""What others committed after a preview was made, and which of its rows they touched."""

from collections.abc import Mapping
from dataclasses import dataclass

from services.batches.history import BatchInfo, batch_changes, history
from services.batches.plan import Change, Preview
from services.store import Store


@dataclass(frozen=True)
class Overtaking:
    """A batch written after a preview: how many rows it touched by ledger, and those that the preview speaks of too."""

    batch: BatchInfo
    touched: Mapping[str, int]
    shared: tuple[Change, ...]


def overtaken(store: Store, preview: Preview) -> list[Overtaking]:
    """Give the batches written since the preview was made, oldest first; none where nobody wrote."""
    spoken_of = {(sheet.ledger, key) for sheet in preview.sheets if sheet.ledger for key in sheet.keys}
    if preview.options.drop_missing:
        spoken_of |= {(change.ledger, change.key) for sheet in preview.sheets for change in sheet.changes}
    later = [batch for batch in history(store) if batch.id > preview.base]
    return [_overtaking(batch, batch_changes(store, batch.id), spoken_of) for batch in reversed(later)]


def _overtaking(batch: BatchInfo, changes: list[Change], spoken_of: set[tuple[str, str]]) -> Overtaking:
    touched: dict[str, int] = {}
    for change in changes:
        touched[change.ledger] = touched.get(change.ledger, 0) + 1
    return Overtaking(batch, touched, tuple(change for change in changes if (change.ledger, change.key) in spoken_of))
