"""The reason of a change in one line, and the cell it can be looked up in."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from services.batches.known import titled
from services.changes.change import Place
from services.changes.judge import DEADLINES, HANDED_OVER, UNDATED, Period, Verdict
from services.changes.record import Pair, Record, Version
from services.changes.seen import is_cell
from services.ledgers.population import WITHDRAWN
from services.store import provenance
from services.workbook.cells import written

HIDDEN = {"original_due_on": "最初整改时限", "previous_term_ends_on": "上届届满日期"}
# What to call a thing besides its unit, by its ledger.
NAMED = {
    "units": (), "reform": (), "posts": ("name",), "findings": ("no", "text"), "weak_orgs": ("org",), "orgs": ("name",),
    "elections": ("org", "type"), "attendance": ("name", "session"),
}  # fmt: skip


def named(pair: Pair, thing: Mapping[str, Any]) -> str:
    """Give what the thing is, besides its unit; nothing where it is the unit."""
    if is_cell(thing):
        return f"{pair.ledger.title} {titled(pair.ledger, pair.known)}：{pair.ledger.by_id[thing['field']].title}"
    if pair.ledger.id == "posts" and thing.get("org"):  # a board that is in no register
        return str(thing["org"])
    fields = NAMED.get(pair.ledger.id)
    words = titled(pair.ledger, pair.known) if fields is None else _joined(pair.known, fields)
    return words if len(words) <= 40 else f"{words[:39]}…"


def _joined(row: Version, fields: Iterable[str]) -> str:
    return " ".join(str(row[name]) for name in fields if row[name])


def deciding_version(verdict: Verdict) -> Version | None:
    """Give the first version that said what decided, and went on to say so; of a row taken out its last."""
    pair, field = verdict.pair, verdict.field
    if pair is None:
        return None
    if pair.new is None:
        return pair.old
    after = [row for row in pair.history if row["batch_in"] <= pair.new["batch_in"]]
    found = pair.new
    for earlier in reversed(after[:-1]):
        if earlier["batch_out"] != found["batch_in"] or (field and earlier[field] != pair.new[field]):
            break
        found = earlier
    return found


def reason(record: Record, verdict: Verdict, period: Period) -> str:
    """Give why the thing moved, in words."""
    pair, field, row = verdict.pair, verdict.field, deciding_version(verdict)
    if verdict.words or pair is None or row is None:
        return verdict.words
    if field is None:
        return _whole(record, pair, row)
    said = f"{_title(pair, field)}{_value(pair, field, pair.new)}"
    if field in UNDATED and verdict.kind == "真变化":
        return f"{_title(pair, field)}由{_value(pair, field, pair.old)}变为{_value(pair, field, pair.new)}"
    if verdict.kind == "真变化" and (pair.ledger.id, field) == ("sessions", "started_on"):
        return f"{_whose(pair)}{_value(pair, field, pair.new)}开班"
    if verdict.kind == "真变化":
        return f"{_whose(pair)}{said}{_deadline(pair, field, period)}"
    batch = record.batches[row["batch_in"]]
    if verdict.kind == "移交核减":
        return f"{_left(pair, field)}（{_by(batch)}）"
    if verdict.kind == "补报":
        return f"{_whose(pair)}{said}，{_by(batch)}才报来"
    old, new = (_value(pair, field, each) for each in (pair.old, pair.new))
    return f"{_whose(pair)}{_title(pair, field)}由{old}改为{new}，{_by(batch)}"


def _whole(record: Record, pair: Pair, row: Version) -> str:
    if pair.new is not None:
        return f"{pair.ledger.title}里的这一条，{_by(record.batches[row['batch_in']])}才报来"
    taken = record.batches.get(row["batch_out"])
    return f"{pair.ledger.title}里的这一条去掉了{f'，{_by(taken)}' if taken else ''}"


def _by(batch: Mapping[str, Any]) -> str:
    undone = f"（撤销第{batch['undoes']}批）" if batch["undoes"] else ""
    return f"第{batch['id']}批{undone}，{batch['made_by']}"


def _left(pair: Pair, field: str) -> str:
    row = pair.new or {}
    if field == "status_text":
        return f"{WITHDRAWN}：{row['remark']}" if row.get("remark") else WITHDRAWN
    to = row.get("to_org") or ""
    return f"{_value(pair, field, row)}{HANDED_OVER}{to}"


def _whose(pair: Pair) -> str:
    return f"“{pair.known['name']}”" if pair.ledger.id == "sessions" else ""


def _title(pair: Pair, field: str) -> str:
    return HIDDEN.get(field) or pair.ledger.by_id[field].title


def _value(pair: Pair, field: str, row: Mapping[str, Any] | None) -> str:
    if field in HIDDEN:
        return str((row or {}).get(field) or "空")
    value = written(pair.ledger.by_id[field], row or {})
    return "空" if value is None else str(value)


def _deadline(pair: Pair, field: str, period: Period) -> str:
    day = (pair.new or {}).get(field)
    if field not in DEADLINES or not isinstance(day, date):
        return ""
    return "已过" if day < period.until else "临近"


def place(record: Record, verdict: Verdict, decided_by: str, sheets: Mapping[int, Any]) -> Place | None:
    """Give where the deciding cell stands; `sheets` are the sources of the versions in question."""
    pair, row = verdict.pair, deciding_version(verdict)
    if pair is None or row is None:
        return None
    shown = verdict.field and verdict.field.removeprefix("original_").removeprefix("previous_")
    names = (shown, decided_by, *(name.removesuffix("_key") for key in pair.ledger.keys for name in key))
    field = next(name for name in names if name and name in pair.ledger.by_id)
    source, _, cell = provenance.place(row, field, sheets)
    batch = row["batch_in"] if pair.new is not None else row["batch_out"] or row["batch_in"]
    by = record.batches[batch]["made_by"]
    return Place(pair.ledger.id, row["id"], source["file"], source["sheet"], cell, batch, by)
