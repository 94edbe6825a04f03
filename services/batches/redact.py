"""What is kept of an uploaded file: its very bytes, or a copy without what must never be stored."""

import io

import xlsxwriter

from services.batches.private import private
from services.batches.sheet_copy import Pen, lay, pages
from services.ingest.grid import Workbook


def redacted(book: Workbook, content: bytes, *, encoded: bool = False) -> tuple[bytes, bool]:
    """Give what to keep of a file, and whether that is a copy with cells blanked (身份证号 …) or masked (电话).

    `encoded`: only a person's word says what the bytes mean, so that alone they could not be read back.
    """
    found = [private(sheet) for sheet in book.sheets]
    if not any(found) and not encoded:
        return content, False
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True, "date_1904": book.date1904}) as copy:
        pen = Pen(copy)
        for (page, sheet), hidden in zip(pages(copy, book.sheets), found, strict=True):
            lay(page, sheet, hidden, pen)
    return buffer.getvalue(), True
