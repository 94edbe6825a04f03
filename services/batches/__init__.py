"""Uploading: preview, then commit exactly what was shown; undo; what happened so far."""

from services.batches.effects import Effect, effects
from services.batches.empty import empty_demonstration
from services.batches.history import BatchInfo, batch_changes, history
from services.batches.plan import Change, Options, Preview, SheetPreview
from services.batches.preview import preview
from services.batches.undo import Conflict, Undone, undo
from services.batches.write import commit

__all__ = [
    "BatchInfo", "Change", "Conflict", "Effect", "Options", "Preview", "SheetPreview", "Undone",
    "batch_changes", "commit", "effects", "empty_demonstration", "history", "preview", "undo",
]  # fmt: skip
