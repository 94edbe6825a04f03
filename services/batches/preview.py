"""From an uploaded file to what it would change; nothing is written."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from services.batches import check
from services.batches.excerpt import excerpt
from services.batches.known import Known, titled
from services.batches.layouts import Reading, laid_out, matched, reading
from services.batches.missing import missing
from services.batches.near import near_duplicates
from services.batches.plan import Change, ChangeKind, Layout, Options, Outcome, Preview, SheetPreview
from services.batches.redact import redacted
from services.batches.wanted import Wanted, wanted
from services.errors import Problem, Refused
from services.indicators import targets_in_force
from services.ingest.annotation import is_list
from services.ingest.cells import quoted
from services.ingest.convert import Converted, Record, convert
from services.ingest.grid import Sheet, Workbook, letter
from services.ingest.match import Match
from services.ingest.read import read
from services.ingest.refuse import refuse
from services.ingest.shape import Shape
from services.ingest.totals import check_totals
from services.ledger import Facts, Ledger
from services.ledgers import ledgers
from services.store import Store, records
from services.store.engine import Connection


@dataclass
class _Table:
    """One sheet on its way through the stages."""

    sheet: Sheet
    shape: Shape
    ledger: Ledger
    match: Match
    converted: Converted
    layout: Layout
    found: check.Findings = field(default_factory=check.Findings)
    rows: list[Wanted] = field(default_factory=list)

    @property
    def sheet_name(self) -> str:
        """The name of the sheet."""
        return self.sheet.name

    def cell(self, record: Record, name: str) -> str | None:
        """Give the address of a field's cell, or of the row's first mapped cell where the field has none."""
        if name in record.cells:
            return record.cells[name]
        column = self.match.columns.get(name)
        if column is None and self.match.columns:
            column = min(self.match.columns.values())
        return None if column is None else f"{letter(column)}{record.line}"

    def shown(self, record: Record, name: str) -> str:
        """Give what is written in the field's cell."""
        column = self.match.columns.get(name)
        return "" if column is None else quoted(self.sheet.rows[record.line - 1][column])


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
            sheets, refusal = _sheets(connection, book, options, today or date.today())
        except Refused as refused:
            sheets, refusal = (), refused
    if refusal is not None:
        return Preview(name, digest, "refused", base, options, refusal, sheets)
    kept, was_redacted = redacted(book, content)
    return Preview(name, digest, _outcome(sheets, options), base, options, None, sheets, kept, was_redacted)


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
    tables: list[_Table] = []
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
    for ledger in (each for each in ledgers().values() if any(table.ledger is each for table in tables)):
        own = [table for table in tables if table.ledger is ledger]
        for finished in _judge(ledger, own, known, targets, options, today):
            listed[finished.name] = finished
    return tuple(listed.values()), None


def _table(sheet: Sheet, laid: Reading, options: Options, targets: dict[str, str]) -> _Table:
    form, ledger = laid.shape, laid.ledger
    if ledger is None:
        if form.header is None:
            raise Refused("no_header", "没有找到表头，请检查表格是否有一行列标题。")
        raise Refused("unknown_ledger", "认不出这是哪种台账，请选择台账类型后再传。")
    found = matched(sheet, laid, ledger)
    refuse(sheet, form, found, ledger)
    converted = convert(sheet, form, found, ledger, targets, options.given)
    return _Table(sheet, form, ledger, found, converted, laid_out(laid, found))


def _unread(sheet: Sheet, laid: Reading, refusal: Refused) -> SheetPreview:
    """Give a sheet that is no ledger as it was seen, so that a person may say how it is to be read."""
    form, found = laid.shape, matched(sheet, laid, laid.ledger) if laid.ledger else None
    columns = {name: letter(column) for name, column in found.columns.items()} if found else {}
    return SheetPreview(
        sheet.name, sheet.visible, skipped=refusal.message, header=form.header, rows=form.counts(), columns=columns,
        buckets=tuple(form.buckets), excerpt=excerpt(sheet, form.buckets, form.header, ()),
        layout=laid_out(laid, found),
    )  # fmt: skip


def _judge(
    ledger: Ledger, tables: list[_Table], known: Known, targets: dict[str, str], options: Options, today: date
) -> Iterator[SheetPreview]:
    """Hold all sheets of one ledger against the record together."""
    for table in tables:
        for problem in (*_absent(table), *table.converted.problems):
            table.found.add(problem)
        for record in table.converted.records:
            check.resolve(ledger, record, known, table, table.found)
            check.future(ledger, record, today, table, table.found)
            facts = Facts(today, targets, known.find, table.shape.facts, reason=options.reason)
            table.rows.append(wanted(ledger, record, known, facts, options.clear_empty))
    check.duplicates(ledger, [(row, table, table.found) for table in tables for row in table.rows])
    for table in tables:
        sound = [row for row in table.rows if row.record.line not in table.found.bad_lines]
        check.rules(ledger, sound, table, table.found)
        for problem in check_totals(table.sheet, table.shape, table.match, table.converted.records):
            table.found.add(problem)
    near_duplicates(ledger, [(row, table, table.found) for table in tables for row in _taken(table)], known)
    gone = missing(ledger, [row for table in tables for row in table.rows], known)
    for index, table in enumerate(tables):
        yield _finished(table, gone if index == 0 else [])
    known.learn(ledger.id, [{"key": row.key, **row.values} for table in tables for row in _taken(table)])


def _absent(table: _Table) -> Iterator[Problem]:
    for column in table.match.missing:
        first = f"A{table.shape.header[0]}" if table.shape.header else None
        aliases = "、".join(column.headers[1:4])
        yield Problem(
            "required_missing", "error", first, "", f"缺少必需的列“{column.title}”",
            f"请加上这一列（也可以叫：{aliases}）" if aliases else "请加上这一列", None, column.id,
        )  # fmt: skip


def _taken(table: _Table) -> list[Wanted]:
    if table.match.missing:
        return []
    return [row for row in table.rows if row.record.line not in table.found.bad_lines]


def _finished(table: _Table, gone: list[Change]) -> SheetPreview:
    taken = _taken(table)
    return SheetPreview(
        name=table.sheet.name,
        visible=table.sheet.visible,
        ledger=table.ledger.id,
        header=table.shape.header,
        rows=table.shape.counts(),
        columns={name: letter(column) for name, column in table.match.columns.items()},
        cells={
            name: at
            for record in table.converted.records[:1]
            for name, at in record.cells.items()
            if name != table.match.section  # each section has a cell of its own
        },
        unknown_columns=tuple(table.match.unknown),
        dropped_columns=tuple(text for text, _ in table.match.dropped),
        changes=(*(_change(table.ledger, row) for row in taken), *gone),
        problems=tuple(table.found.problems),
        rejected=len(table.rows) - len(taken),
        keys=frozenset(key for row in table.rows for key in (row.key, (row.old or {}).get("key")) if key),
        buckets=tuple(table.shape.buckets),
        excerpt=excerpt(table.sheet, table.shape.buckets, table.shape.header, table.found.problems),
        layout=table.layout,
    )


def _change(ledger: Ledger, row: Wanted) -> Change:
    hidden = ledger.carry(row.old, row.values) if ledger.carry else {}
    after: dict[str, Any] = {
        **row.values, **hidden, "marks": row.marks, "kept": row.kept,
        "line": row.record.line, "position": row.record.position,
    }  # fmt: skip
    kind: ChangeKind = "new" if row.old is None else "changed" if row.fields else "unchanged"
    title = titled(ledger, row.values)
    return Change(kind, ledger.id, row.key, title, row.record.line, row.old, after, row.fields if row.old else ())
