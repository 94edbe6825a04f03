"""A list of rows to take away as one file."""

from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any

from pages.parts.download import download_made
from pages.parts.listing import table
from pages.parts.person import allowed
from services.access.export import CSV, File
from services.workbook.export import lines_as_csv


def list_file(rows: Iterable[Mapping[str, Any]], name: str, key: str) -> None:
    """Offer what a table shows to whom may export; `name` is what the file and the audit call it."""
    if allowed("ledger.export"):
        make = partial(made, list(rows), f"{name}.csv")
        download_made("导出名单 .csv", make, "ledger.export", name, f"list {key}", "tertiary", ":material/download:")


def made(rows: list[Mapping[str, Any]], name: str) -> File:
    """Give the rows as a file so named, column by column as the table shows them."""
    frame = table(rows)
    return File(name, CSV, lines_as_csv(list(frame.columns), frame.itertuples(index=False)))
