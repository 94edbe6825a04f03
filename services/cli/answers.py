"""What the command line says: the contract's JSON objects, and the same in a few Chinese lines."""

from datetime import date
from typing import Any

from services.batches import Preview, SheetPreview, Undone
from services.errors import Problem
from services.ingest.grid import Workbook
from services.ingest.shape import shape
from services.ledgers import ledger as ledger_named

OUTCOMES = {"ready": "可以提交", "blocked": "有错误，没有写入", "refused": "没有读取", "unchanged": "与已有记录一致"}


def plain(value: Any) -> Any:
    """Give a value as JSON has it: dates as ISO text, whole floats as integers."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value


def problem(found: Problem) -> dict[str, Any]:
    """Give a problem as the contract has it."""
    answer: dict[str, Any] = {
        "cell": found.cell, "level": found.level, "code": found.code, "value": found.value,
        "message": found.message, "fix": found.fix,
    }  # fmt: skip
    if found.code == "unit_unknown":
        answer["suggestions"] = list(found.suggestions)
    return answer


def imported(done: Preview, batch: int | None, records: bool) -> dict[str, Any]:
    """Give the answer of `import`; `batch` is the number it was committed under."""
    refusal = done.refusal and {"code": done.refusal.code, "message": done.refusal.message}
    return {
        "file": done.file, "sha256": done.sha256, "outcome": "committed" if batch else done.outcome, "batch": batch,
        "refusal": refusal, "sheets": [_sheet(each, records) for each in done.sheets],
    }  # fmt: skip


def _sheet(sheet: SheetPreview, records: bool) -> dict[str, Any]:
    answer: dict[str, Any] = {
        "name": sheet.name, "visible": sheet.visible, "ledger": sheet.ledger,
        "header": list(sheet.header) if sheet.header else None, "rows": dict(sheet.rows),
        "columns": dict(sheet.columns), "unknown_columns": list(sheet.unknown_columns),
        "dropped_columns": list(sheet.dropped_columns), "changes": sheet.counts,
        "problems": [problem(found) for found in sheet.problems],
    }  # fmt: skip
    if sheet.skipped:
        answer["skipped"] = sheet.skipped
    if known := sheet.layout.remembered:
        answer["read_as"] = {"file": known.file, "by": known.made_by, "made_at": known.made_at.isoformat()}
    if records and sheet.ledger:
        names = [*ledger_named(sheet.ledger).by_id, "due_kind"]
        answer["records"] = [
            {
                "line": change.line,
                "values": {n: plain(change.after[n]) for n in names if change.after.get(n) is not None},
            }
            for change in sheet.changes
            if change.after is not None
        ]
    return answer


def inspected(file: str, digest: str, book: Workbook) -> dict[str, Any]:
    """Give the answer of `inspect`: what the reader sees, without a ledger."""
    sheets = []
    for sheet in book.sheets:
        form = shape(sheet)
        header = list(form.header) if form.header else None
        sheets.append({"name": sheet.name, "visible": sheet.visible, "header": header, "rows": form.counts()})
    return {"file": file, "sha256": digest, "outcome": "ready", "refusal": None, "sheets": sheets}


def undone(done: Undone) -> dict[str, Any]:
    """Give the answer of `undo`."""
    conflicts = [{"ledger": c.ledger, "key": c.key, "changed_by_batch": c.changed_by_batch} for c in done.conflicts]
    return {"outcome": done.outcome, "batch": done.batch, "undoes": done.undoes, "conflicts": conflicts}


def lines(answer: dict[str, Any]) -> str:
    """Give the answer of `import` in words."""
    if answer["refusal"]:
        return f"没有读取：{answer['refusal']['message']}"
    batch = answer["batch"]
    said = [f"{answer['file']}：{f'已提交，第{batch}批' if batch else OUTCOMES[answer['outcome']]}"]
    for sheet in answer["sheets"]:
        if sheet["ledger"] is None:
            said.append(f"  {sheet['name']}：{sheet.get('skipped', '')}")
            continue
        counts = sheet["changes"]
        said.append(
            f"  {sheet['name']}（{ledger_named(sheet['ledger']).title}）：新增{counts['new']} 变更{counts['changed']} "
            f"未变{counts['unchanged']} 上期有本期无{counts['missing']}"
        )
        if known := sheet.get("read_as"):
            said.append(f"    照{known['by']}改正“{known['file']}”的读法读取")
        for each in sheet["problems"]:
            mark = "错误" if each["level"] == "error" else "提醒"
            said.append(f"    {mark} {each['cell'] or ''} “{each['value']}” {each['message']}。{each['fix']}")
    return "\n".join(said)
