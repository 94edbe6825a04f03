"""The empty spreadsheet of a ledger, with drop-downs, date checks and a note on every header."""

import io

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from services.ledger import Column, Kind, Ledger

ROWS = 1000
HOW = {
    Kind.DATE: "写成 2023-03-05、2023.3.5 或 2023年3月5日；只知道月份的写 2023年3月",
    Kind.DUE: "写成 2023-03-05 等日期，或：长期坚持、立行立改、分阶段",
    Kind.BOOL: "填 是 或 否",
    Kind.ATTENDED: "填 1/1（到）或 1/0（未到）；空白按到",
    Kind.INT: "填整数",
    Kind.HOURS: "填学时数，或如“5天”",
    Kind.NUMBER: "填数字",
    Kind.YEAR: "填四位年份",
    Kind.LIST: "多项用顿号隔开",
    Kind.PHONE: "保存时自动隐去中间四位",
    Kind.REF: "填全称、简称或曾用名",
}


def template(ledger: Ledger) -> bytes:
    """Give the template of a ledger as a workbook: its sheet, and a hidden 字典 with the words to choose from."""
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        sheet = book.add_worksheet(ledger.title[:31])
        words = book.add_worksheet("字典")
        words.hide()
        plain = book.add_format(
            {"bold": True, "bg_color": "#E8F1F8", "border": 1, "text_wrap": True, "valign": "vcenter"}
        )
        must = book.add_format(
            {"bold": True, "bg_color": "#FFF3D6", "border": 1, "text_wrap": True, "valign": "vcenter"}
        )
        text = book.add_format({"num_format": "@"})
        sheet.write_string(0, 0, "序号", plain)
        sheet.set_column(0, 0, 6)
        for at, column in enumerate(ledger.columns, 1):
            sheet.set_column(at, at, 16, text if column.kind in (Kind.TEXT, Kind.PHONE, Kind.REF) else None)
            sheet.write_string(
                0, at, f"{column.title}{'*' if column.required else ''}", must if column.required else plain
            )
            sheet.write_comment(0, at, note(column), {"x_scale": 2})
            _choices(sheet, words, at, column)
        sheet.freeze_panes(1, 0)
    return buffer.getvalue()


def note(column: Column) -> str:
    """Give what a header's note says: whether it must be filled, and how to write it."""
    lines = ["必填" if column.required else "选填"]
    if column.choices:
        lines.append(f"从下拉中选择：{'、'.join(column.choices)}")
    elif column.kind in HOW:
        lines.append(HOW[column.kind])
    if column.aliases:
        lines.append(f"表头也可以写：{'、'.join(column.aliases)}")
    return "\n".join(lines)


def _choices(sheet: Worksheet, words: Worksheet, at: int, column: Column) -> None:
    options = list(column.choices) or (["是", "否"] if column.kind is Kind.BOOL else [])
    if not options:
        return
    for line, word in enumerate(options):
        words.write_string(line, at, word)
    name = xl_col_to_name(at)
    rule = {"validate": "list", "source": f"=字典!${name}$1:${name}${len(options)}", "error_title": "请从下拉中选择"}
    if column.open_choice:
        rule["error_type"] = "information"
    sheet.data_validation(1, at, ROWS, at, rule)
