"""What an upload would do, as plain data: the thing that is shown, and then exactly the thing that is committed."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal, NamedTuple

from services.batches.excerpt import NOTHING, Excerpt
from services.batches.known import titled
from services.errors import Problem, Refused
from services.ingest.correction import NONE, Correction
from services.ledgers import ledger as ledger_named

Outcome = Literal["ready", "blocked", "refused", "unchanged"]
ChangeKind = Literal["new", "changed", "unchanged", "missing"]
Row = Mapping[str, Any]


@dataclass(frozen=True)
class Options:
    """What the analyst chose.

    `given`: values for the whole sheet (field → text as it would stand in a cell). `clear_empty`: fields whose
    empty cells clear what is on record. `drop_missing`: take out the rows this file no longer has. `corrections`: by
    name of the sheet, how it is to be read where the guess (or what is remembered of its layout) is wrong.
    `encoding`: what a file of texts is written in (`services.ingest.encoding.CHOICES`), where its bytes do not tell.
    """

    ledger: str | None = None
    sheet: str | None = None
    given: Mapping[str, str] = field(default_factory=dict)
    only_valid: bool = False
    clear_empty: frozenset[str] = frozenset()
    drop_missing: bool = False
    reason: str | None = None
    corrections: Mapping[str, Correction] = field(default_factory=dict)
    encoding: str | None = None


@dataclass(frozen=True)
class Remembered:
    """A correction somebody made in an earlier file whose columns have the same titles."""

    fingerprint: str
    ledger: str
    file: str
    made_at: datetime
    made_by: str


@dataclass(frozen=True)
class Layout:
    """What a person may correct of a sheet: the columns' titles by letter, its sections and the field they stand for.

    `ledger`: what the sheet was held to be, whether or not it could be read so; `guess`: the ledger the titles alone
    suggest. `correction`: what is in force, `remembered` where it comes from.
    """

    ledger: str | None = None
    titles: Mapping[str, str] = field(default_factory=dict)
    sections: tuple[str, ...] = ()
    section: str | None = None
    fingerprint: str = ""
    guess: str | None = None
    correction: Correction = NONE
    remembered: Remembered | None = None


class Change(NamedTuple):
    """One row against the record. `fields` is what differs, `after` the whole row version to be written.

    `before` and `after` of an unchanged row are the same.
    """

    kind: ChangeKind
    ledger: str
    key: str
    line: int | None = None
    before: Row | None = None
    after: Row | None = None
    fields: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """Words by which an analyst knows the row."""
        return titled(ledger_named(self.ledger), self.after or self.before or {})


@dataclass(frozen=True)
class SheetPreview:
    """One sheet as it was understood; `rows` are the buckets, `columns` field → column letter.

    `cells` are the fields that one cell outside the table gave (field → address). A sheet without a ledger was
    not taken; `skipped` says why. `buckets` has one word per used row; `excerpt` is what can be drawn of the sheet.
    `keys` are those of all its rows, faulty ones included. `sections`: by row, the cell of the section title that
    gave the field for which the sheet has no column (`layout.section`).
    """

    name: str
    visible: bool
    ledger: str | None = None
    skipped: str | None = None
    header: tuple[int, int] | None = None
    rows: Mapping[str, int] = field(default_factory=dict)
    columns: Mapping[str, str] = field(default_factory=dict)
    cells: Mapping[str, str] = field(default_factory=dict)
    unknown_columns: tuple[str, ...] = ()
    dropped_columns: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()
    problems: tuple[Problem, ...] = ()
    rejected: int = 0
    keys: frozenset[str] = frozenset()
    sections: Mapping[int, str] = field(default_factory=dict)
    buckets: tuple[str, ...] = ()
    excerpt: Excerpt = NOTHING
    layout: Layout = Layout()

    @property
    def counts(self) -> dict[str, int]:
        """How many rows are new, changed, unchanged, and on record but missing from the file."""
        kinds: tuple[ChangeKind, ...] = ("new", "changed", "unchanged", "missing")
        counted = Counter([change.kind for change in self.changes])
        return {kind: counted[kind] for kind in kinds}

    @property
    def errors(self) -> int:
        """How many problems keep rows out."""
        return sum(problem.level == "error" for problem in self.problems)


@dataclass(frozen=True)
class Preview:
    """What one file would do to the store as it stood at batch `base`; `content` is what a commit keeps of the file."""

    file: str
    sha256: str
    outcome: Outcome
    base: int
    options: Options
    refusal: Refused | None = None
    sheets: tuple[SheetPreview, ...] = ()
    content: bytes = b""
    redacted: bool = False
