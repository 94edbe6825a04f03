"""From a record of a file to the row version it asks for: what is on record, overlaid by what the file says."""

from dataclasses import dataclass, field, replace
from typing import Any

from services.batches.known import Known, key_of
from services.ingest.convert import Record
from services.ledger import Column, Facts, Kind, Ledger, Values
from services.text import normal

SYSTEM = ("id", "key", "batch_in", "batch_out", "source_id", "line", "position", "kept", "marks")


@dataclass
class Wanted:
    """One record with the row it would become; `fields` is what differs from `old`.

    `said` is the row as the file alone has it: an empty cell is empty there, although it clears nothing on record.
    """

    record: Record
    values: dict[str, Any]
    said: dict[str, Any]
    marks: dict[str, str]
    facts: Facts
    old: dict[str, Any] | None = None
    key: str = ""
    fields: tuple[str, ...] = ()
    kept: dict[str, Any] = field(default_factory=dict)


def on_record(ledger: Ledger, values: dict[str, Any], known: Known) -> dict[str, Any] | None:
    """Give the current row that `values` speak of, by the first natural key that tells.

    A row that lacks the preferred key (an organisation without its code) is found by the other one, where exactly
    one row answers and does not contradict it in the preferred key.
    """
    exact = known.rows(ledger.id).get(key_of(ledger, values))
    if exact is not None or len(ledger.keys) == 1:
        return exact
    preferred, other = ledger.keys[0], ledger.keys[-1]
    candidates = [
        row
        for row in known.alike(ledger.id, other, values)
        if any(row[name] in (None, "") or values.get(name) in (None, "") for name in preferred)
    ]
    return candidates[0] if len(candidates) == 1 else None


def same(column: Column | None, a: Any, b: Any) -> bool:
    """Say whether two values of a column are one: width and blanks of words do not count."""
    if a == b:
        return True
    if isinstance(a, str) and isinstance(b, str):
        return normal(a) == normal(b)
    if column is not None and column.kind is Kind.LIST:
        return [normal(x) for x in a or []] == [normal(x) for x in b or []]
    return False


def wanted(ledger: Ledger, record: Record, known: Known, facts: Facts, clear_empty: frozenset[str]) -> Wanted:
    """Give the row a record asks for: an empty cell keeps what is on record unless its field is to be cleared."""
    identity = {**record.values, **_blanks(record.values, ledger.derive(record.values, facts))}
    old = on_record(ledger, identity, known)
    values, marks = _overlay(ledger, record, old, clear_empty)
    facts = replace(facts, old=old, marks=marks)
    for name, value in _blanks(values, ledger.derive(values, facts)).items():
        values[name] = value
        marks[name] = "derived"
    row = Wanted(record, values, _said(ledger, record, values, facts, old), marks, facts, old)
    row.key = key_of(ledger, values)
    compared = {*ledger.by_id, *record.values}
    row.fields = tuple(
        name for name in compared if old is None or not same(ledger.by_id.get(name), old.get(name), values.get(name))
    )
    if old is not None:
        for name in compared - set(row.fields):
            values[name] = old.get(name)
        row.kept = _kept(ledger, row, old)
    return row


def _said(
    ledger: Ledger, record: Record, values: dict[str, Any], facts: Facts, old: dict[str, Any] | None
) -> dict[str, Any]:
    if old is None:
        return values
    said = {**values, **record.values}
    said |= {column.id: column.default for column in ledger.columns if said.get(column.id) is None}
    return {**said, **_blanks(said, ledger.derive(said, facts))}


def _blanks(values: Values, derived: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in derived.items() if values.get(name) is None and value is not None}


def _overlay(
    ledger: Ledger, record: Record, old: dict[str, Any] | None, clear_empty: frozenset[str]
) -> tuple[dict[str, Any], dict[str, str]]:
    before_marks = (old or {}).get("marks") or {}
    derived = {name for name, mark in before_marks.items() if mark == "derived"}
    values = {name: value for name, value in (old or {}).items() if name not in SYSTEM and name not in derived}
    marks = {name: mark for name, mark in before_marks.items() if name not in derived}
    paired = {"due_kind"} if any(column.kind is Kind.DUE for column in ledger.columns) else set()
    for name, value in record.values.items():
        explicit = name in paired and record.values.get("due_on") is not None
        explicit = explicit or (name == "due_on" and record.values.get("due_kind") is not None)
        if value is not None or name in clear_empty or explicit:
            values[name] = value
            marks.pop(name, None)
            if name in record.marks:
                marks[name] = record.marks[name]
    for column in ledger.columns:
        if column.default is not None and values.get(column.id) is None:
            values[column.id] = column.default
            marks[column.id] = "derived"
    return values, marks


def _kept(ledger: Ledger, row: Wanted, old: dict[str, Any]) -> dict[str, Any]:
    """Say which fields still stand as an older file gave them, and where."""
    given = {name for name, value in row.record.values.items() if value is not None}
    earlier = old["kept"] or {}
    return {
        name: earlier.get(name, [old["source_id"], old["line"]])
        for name in ledger.by_id
        if name not in given and row.values.get(name) is not None and row.marks.get(name) != "derived"
    }
