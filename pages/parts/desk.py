"""What one analyst has on the desk: the file as it was previewed, and what became of it. No streamlit in here.

A page's script is stopped at its next st.* call by the next click; so a commit is one call, and what came of it is
kept by plain assignment before the page says anything.
"""

from dataclasses import dataclass, field
from datetime import date

from services import batches
from services.batches import Effect, Options, Preview
from services.errors import DashboardError
from services.store import Store


@dataclass(frozen=True)
class Receipt:
    """What was committed: the batch's number and the preview that was written."""

    batch: int
    preview: Preview


@dataclass
class Desk:
    """The state of the upload page in one session.

    `round` counts the files taken in, `reads` the previews made; `file` names one upload, `weighed` is the day for
    which `effects` hold. `overtaken`: somebody committed since the same question was answered. `fault`: why the
    preview could not be committed.
    """

    round: int = 0
    reads: int = 0
    file: str | None = None
    preview: Preview | None = None
    sheets: tuple[str, ...] = ()
    weighed: date | None = None
    effects: list[Effect] = field(default_factory=list)
    overtaken: bool = False
    fault: str | None = None
    receipt: Receipt | None = None

    def holds(self, file: str, options: Options, batch: int) -> bool:
        """Say whether the preview on the desk answers this question, with nothing committed since."""
        return self._answers(file, options) and self.preview is not None and self.preview.base == batch

    def _answers(self, file: str, options: Options) -> bool:
        return self.preview is not None and self.file == file and self.preview.options == options

    def read(self, store: Store, file: str, name: str, content: bytes, options: Options) -> None:
        """Put a new preview on the desk. Raises BadRequest for an unknown ledger."""
        found = batches.preview(store, name, content, options)
        before = self.preview.base if self.preview and self._answers(file, options) else found.base
        if self.file != file:
            self.sheets, self.receipt = (), None
        self.reads += 1
        self.file, self.preview, self.overtaken = file, found, before != found.base
        self.weighed, self.effects, self.fault = None, [], None
        self.sheets = tuple(sheet.name for sheet in found.sheets) or self.sheets

    def weigh(self, store: Store, as_of: date) -> None:
        """Find out which figures at `as_of` the preview would move."""
        try:
            self.effects = batches.effects(store, self.preview, as_of) if self.preview else []
        except DashboardError as error:
            self.fault = str(error)
        self.weighed = as_of

    def submit(self, store: Store, by: str) -> None:
        """Commit the preview on the desk, once: a second click finds the desk cleared."""
        preview, self.fault = self.preview, None
        if preview is None:
            return
        try:
            number = batches.commit(store, preview, by)
        except DashboardError as error:
            self.fault = str(error)
            return
        self.receipt = Receipt(number, preview)
        self.round += 1
        self.file = self.preview = None
