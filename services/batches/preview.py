"""From an uploaded file to what it would change; nothing is written."""

import hashlib
from dataclasses import replace
from datetime import date

from services.batches.excerpt import excerpt
from services.batches.judge import judge
from services.batches.known import Known
from services.batches.layouts import Reading, laid_out, matched, reading
from services.batches.plan import Options, Outcome, Preview, SheetPreview
from services.batches.redact import redacted
from services.batches.table import Table
from services.errors import Refused
from services.indicators import targets_in_force
from services.ingest.annotation import is_list
from services.ingest.collector import paused
from services.ingest.convert import convert
from services.ingest.grid import Sheet, Workbook, letter
from services.ingest.read import read
from services.ingest.refuse import refuse
from services.ledgers import ledgers
from services.store import Store, records
from services.store.engine import Connection

PLAIN = Options()


def preview(store: Store, name: str, content: bytes, options: Options = PLAIN, today: date | None = None) -> Preview:
    """Give what committing the file would do. A file that cannot be read gives outcome "refused", never an exception.

    `today` is the upload day, against which 晚于上传当天 is judged.
    """
    digest = hashlib.sha256(content).hexdigest()
    with store.read() as connection:
        base = records.newest_batch(connection)
        try:
            book = read(name, content, options.encoding)
            with paused():
                sheets, refusal = _sheets(connection, book, options, today or date.today())
        except Refused as refused:
            sheets, refusal = (), refused
    if refusal is not None:
        return Preview(name, digest, "refused", base, options, refusal, sheets)
    outcome = _outcome(sheets, options)
    if outcome != "ready":
        return Preview(name, digest, outcome, base, options, None, sheets)
    kept, was_redacted = redacted(book, content, encoded=options.encoding is not None)
    return Preview(name, digest, outcome, base, options, None, sheets, kept, was_redacted)


def _outcome(sheets: tuple[SheetPreview, ...], options: Options) -> Outcome:
    kinds = {change.kind for sheet in sheets for change in sheet.changes}
    if any(sheet.errors for sheet in sheets):
        taken = {"new", "changed", "unchanged"} & kinds
        if not options.only_valid or not taken:
            return "blocked"
    writes = {"new", "changed", "missing"} if options.drop_missing else {"new", "changed"}
    return "ready" if writes & kinds else "unchanged"


def _sheets(
    connection: Connection, book: Workbook, options: Options, today: date
) -> tuple[tuple[SheetPreview, ...], Refused | None]:
    """Give every sheet of the file; and why none of them could be read, where that is so."""
    targets = targets_in_force(connection, today)
    known = Known(connection, targets["城市名称"])
    layouts = records.layouts(connection)
    listed: dict[str, SheetPreview] = {}
    tables: list[Table] = []
    refusals: list[Refused] = []
    if options.sheet is not None and options.sheet not in [sheet.name for sheet in book.sheets]:
        raise Refused("no_header", f"文件里没有名为“{options.sheet}”的工作表。")
    for sheet in book.sheets:
        listed[sheet.name] = SheetPreview(sheet.name, sheet.visible)
        if is_list(sheet):
            listed[sheet.name] = replace(listed[sheet.name], skipped="标注错误时附上的清单，不是台账，没有读取")
        elif options.sheet is None and not sheet.visible:
            listed[sheet.name] = replace(listed[sheet.name], skipped="隐藏的工作表，没有读取；需要时请单独选择它")
        elif options.sheet in (None, sheet.name):
            laid = reading(sheet, options, layouts)
            try:
                tables.append(_table(sheet, laid, options, targets))
            except Refused as refusal:
                refusals.append(refusal)
                listed[sheet.name] = _unread(sheet, laid, refusal)
        else:
            listed[sheet.name] = replace(listed[sheet.name], skipped="没有选择这张工作表")
    if not tables:
        return tuple(listed.values()), refusals[0] if refusals else Refused("empty", "文件里没有可读的工作表。")
    present = [ledger for ledger in ledgers().values() if any(table.ledger is ledger for table in tables)]
    for ledger in present:
        own = [table for table in tables if table.ledger is ledger]
        for finished in judge(ledger, own, known, targets, options, today):
            listed[finished.name] = finished
        if ledger is not present[-1]:
            known.learn(ledger.id, [row.values for table in own for row in table.taken()])
    return tuple(listed.values()), None


def _table(sheet: Sheet, laid: Reading, options: Options, targets: dict[str, str]) -> Table:
    form, ledger = laid.shape, laid.ledger
    if ledger is None:
        if form.header is None:
            raise Refused("no_header", "没有找到表头，请检查表格是否有一行列标题。")
        raise Refused("unknown_ledger", "认不出这是哪种台账，请选择台账类型后再传。")
    found = matched(sheet, laid, ledger, options.given)
    refuse(sheet, form, found, ledger)
    converted = convert(sheet, form, found, ledger, targets, options.given)
    return Table(sheet, form, ledger, found, converted, laid_out(laid, found))


def _unread(sheet: Sheet, laid: Reading, refusal: Refused) -> SheetPreview:
    """Give a sheet that is no ledger as it was seen, so that a person may say how it is to be read."""
    form, found = laid.shape, matched(sheet, laid, laid.ledger) if laid.ledger else None
    columns = {name: letter(column) for name, column in found.columns.items()} if found else {}
    return SheetPreview(
        sheet.name, sheet.visible, skipped=refusal.message, header=form.header, rows=form.counts(), columns=columns,
        buckets=tuple(form.buckets), excerpt=excerpt(sheet, form.buckets, form.header, ()),
        layout=laid_out(laid, found),
    )  # fmt: skip
