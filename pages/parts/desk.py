"""What one analyst has on the desk: the file as it was previewed, and what became of it. No streamlit in here.

A page's script is stopped at its next st.* call by the next click; so a commit is one call, and what came of it is
kept by plain assignment before the page says anything.
"""

from dataclasses import dataclass, field
from datetime import date

from services import aliases, batches
from services.access import permit
from services.aliases import Alias, Unknown
from services.batches import Effect, Options, Overtaking, Preview, Remembered
from services.errors import DashboardError
from services.ingest.classified import nameable
from services.store import Store


@dataclass(frozen=True)
class Upload:
    """A file as it was chosen: what names it in this session, its own name, its bytes."""

    id: str
    name: str
    content: bytes


@dataclass(frozen=True)
class Receipt:
    """What was committed: the batch's number, the preview that was written, the figures it moved."""

    batch: int
    preview: Preview
    effects: list[Effect]


@dataclass
class Desk:
    """The state of the upload page in one session.

    `round` counts the files taken in, `reads` the previews made; `upload` is the file that is looked at, `file` names
    the one that was read, `weighed` is the day for which `effects` hold. `overtaken`: what others committed while the
    file lay here, None where nobody did, empty where the store was emptied. `unknown`: names no unit bears;
    `confirmed`: those that were given a unit here, which is why the file has to be read `again`; `complaint`: why one
    could not. `remembered`: its corrections were kept without a commit. `fault`: why the preview could not be
    committed.
    """

    round: int = 0
    reads: int = 0
    upload: Upload | None = None
    file: str | None = None
    preview: Preview | None = None
    sheets: tuple[str, ...] = ()
    weighed: date | None = None
    effects: list[Effect] = field(default_factory=list)
    overtaken: list[Overtaking] | None = None
    unknown: list[Unknown] = field(default_factory=list)
    confirmed: list[Alias] = field(default_factory=list)
    again: bool = False
    complaint: str | None = None
    remembered: bool = False
    fault: str | None = None
    receipt: Receipt | None = None

    def put_away(self) -> None:
        """Look at this file no longer."""
        self.upload = None

    def holds(self, file: str, options: Options, batch: int) -> bool:
        """Say whether the preview on the desk answers this question, with nothing committed or confirmed since."""
        preview = self.preview if self.file == file and not self.again else None
        return preview is not None and preview.options == options and preview.base == batch

    def read(self, store: Store, file: str, name: str, content: bytes, options: Options, by: str | None = None) -> None:
        """Put a new preview on the desk. Raises BadRequest for an unknown ledger; NotAllowed."""
        if self.file != file:
            permit(store, by, "file.upload", nameable(name), size=len(content))
        found = batches.preview(store, name, content, options)
        if self.file != file:
            self.sheets, self.receipt, self.overtaken, self.confirmed, self.complaint = (), None, None, [], None
        elif self.preview and self.preview.base != found.base:
            later = [each for each in batches.overtaken(store, self.preview) if each.batch.id <= found.base]
            self.overtaken = [*(self.overtaken or ()), *later]
        self.reads += 1
        self.file, self.preview, self.unknown, self.again = file, found, aliases.unknown(store, found), False
        self.weighed, self.effects, self.fault, self.remembered = None, [], None, False
        self.sheets = tuple(sheet.name for sheet in found.sheets) or self.sheets

    def confirm(self, store: Store, name: str, unit: str, kind: str, by: str) -> None:
        """Make an unknown name a name of a unit; the preview on the desk is to be made again."""
        self.again, self.complaint = True, None
        try:
            self.confirmed.append(aliases.add(store, name, unit, kind, by))
        except DashboardError as error:
            self.complaint = str(error)

    def take_back(self, store: Store, alias: Alias, by: str) -> None:
        """Take a name back that was confirmed here."""
        self.again, self.complaint = True, None
        self.confirmed = [each for each in self.confirmed if each != alias]
        try:
            aliases.remove(store, alias.alias, by)
        except DashboardError as error:
            self.complaint = str(error)

    def forget(self, store: Store, remembered: Remembered, by: str | None = None) -> None:
        """Forget an earlier correction of how such a file is read; the preview on the desk is to be made again."""
        batches.forget(store, remembered, by)
        self.again = True

    def remember(self, store: Store, by: str) -> None:
        """Keep the corrections of a file that changes nothing, for the next one with the same column titles."""
        if self.preview is not None:
            batches.remember(store, self.preview, by)
            self.remembered = True

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
            number = batches.commit(store, preview, by, remember=True)
        except DashboardError as error:
            self.fault = str(error)
            return
        self.receipt = Receipt(number, preview, self.effects)
        self.round += 1
        self.file = self.preview = self.upload = None
