"""Read .xlsx and .xlsm: values by calamine, and from the XML what calamine does not tell."""

import io
from typing import Any

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from services.errors import Refused
from services.ingest.classified import unclassified
from services.ingest.grid import Sheet, Workbook
from services.ingest.margins import margins
from services.ingest.overlay import Overlay, overlay
from services.ingest.package import Package, inconsistent
from services.ingest.parts import Parts
from services.ingest.preflight import preflight


def parse(content: bytes) -> Workbook:
    """Give all worksheets of an OOXML workbook (chart and macro sheets are none); raises Refused."""
    package = Package(content)
    preflight(package)
    unclassified(margins(package))
    parts = Parts(package)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        found = [
            (about, book.get_sheet_by_name(about.name))
            for about in book.sheets_metadata
            if about.typ == SheetTypeEnum.WorkSheet
        ]
    except PasswordError as error:
        raise Refused("encrypted", "文件有打开密码，请去掉密码后再传。") from error
    except CalamineError as error:
        raise inconsistent() from error
    return Workbook(tuple(_sheet(sheet, about.visible == SheetVisibleEnum.Visible, parts) for about, sheet in found))


def _sheet(sheet: CalamineSheet, visible: bool, parts: Parts) -> Sheet:
    rows: list[list[Any]] = [*sheet.to_python(skip_empty_area=False)]
    extra = overlay(parts.sheet(sheet.name), rows, parts.two_decimal_styles)
    _lay(rows, extra)
    merges = tuple((r1, c1, r2, c2) for (r1, c1), (r2, c2) in sheet.merged_cell_ranges or ())
    return Sheet(sheet.name, visible, rows, merges, extra.hidden_rows, extra.formats, parts.date1904)


def _lay(rows: list[list[Any]], extra: Overlay) -> None:
    """Put error cells and uncached formulas where calamine left blanks, or did not reach."""
    if not extra.cells:
        return
    width = max(len(rows[0]) if rows else 0, 1 + max(c for _, c in extra.cells))
    height = max(len(rows), 1 + max(r for r, _ in extra.cells))
    rows.extend([] for _ in range(height - len(rows)))
    for row in rows:
        row.extend([None] * (width - len(row)))
    for (r, c), cell in extra.cells.items():
        if rows[r][c] in (None, ""):
            rows[r][c] = cell
