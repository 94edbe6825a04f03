"""Small spreadsheets as an office would send them."""

import io
from collections.abc import Sequence

import xlsxwriter

Line = Sequence[str | int | None]
UNITS: tuple[Line, ...] = (
    ("序号", "单位名称", "领域", "是否涉改", "是否新组建", "身份证号"),
    (1, "市财政局", "机关", "否", "否", "110101199001011234"),
    (2, "市统计局", "机关", "否", "否", None),
    (3, "市档案馆", "事业单位", "否", "否", None),
)


def workbook(*lines: Line, **more: Sequence[Line]) -> bytes:
    """Give an .xlsx whose first sheet holds `lines`, with `more` sheets by name."""
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        for name, rows in {"Sheet1": lines, **more}.items():
            sheet = book.add_worksheet(name)
            for row, cells in enumerate(rows):
                sheet.write_row(row, 0, cells)
    return buffer.getvalue()


def units(*further: Line) -> bytes:
    """Give a 单位名册 under a title, with a note, and `further` rows."""
    return workbook(("单位名册",), *UNITS, *further, ("注：以编办批复为准",))
