"""Organisations under the names the register has for them: blanks and width make no second one (ledgers.md §6)."""

from collections.abc import Sequence

from services.batches.known import Known
from services.ingest.convert import Record
from services.ledger import Ledger


def as_registered(ledger: Ledger, records: Sequence[Record], known: Known) -> None:
    """Put the registered name in place of another spelling of it; units are resolved before.

    In every ledger the field `org` names an organisation of the row's unit. One that is not registered, and one that
    nothing tells from another, stays as written.
    """
    if "org" not in ledger.by_id:
        return
    written = {(record.values.get("org"), record.values.get("unit")) for record in records}
    registered = {}
    for name, unit in written:
        rows = known.find("orgs", "name", name) if name else []
        names = {row["name"] for row in rows if unit in (None, row["unit"])}
        if len(names) == 1 and name not in names:
            registered[name, unit] = names.pop()
    if not registered:
        return
    for record in records:
        found = registered.get((record.values.get("org"), record.values.get("unit")))
        if found is not None:
            record.values["org"] = found
