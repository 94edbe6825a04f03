"""The sheets of one ledger held against the record: what is wrong with them, and what they would change."""

from collections.abc import Iterator
from datetime import date

from services.batches import check
from services.batches.excerpt import excerpt
from services.batches.known import Known
from services.batches.missing import missing
from services.batches.near import near_duplicates
from services.batches.organisations import as_registered
from services.batches.plan import Change, ChangeKind, Options, SheetPreview
from services.batches.table import Table
from services.batches.wanted import Wanted, wanted
from services.ingest.grid import letter
from services.ingest.totals import check_totals
from services.ledger import Facts, Ledger


def judge(
    ledger: Ledger, tables: list[Table], known: Known, targets: dict[str, str], options: Options, today: date
) -> Iterator[SheetPreview]:
    """Hold all sheets of one ledger against the record together; give them as they are shown."""
    for table in tables:
        records = table.converted.records
        facts = Facts(today, targets, known.find, known.earliest, table.shape.facts, reason=options.reason)
        unfit = [*check.resolve(ledger, records, known, table), *check.future(ledger, records, today, table)]
        unfit.sort(key=lambda problem: problem.line or 0)
        as_registered(ledger, records, known)
        for problem in (*table.absent(), *table.converted.problems, *unfit):
            table.found.add(problem)
        table.rows = [wanted(ledger, record, known, facts, options.clear_empty) for record in records]
    check.duplicates(ledger, [(row, table, table.found) for table in tables for row in table.rows])
    for table in tables:
        check.rules(ledger, table.sound(), table, table.found)
        for problem in check_totals(table.sheet, table.shape, table.match, table.converted.records):
            table.found.add(problem)
    near_duplicates(ledger, [(row, table, table.found) for table in tables for row in table.taken()], known)
    gone = missing(ledger, [row for table in tables for row in table.rows], known)
    for index, table in enumerate(tables):
        yield _finished(table, gone if index == 0 else [])


def _finished(table: Table, gone: list[Change]) -> SheetPreview:
    taken = table.taken()
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
        keys=frozenset({row.key for row in table.rows} | {row.old["key"] for row in table.rows if row.old}),
        sections=table.sections(),
        buckets=tuple(table.shape.buckets),
        excerpt=excerpt(table.sheet, table.shape.buckets, table.shape.header, table.found.problems),
        layout=table.layout,
    )


def _change(ledger: Ledger, row: Wanted) -> Change:
    if row.old is not None and not row.fields:
        return Change("unchanged", ledger.id, row.key, row.record.line, row.old, row.old)
    # The row wanted becomes the version to be written: a large file has no room for a second copy of its rows.
    after, record = row.values, row.record
    if ledger.carry:
        after.update(ledger.carry(row.old, after))
    after["key"], after["marks"], after["kept"] = row.key, row.facts.marks, row.kept
    after["line"], after["position"] = record.line, record.position
    kind: ChangeKind = "changed" if row.old else "new"
    return Change(kind, ledger.id, row.key, record.line, row.old, after, row.fields)
