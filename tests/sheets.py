"""Small spreadsheets for tests, made in memory."""

import io
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import xlsxwriter

UNITS = (
    ("序号", "单位名称", "单位简称", "曾用名", "领域", "是否涉改", "改革类型", "处置方式", "是否新组建"),
    (1, "市教育局", None, None, "机关", "是", "市级机构改革", "优化", "否"),
    (2, "市财政局", None, None, "机关", "是", "市级机构改革", "优化", "否"),
    (3, "市市场监督管理局", "市市场监管局", "市工商局", "机关", "是", "市级机构改革", "调整", "是"),
    (4, "市图书馆", None, None, "事业单位", "否", None, None, "否"),
)
ROUND = "2023年第一轮党建督查"
FINDINGS = (
    ("督查批次", "问题编号", "责任单位", "问题类别", "存在问题", "反馈日期", "整改时限", "整改状态", "销号日期",
     "整改措施"),
    (ROUND, "1-1", "市教育局", "组织生活", "记录不完整", "2023.3.1", "2023.5.31", "整改中", None, "建台账"),
    (ROUND, "1-2", "市财政局", "党费", "登记不及时", "2023.3.1", "2023.6.30", "整改中", None, "专人负责"),
    (ROUND, "1-3", "市图书馆", "党费", "公示不及时", "2023.3.1", "长期坚持", "整改中", None, None),
)  # fmt: skip


def xlsx(*rows: Sequence[Any], sheet: str = "Sheet1") -> bytes:
    """Give a workbook of one sheet; dates become date cells, None an empty one."""
    return workbook({sheet: rows})


def workbook(sheets: Mapping[str, Sequence[Sequence[Any]]]) -> bytes:
    """Give a workbook with these sheets."""
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_formulas": False}) as book:
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        for name, rows in sheets.items():
            page = book.add_worksheet(name)
            for r, row in enumerate(rows):
                for c, value in enumerate(row):
                    if isinstance(value, date):
                        page.write_datetime(r, c, value, day)
                    elif value is not None:
                        page.write(r, c, value)
    return buffer.getvalue()


def changed(rows: Sequence[Sequence[Any]], line: int, column: int, value: Any) -> list[Sequence[Any]]:
    """Give the rows with one cell written over; line 1 is the first row under the header."""
    copy = [list(row) for row in rows]
    copy[line][column] = value
    return list(copy)
