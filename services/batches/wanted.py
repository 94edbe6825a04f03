"""From a record of a file to the row version it asks for: what is on record, overlaid by what the file says."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from services.batches.known import Known, key_of
from services.ingest.convert import Record
from services.ledger import Column, Facts, Kind, Ledger, Values
from services.text import normal

SYSTEM = ("id", "key", "batch_in", "batch_out", "source_id", "line", "position", "kept", "marks")
# A deadline is a day or a kind of deadline: naming the one takes the other away.
DEADLINE = frozenset({"due_on", "due_kind"})


@dataclass(slots=True)
class Wanted:
    """One record with the row it would become; `fields` is what differs from `old`. A row that says nothing new is it.

    `said` is the row as the file alone has it, where that is another one: an empty cell is empty there, although it
    clears nothing on record.
    """

    record: Record
    key: str
    values: dict[str, Any]
    facts: Facts
    old: dict[str, Any] | None = None
    said: dict[str, Any] | None = None
    fields: tuple[str, ...] = ()
    kept: dict[str, Any] = field(default_factory=dict)


def on_record(ledger: Ledger, key: str, values: dict[str, Any], known: Known) -> dict[str, Any] | None:
    """Give the current row that `values` speak of, by the first natural key that tells (`key`).

    A row that lacks the preferred key (an organisation without its code) is found by the other one, where exactly
    one row answers and does not contradict it in the preferred key.
    """
    rows = known.rows(ledger.id)
    exact = rows.get(key)
    if exact is not None or not rows or len(ledger.keys) == 1:
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
    derived = _derived(ledger, record.values, facts)
    identity = {**record.values, **derived} if derived else record.values
    key = key_of(ledger, identity)
    old = on_record(ledger, key, identity, known)
    if old is None and not (derived or record.marks or ledger.defaults):
        return Wanted(record, key, record.values, facts)
    if old is None:
        values, marks = _completed(ledger, record.values, record.marks, facts.about(None, record.marks))
        key = key if values is identity or values == identity else key_of(ledger, values)
        return Wanted(record, key, values, facts.about(None, marks))
    given = {name: value for name, value in record.values.items() if value is not None}
    values, marks = _overlaid(ledger, old, _stated(record, given, clear_empty), record.marks)
    values, marks = _completed(ledger, values, marks, facts.about(old, marks))
    facts = facts.about(old, marks)
    said = _said(ledger, record, values, facts)
    fields = _differing(ledger, old, values)
    if not fields:
        return Wanted(record, old["key"], old, facts, old, said)
    kept = _kept(ledger, given, values, facts, old)
    return Wanted(record, key_of(ledger, values), values, facts, old, said, fields, kept)


def _derived(ledger: Ledger, values: Values, facts: Facts) -> dict[str, Any]:
    """Give what follows for blank fields."""
    derived = ledger.derive(values, facts)
    if not derived:
        return derived
    return {name: value for name, value in derived.items() if value is not None and values.get(name) is None}


def _completed(
    ledger: Ledger, values: dict[str, Any], marks: dict[str, str], facts: Facts
) -> tuple[dict[str, Any], dict[str, str]]:
    """Give values and marks with the blank fields filled: with what a blank means, then with what follows."""
    meant = {name: default for name, default in ledger.defaults.items() if values.get(name) is None}
    derived = _derived(ledger, {**values, **meant} if meant else values, facts)
    if not meant and not derived:
        return values, marks
    filled = {**meant, **derived}
    return {**values, **filled}, {**marks, **dict.fromkeys(filled, "derived")}


def _stated(record: Record, given: dict[str, Any], clear_empty: frozenset[str]) -> dict[str, Any]:
    """Give what the file says of a row on record, None where it takes something away."""
    if not DEADLINE.isdisjoint(given):
        clear_empty |= DEADLINE
    return {**dict.fromkeys(clear_empty & record.values.keys()), **given}


def _overlaid(
    ledger: Ledger, old: dict[str, Any], stated: dict[str, Any], said: Mapping[str, str]
) -> tuple[dict[str, Any], dict[str, str]]:
    """Give values and marks of a row on record under what the file says; what was derived has to follow anew."""
    before = old["marks"] or {}
    kept = {name: mark for name, mark in before.items() if name not in stated}
    values = dict(old)
    for name in SYSTEM:
        del values[name]
    values.update(dict.fromkeys(name for name, mark in kept.items() if mark == "derived"))
    values.update({name: stated[name] for name in _differing(ledger, old, stated)})
    return values, {**{name: mark for name, mark in kept.items() if mark != "derived"}, **said}


def _differing(ledger: Ledger, old: Values, values: Values) -> tuple[str, ...]:
    if values.items() <= old.items():
        return ()
    return tuple(name for name, value in values.items() if not same(ledger.by_id.get(name), old.get(name), value))


def _said(ledger: Ledger, record: Record, values: dict[str, Any], facts: Facts) -> dict[str, Any] | None:
    if record.values.items() <= values.items():
        return None
    said = {**values, **record.values}
    return _completed(ledger, said, {}, facts)[0]


def _kept(ledger: Ledger, given: Values, values: Values, facts: Facts, old: dict[str, Any]) -> dict[str, Any]:
    """Say which fields still stand as an older file gave them, and where."""
    earlier = old["kept"] or {}
    return {
        name: earlier.get(name, [old["source_id"], old["line"]])
        for name in ledger.by_id
        if name not in given and values.get(name) is not None and facts.marks.get(name) != "derived"
    }
