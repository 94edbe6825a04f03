"""Uploading: preview, then commit exactly what was shown; undo; what happened so far."""

from services.batches.effects import Effect, effects
from services.batches.empty import empty_demonstration
from services.batches.history import BatchInfo, batch_changes, history
from services.batches.layouts import corrections, forget, remember
from services.batches.overtaken import Overtaking, overtaken
from services.batches.plan import Change, Options, Preview, Remembered, SheetPreview
from services.batches.preview import preview
from services.batches.undo import Conflict, Undone, undo
from services.batches.write import commit
from services.ingest.correction import SECTION, Correction

__all__ = [
    "SECTION", "BatchInfo", "Change", "Conflict", "Correction", "Effect", "Options", "Overtaking", "Preview",
    "Remembered", "SheetPreview", "Undone", "batch_changes", "commit", "corrections", "effects",
    "empty_demonstration", "forget", "history", "overtaken", "preview", "remember", "undo",
]  # fmt: skip
