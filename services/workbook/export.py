"""A ledger as it stood at a batch, as .xlsx or .csv; importing it again changes nothing."""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

import xlsxwriter

from services.ledger import Ledger, Values
from services.store import Store, versions
from services.text import harmless
from services.workbook.cells import written


def rows_at(store: Store, ledger: Ledger, batch: int | None, as_of: date | None) -> list[Values]:
    """Give the rows known at `batch` (default: now), without those that begin after `as_of`."""
    with store.read() as connection:
        found = versions.known(connection, ledger.versions, batch if batch is not None else store.version())
    if as_of is None or ledger.since is None:
        return list(found)
    return [row for row in found if row[ledger.since] is None or row[ledger.since] <= as_of]


def xlsx(ledger: Ledger, rows: list[Values]) -> bytes:
    """Give the rows as a workbook of one sheet: 序号, then the ledger's columns; words are always words."""
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        sheet = book.add_worksheet(ledger.title[:31])
        bold = book.add_format({"bold": True, "bg_color": "#E8F1F8", "border": 1, "text_wrap": True})
        for column, title in enumerate(_titles(ledger)):
            sheet.write_string(0, column, title, bold)
        sheet.freeze_panes(1, 0)
        sheet.set_column(0, 0, 6)
        sheet.set_column(1, len(ledger.columns), 16)
        for line, cells in enumerate(_lines(ledger, rows), 1):
            for column, value in enumerate(cells):
                if isinstance(value, str):
                    sheet.write_string(line, column, value)
                elif value is not None:
                    sheet.write_number(line, column, value)
    return buffer.getvalue()


def as_csv(ledger: Ledger, rows: list[Values]) -> bytes:
    """Give the rows as `lines_as_csv` does."""
    return lines_as_csv(_titles(ledger), _lines(ledger, rows))


def lines_as_csv(titles: Sequence[str], lines: Iterable[Sequence[Any]]) -> bytes:
    """Give lines as UTF-8 with BOM, so that Excel shows Chinese; formulas are made harmless."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(titles)
    for cells in lines:
        writer.writerow([harmless(cell) if isinstance(cell, str) else cell for cell in cells])
    return text.getvalue().encode("utf-8-sig")


def _titles(ledger: Ledger) -> list[str]:
    return ["序号", *(column.title for column in ledger.columns)]


def _lines(ledger: Ledger, rows: list[Values]) -> list[list[Any]]:
    return [[number, *(written(column, row) for column in ledger.columns)] for number, row in enumerate(rows, 1)]
