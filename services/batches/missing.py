"""Rows on record that a file should have named and did not (ledgers.md §6, re-upload)."""

from typing import Any

from services.batches.known import Known
from services.batches.plan import Change
from services.batches.wanted import Wanted
from services.ledger import Ledger


def missing(ledger: Ledger, rows: list[Wanted], known: Known) -> list[Change]:
    """Give the current rows that none of the file's rows speaks of.

    Looked for only in the rounds, sessions or years the file names; a faulty row of the file still counts as named.
    """
    named = {row.old["id"] for row in rows if row.old}
    scope = ledger.scope
    spoken_of: set[Any] = {row.values.get(scope) for row in rows} if scope else set()
    return [
        Change("missing", ledger.id, key, before=row)
        for key, row in known.rows(ledger.id).items()
        if row.get("id") is not None and row["id"] not in named and (not scope or row[scope] in spoken_of)
    ]
