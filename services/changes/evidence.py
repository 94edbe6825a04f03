"""The rows that may have decided whether a thing counts, the likeliest first."""

from collections.abc import Iterable

from services.changes.record import Pair, Record
from services.changes.seen import Seen


def near(record: Record, seen: Seen) -> list[Pair]:
    """Give the rows the thing was counted by, its own row, and its unit's rows in 处置台账 and 名册.

    What decided the numerator comes before the thing's own row, unless the thing itself came or went.
    """
    newest = seen.things[::-1]
    deciding = [
        pair
        for thing in newest
        if thing.get("done_row") is not None and thing["done"]
        for pair in _with_session(record, [record.pair(thing["done_ledger"], thing["done_row"])])
    ]
    own = [record.pair(thing["ledger"], thing["row"]) for thing in newest]
    unit = newest[0].get("unit")
    about = [*record.of_unit("reform", unit), *record.of_unit("units", unit)]
    return _once([*own, *deciding, *about] if seen.net.of else [*deciding, *own, *about])


def far(record: Record, seen: Seen, trained: bool) -> list[Pair]:
    """Give the rows of other ledgers that a figure of this kind looks at: trainings (`trained`), elections, boards."""
    thing = seen.things[-1]
    ledger, unit = thing["ledger"], thing.get("unit")
    if ledger == "posts":
        return _trainings(record, unit, {record.version(ledger, thing["row"])["person"]}) if trained else []
    if ledger == "orgs":
        name = record.version(ledger, thing["row"])["name"]
        boards = [pair for pair in record.of_unit("posts", unit) if pair.known["org"] == name]
        elections = [pair for pair in record.of_unit("elections", unit) if pair.known["org"] == name]
        persons = {pair.known["person"] for pair in boards} if trained else set()
        return [*boards, *elections, *_trainings(record, unit, persons)]
    if ledger == "attendance":
        return _with_session(record, [record.pair(ledger, thing["row"])])[1:]
    if deciding := thing.get("done_ledger"):
        return record.of_unit(deciding, unit)
    return []


def _trainings(record: Record, unit: str | None, persons: set[str]) -> list[Pair]:
    rows = [pair for pair in record.of_unit("attendance", unit) if pair.known["person"] in persons]
    return _with_session(record, rows)


def _with_session(record: Record, rows: Iterable[Pair]) -> list[Pair]:
    """Give the rows, each attendance followed by its session."""
    found: list[Pair] = []
    for pair in rows:
        found.append(pair)
        if pair.ledger.id == "attendance" and (session := record.keyed("sessions", pair.known["session_key"])):
            found.append(session)
    return found


def _once(pairs: Iterable[Pair]) -> list[Pair]:
    return list({(pair.ledger.id, pair.key): pair for pair in pairs}.values())
