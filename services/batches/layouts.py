"""How a sheet is read: as guessed, as a person says, or as a person said of the last sheet with the same titles."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from services.access import perform
from services.batches.plan import Layout, Options, Preview, Remembered, SheetPreview
from services.batches.private import private
from services.errors import BadRequest, Refused
from services.ingest.correction import NONE, Correction
from services.ingest.grid import Sheet, column_number, letter
from services.ingest.layout import find, fingerprint
from services.ingest.match import Match, match, recognise
from services.ingest.shape import Shape, shape
from services.ledger import Kind, Ledger
from services.ledgers import ledger as ledger_named
from services.ledgers import ledgers
from services.store import Store, records
from services.store.engine import Connection

Layouts = Sequence[dict[str, Any]]


@dataclass(frozen=True)
class Reading:
    """A sheet's shape and the ledger it is read as, None where nobody can tell.

    `correction`: what differs from the guess; `remembered`: whose word that is, where it was said of an earlier file.
    """

    shape: Shape
    ledger: Ledger | None
    correction: Correction
    remembered: Remembered | None = None


def reading(sheet: Sheet, options: Options, layouts: Layouts) -> Reading:
    """Give how a sheet is to be read. Raises Refused for a ledger there is none of."""
    said = options.corrections.get(sheet.name)
    known = _known(sheet, options.ledger, layouts) if said is None else None
    correction, remembered = known or (said or NONE, None)
    if options.ledger and correction.ledger not in (None, options.ledger):
        correction = Correction(header=correction.header)  # what columns mean was said of another ledger
    name = options.ledger or correction.ledger
    chosen = [_asked(name)] if name else list(ledgers().values())
    form = shape(sheet, chosen, correction.header)
    ledger = chosen[0] if name else recognise(form, chosen)
    return Reading(form, ledger, correction, remembered)


def _asked(name: str) -> Ledger:
    try:
        return ledger_named(name)
    except BadRequest as error:
        raise Refused("unknown_ledger", str(error)) from error


def _known(sheet: Sheet, ledger: str | None, layouts: Layouts) -> tuple[Correction, Remembered] | None:
    """Give the correction remembered for the sheet's titles, the newest where the ledger is open."""
    asked = ledger and _asked(ledger).id
    fitting = [each for each in layouts if asked in (None, each["ledger"]) and each["ledger"] in ledgers()]
    found = find(sheet, {(each["fingerprint"], each["height"]) for each in fitting})
    if found is None:
        return None
    header, digest = found
    each = next(each for each in fitting if each["fingerprint"] == digest)
    remembered = Remembered(digest, each["ledger"], each["file"], each["made_at"], each["made_by"])
    return Correction(each["ledger"], header, each["columns"]), remembered


def matched(sheet: Sheet, read: Reading, ledger: Ledger, given: Collection[str] = ()) -> Match:
    """Give what the columns hold; a person's word does not make of 身份证号 or a telephone number anything else."""
    if read.correction == NONE:
        return match(read.shape, ledger, given=given)
    hidden = {letter(c): set(found) for c, found in private(sheet).items()}
    said = {
        source: name
        for source, name in read.correction.columns.items()
        if name not in ledger.by_id or "mask" not in hidden.get(source, ()) or ledger.by_id[name].kind is Kind.PHONE
    }
    barred = {column_number(source) for source, how in hidden.items() if "drop" in how}
    return match(read.shape, ledger, said, barred, given)


def laid_out(read: Reading, found: Match | None) -> Layout:
    """Give what a person may correct of a sheet; `found` is None where nobody can tell what it is."""
    if found is None:
        return Layout(correction=read.correction, remembered=read.remembered)
    guess = recognise(read.shape, list(ledgers().values()))
    return Layout(
        ledger=found.ledger.id,
        titles={letter(c): title for c, title in found.titles.items()},
        sections=tuple(dict.fromkeys(read.shape.sections.values())),
        section=found.section,
        fingerprint=fingerprint(read.shape.headers),
        guess=guess.id if guess else None,
        correction=read.correction,
        remembered=read.remembered,
    )


def keep(connection: Connection, preview: Preview, by: str, made_at: datetime) -> None:
    """Remember what a person corrected in the sheets of this file, for the next with the same titles.

    A sheet that was put back to the guess is forgotten again.
    """
    for sheet, header, said in corrections(preview):
        if said == NONE:
            records.forget_layout(connection, sheet.layout.fingerprint, sheet.ledger or "")
        else:
            records.keep_layout(
                connection, fingerprint=sheet.layout.fingerprint, ledger=sheet.ledger or "",
                height=header[1] - header[0] + 1, columns=dict(said.columns) if said else {},
                file=preview.file, made_at=made_at, made_by=by,
            )  # fmt: skip


def corrections(preview: Preview) -> list[tuple[SheetPreview, tuple[int, int], Correction | None]]:
    """Give the sheets of which a person said how they are to be read, each with its header rows and what was said.

    None where the ledger was named for the whole file, and the titles alone would not have told it.
    """
    found = []
    for sheet in preview.sheets:
        layout, said = sheet.layout, preview.options.corrections.get(sheet.name)
        named = preview.options.ledger and layout.guess != sheet.ledger and not layout.remembered
        if sheet.ledger and sheet.header and layout.fingerprint and (said is not None or named):
            found.append((sheet, sheet.header, said))
    return found


def remember(store: Store, preview: Preview, by: str) -> None:
    """Keep the corrections of a file that need not be committed. Raises NotAllowed."""
    with perform(store, by, "layout.remember", preview.file) as act:
        keep(act.connection, preview, by, datetime.now(UTC))


def forget(store: Store, remembered: Remembered, by: str | None = None) -> None:
    """Read sheets with these titles as guessed from now on. Raises NotAllowed."""
    with perform(store, by, "layout.forget", remembered.file, ledger=remembered.ledger) as act:
        records.forget_layout(act.connection, remembered.fingerprint, remembered.ledger)
