"""Writing a batch: one transaction, all of it or nothing."""

from datetime import UTC, datetime
from typing import Any

from services.access import perform
from services.batches import layouts
from services.batches.dangling import dangling
from services.batches.plan import Preview, Row, SheetPreview
from services.batches.scope import within
from services.errors import BadRequest, Stale
from services.ingest.collector import paused
from services.ingest.grid import place
from services.ledgers import ledger as ledger_named
from services.store import Store, bulk, records, versions
from services.store.engine import Connection

BLOCKED = {
    "blocked": "文件里还有错误，没有写入任何内容。请改正后重传，或选择只导入正确的行。",
    "refused": "这个文件没有读取，无法提交。",
    "unchanged": "内容与已有记录一致，不需要提交。",
}


def commit(store: Store, preview: Preview, by: str, made_at: datetime | None = None, *, remember: bool = False) -> int:
    """Write what the preview shows and give the new batch's number.

    `remember`: keep the corrections of how the file is read for the next one with the same column titles.
    Raises Stale where somebody committed since the preview was made, BadRequest where there is nothing to write
    or what is shown may not be written, NotAllowed where it is not for the one who asks to write it.
    """
    with perform(store, by, "batch.commit", preview.file, sha256=preview.sha256) as act:
        if preview.outcome != "ready":
            raise BadRequest(BLOCKED[preview.outcome])
        if preview.options.drop_missing and any(sheet.rejected for sheet in preview.sheets):
            raise BadRequest("文件里还有没读出的行，不能同时去掉本期没有的行。请先改正这些行。")
        batch = apply(act.connection, preview, by, made_at)
        within(act.connection, act.actor, batch)
        if remember:
            layouts.keep(act.connection, preview, by, made_at or datetime.now(UTC))
        act.note(batch=batch, counts=_counts(preview))
    return batch


def apply(connection: Connection, preview: Preview, by: str, made_at: datetime | None = None) -> int:
    """Write the preview on the writer's connection; the caller's transaction decides whether it stays."""
    if records.newest_batch(connection) != preview.base:
        raise Stale(_said(records.batches(connection), preview.base))
    records.keep_upload(connection, preview.sha256, preview.file, preview.content, preview.redacted)
    batch = records.add_batch(
        connection, made_at=made_at or datetime.now(UTC), made_by=by, action="import", file=preview.file,
        sha256=preview.sha256, reason=preview.options.reason, counts=_counts(preview),
    )  # fmt: skip
    ended: set[str] = set()
    with paused():
        for sheet in preview.sheets:
            if sheet.ledger is not None and _write_sheet(connection, preview, sheet, batch):
                ended.add(sheet.ledger)
    # What is written names rows that were current when it was checked; only a row that ends can be missed.
    left = dangling(connection, ended)
    if left:
        raise BadRequest(f"其他台账还有{len(left)}条记录引用要去掉的内容，没有写入任何内容。")
    return batch


def _said(batches: list[dict[str, Any]], base: int) -> str:
    """Say who wrote what since batch `base`."""
    later = [
        f"{each['made_by']}在{each['made_at'].astimezone():%Y-%m-%d %H:%M}写入了第{each['id']}批（{_what(each)}）"
        for each in reversed(batches)
        if each["id"] > base
    ]
    return f"预览之后{'，'.join(later) or '数据已被清空'}，请重新预览后再提交。"


def _what(batch: dict[str, Any]) -> str:
    return f"撤销第{batch['undoes']}批" if batch["undoes"] else str(batch["file"])


def _counts(preview: Preview) -> dict[str, dict[str, int]]:
    counts: dict[str, dict[str, int]] = {}
    for sheet in preview.sheets:
        if sheet.ledger is None:
            continue
        total = counts.setdefault(sheet.ledger, dict.fromkeys((*sheet.counts, "dropped", "rejected"), 0))
        for kind, number in sheet.counts.items():
            total[kind] += number
        total["rejected"] += sheet.rejected
        total["dropped"] = total["missing"] if preview.options.drop_missing else 0
    return counts


def _write_sheet(connection: Connection, preview: Preview, sheet: SheetPreview, batch: int) -> bool:
    """Write one sheet; say whether rows on record ended."""
    ledger = ledger_named(sheet.ledger or "")
    source = records.add_source(
        connection, batch=batch, ledger=ledger.id, file=preview.file, sha256=preview.sha256, sheet=sheet.name,
        columns={**_section_column(sheet), **sheet.cells, **sheet.columns},
    )  # fmt: skip
    ended = ("changed", "missing") if preview.options.drop_missing else ("changed",)
    ids = [change.before["id"] for change in sheet.changes if change.kind in ended and change.before]
    versions.close(connection, ledger.versions, ids, batch)
    rows = [change.after for change in sheet.changes if change.kind in ("new", "changed") and change.after]
    if sheet.sections:
        rows = [_under_its_section(sheet, row, source) for row in rows]
    bulk.insert(connection, ledger.versions, rows, batch_in=batch, batch_out=None, source_id=source)
    return bool(ids)


def _section_column(sheet: SheetPreview) -> dict[str, str]:
    """Give the column in which the section titles stand, as that of the field they give."""
    first = next(iter(sheet.sections.values()), None)
    return {sheet.layout.section: first.rstrip("0123456789")} if first and sheet.layout.section else {}


def _under_its_section(sheet: SheetPreview, row: Row, source: int) -> Row:
    """Give a row with the line of its section title, which is another than its own, as the place of that field."""
    at = sheet.sections.get(row["line"])
    return row if at is None else {**row, "kept": {**row["kept"], sheet.layout.section: [source, place(at)[0] + 1]}}
