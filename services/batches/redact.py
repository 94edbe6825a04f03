"""What is kept of an uploaded file: its very bytes, or a copy without what must never be stored."""

import io

import xlsxwriter

from services.ingest.grid import CellError, Sheet, Uncached, Workbook
from services.ingest.match import NEVER_STORED
from services.ingest.numbers import masked
from services.ledgers.units import Unit
from services.text import header

PHONES = {header(text) for text in Unit.__table__.c.phone.info["column"].headers}  # type: ignore[attr-defined]


def _columns(sheet: Sheet) -> dict[tuple[int, int], str]:
    """Give the header cells under which something must not be kept, as (row, column) → "drop" | "mask"."""
    found = {}
    for r, row in enumerate(sheet.rows):
        for c, value in enumerate(row):
            if isinstance(value, str) and len(value) <= 20:
                text = header(value)
                if text in NEVER_STORED:
                    found[r, c] = "drop"
                elif text in PHONES:
                    found[r, c] = "mask"
    return found


def redacted(book: Workbook, content: bytes) -> tuple[bytes, bool]:
    """Give what to keep of a file, and whether that is a copy with cells blanked (身份证号 …) or masked (电话)."""
    marked = [_columns(sheet) for sheet in book.sheets]
    if not any(marked):
        return content, False
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_formulas": False}) as copy:
        for sheet, columns in zip(book.sheets, marked, strict=True):
            page = copy.add_worksheet(sheet.name)
            for r, row in enumerate(sheet.rows):
                for c, value in enumerate(row):
                    above = [how for (hr, hc), how in columns.items() if hc == c and hr < r]
                    if value is None or "drop" in above:
                        continue
                    text = value.text if isinstance(value, CellError) else "" if isinstance(value, Uncached) else value
                    if "mask" in above:
                        text = masked(str(text))
                    if isinstance(text, bool | int | float):
                        page.write(r, c, text)
                    else:
                        page.write_string(r, c, str(text))
    return buffer.getvalue(), True
