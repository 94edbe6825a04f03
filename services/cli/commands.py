"""One function per command: what it is asked in, its exit status and its JSON answer out."""

import argparse
import hashlib
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

from services.access import permit
from services.batches import BatchInfo, Options, commit, history, preview, undo
from services.cli import answers
from services.demo.fill import fill
from services.errors import BadRequest, Refused
from services.ingest.classified import nameable
from services.ingest.limits import FILE_BYTES
from services.ingest.read import read
from services.ledgers import ledger as ledger_named
from services.snapshots import snapshot, snapshots
from services.store import Store
from services.workbook.annotated import annotated
from services.workbook.export import as_csv, rows_at, xlsx
from services.workbook.template import template

Answer = tuple[int, dict[str, Any], str]
# One byte more than may be is enough to refuse a file.
MOST = FILE_BYTES + 1


def read_file(file: str, most: int = -1) -> bytes:
    """Give what a file holds, no more than `most` bytes of it; raises BadRequest where it cannot be opened."""
    try:
        with Path(file).open("rb") as opened:
            return opened.read(most)
    except OSError as error:
        raise BadRequest(f"打不开文件“{Path(file).name}”：请检查路径和权限。") from error


def save(out: str, content: bytes) -> None:
    """Write a file; raises BadRequest where it cannot be written."""
    try:
        Path(out).write_bytes(content)
    except OSError as error:
        raise BadRequest(f"写不了文件“{out}”：请检查路径和权限。") from error


def day(text: str) -> date:
    """Give a day written as 2023-06-30; raises BadRequest."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise BadRequest(f"“{text}”不是日期，请写成 2023-06-30。") from error


def pairs(words: list[str]) -> dict[str, str]:
    """Give FIELD=VALUE words as a mapping; raises BadRequest."""
    broken = [word for word in words if "=" not in word]
    if broken:
        raise BadRequest(f"“{broken[0]}”请写成 字段=值。")
    return dict(word.split("=", 1) for word in words)


def init(asked: argparse.Namespace) -> Answer:
    """Create or migrate the store; with --demo fill a new one with the demonstration data."""
    store = Store.open()
    filled = fill(store) if asked.demo else 0
    said = f"已装入演示数据，共{filled}批。" if filled else "数据库已就绪。"
    return 0, {"outcome": "ready", "batch": store.version(), "demo": bool(filled)}, said


def inspect(asked: argparse.Namespace) -> Answer:
    """What the reader sees, without a ledger."""
    content, name = read_file(asked.file, MOST), Path(asked.file).name
    digest = hashlib.sha256(content).hexdigest()
    try:
        answer = answers.inspected(name, digest, read(name, content, asked.encoding))
    except Refused as refusal:
        refused = {"code": refusal.code, "message": refusal.message}
        answer = {"file": name, "sha256": digest, "outcome": "refused", "refusal": refused, "sheets": []}
        return 2, answer, f"没有读取：{refusal.message}"
    said = [
        f"{sheet['name']}{'' if sheet['visible'] else '（隐藏）'}：表头 {sheet['header'] or '没有找到'}，"
        + "、".join(f"{bucket} {count}" for bucket, count in sheet["rows"].items() if count)
        for sheet in answer["sheets"]
    ]
    return 0, answer, "\n".join(said)


def import_(asked: argparse.Namespace) -> Answer:
    """Read, check and compare a file; with --commit write it."""
    content = read_file(asked.file, MOST)
    options = Options(
        asked.ledger, asked.sheet, pairs(asked.set), asked.only_valid, frozenset(asked.clear_empty),
        asked.drop_missing, asked.reason, encoding=asked.encoding,
    )  # fmt: skip
    store = Store.open()
    permit(store, asked.actor, "file.upload", nameable(Path(asked.file).name), size=len(content))
    seen = preview(store, Path(asked.file).name, content, options)
    batch = commit(store, seen, asked.actor) if asked.commit and seen.outcome == "ready" else None
    answer = answers.imported(seen, batch, asked.records)
    return {"refused": 2, "blocked": 1}.get(seen.outcome, 0), answer, answers.lines(answer)


def errors(asked: argparse.Namespace) -> Answer:
    """Write the annotated copy of a file, faulty or not; raises Refused for one that cannot be read."""
    name, content = Path(asked.file).name, read_file(asked.file, MOST)
    options = Options(asked.ledger, asked.sheet, pairs(asked.set), encoding=asked.encoding)
    store = Store.open()
    permit(store, asked.actor, "file.upload", nameable(name), size=len(content))
    seen = preview(store, name, content, options)
    if seen.refusal:
        raise seen.refusal
    save(asked.out, annotated(read(name, content, asked.encoding), seen))
    levels = Counter(problem.level for sheet in seen.sheets for problem in sheet.problems)
    answer = {"outcome": "written", "errors": levels["error"], "warnings": levels["warning"], "file": asked.out}
    return 0, answer, f"错误{levels['error']}处，提醒{levels['warning']}处，已标在副本里：{asked.out}"


def template_(asked: argparse.Namespace) -> Answer:
    """Write the empty spreadsheet of a ledger."""
    ledger = ledger_named(asked.ledger)
    save(asked.out, template(ledger))
    return 0, {"outcome": "written", "ledger": ledger.id, "file": asked.out}, f"已写出{ledger.title}模板：{asked.out}"


def export(asked: argparse.Namespace) -> Answer:
    """Write a ledger as it stood."""
    ledger = ledger_named(asked.ledger)
    form = {".xlsx": xlsx, ".csv": as_csv}.get(suffix := Path(asked.out).suffix.lower())
    if form is None:
        raise BadRequest("导出文件名请以 .xlsx 或 .csv 结尾。")
    store = Store.open()
    permit(store, asked.actor, "ledger.export", ledger.title, form=suffix[1:], batch=asked.batch)
    rows = rows_at(store, ledger, asked.batch, asked.as_of and day(asked.as_of))
    save(asked.out, form(ledger, rows))
    answer = {"outcome": "written", "ledger": ledger.id, "rows": len(rows), "file": asked.out}
    return 0, answer, f"已导出{ledger.title}{len(rows)}条：{asked.out}"


def batches(asked: argparse.Namespace) -> Answer:
    """The history."""
    store = Store.open()
    permit(store, asked.actor, "history.read")
    found = history(store)
    listed = [
        {
            "batch": each.id, "made_at": each.made_at.isoformat(), "by": each.by, "action": each.action,
            "file": each.file, "sha256": each.sha256, "undoes": each.undoes, "undone_by": each.undone_by,
            "reason": each.reason, "counts": each.counts,
        }
        for each in found
    ]  # fmt: skip
    said = [f"第{each.id}批 {each.made_at:%Y-%m-%d %H:%M} {each.by} {_did(each)}" for each in found]
    return 0, {"batches": listed}, "\n".join(said) or "还没有批次。"


def _did(batch: BatchInfo) -> str:
    return f"撤销第{batch.undoes}批" if batch.undoes else str(batch.file)


def undo_(asked: argparse.Namespace) -> Answer:
    """Take a batch back."""
    done = undo(Store.open(), asked.batch, asked.actor)
    answer = answers.undone(done)
    if done.outcome == "undone":
        return 0, answer, f"已撤销第{done.undoes}批（第{done.batch}批）。"
    said = [f"第{done.undoes}批之后有{len(done.conflicts)}条记录又被改过或被引用，没有撤销："]
    said += [f"  {c.ledger} {c.key}（第{c.changed_by_batch}批）" for c in done.conflicts]
    return 2, answer, "\n".join(said)


def snapshot_(asked: argparse.Namespace) -> Answer:
    """Name a moment."""
    made = snapshot(Store.open(), asked.name, asked.as_of and day(asked.as_of), asked.actor, asked.kind)
    answer = {"name": made.name, "as_of": made.as_of.isoformat(), "batch": made.batch}
    return 0, answer, f"已建立快照“{made.name}”：截至{made.as_of}，第{made.batch}批。"


def snapshots_(asked: argparse.Namespace) -> Answer:
    """All named moments."""
    store = Store.open()
    permit(store, asked.actor, "figures.read")
    listed = [
        {
            "name": s.name, "as_of": s.as_of.isoformat(), "batch": s.batch, "kind": s.kind, "note": s.note,
            "by": s.made_by, "made_at": s.made_at.isoformat(),
        }
        for s in snapshots(store)
    ]  # fmt: skip
    said = [f"{s['name']}（{s['kind']}）：截至{s['as_of']}，第{s['batch']}批，{s['by']}" for s in listed]
    return 0, {"snapshots": listed}, "\n".join(said) or "还没有快照。"
