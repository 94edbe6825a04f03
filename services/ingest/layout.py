"""By what a layout is known again: the titles of its columns, wherever the header stands."""

import hashlib
from collections.abc import Collection, Sequence
from dataclasses import replace

from services.ingest.grid import Sheet
from services.ingest.header import HEAD
from services.ingest.levels import paths
from services.ingest.view import View
from services.text import header


def fingerprint(headers: Sequence[tuple[str, ...]]) -> str:
    """Give a digest of the columns' titles in order, as headers are compared; "" where there are none."""
    forms = ["/".join(map(header, path)) for path in headers]
    while forms and not forms[-1]:
        forms.pop()
    return hashlib.sha256("\n".join(forms).encode()).hexdigest() if forms else ""


def find(sheet: Sheet, known: Collection[tuple[str, int]]) -> tuple[tuple[int, int], str] | None:
    """Give the header (first and last row in Excel numbers) and the fingerprint of a layout that is known, or None.

    `known`: fingerprints, each with how many rows its header has.
    """
    heights = sorted({height for _, height in known})
    if not heights or not sheet.rows:
        return None
    view = View(replace(sheet, rows=sheet.rows[: HEAD + heights[-1]]))
    width = len(sheet.rows[0])
    for r in range(min(len(view), HEAD)):
        for height in heights:
            if r + height <= len(view):
                digest = fingerprint(paths(view, r, r + height - 1, width))
                if (digest, height) in known:
                    return (r + 1, r + height), digest
    return None
