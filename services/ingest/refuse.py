"""Sheets that hold no ledger: forms, summaries, several tables at once, headers without rows (ledgers.md §6)."""

import re

from services.errors import Refused
from services.ingest import limits
from services.ingest.grid import Sheet
from services.ingest.match import Match
from services.ingest.shape import Shape
from services.ingest.words import is_value
from services.ledger import Ledger
from services.text import header

COUNT_TITLE = re.compile("(数|率|量|比|比例|合计|小计|总计)$")


def refuse(sheet: Sheet, shape: Shape, match: Match, ledger: Ledger) -> None:
    """Raise Refused where the sheet cannot be read as the ledger asked for; else do nothing.

    Codes: form, no_header, several_tables, summary_table, no_data, too_many_rows.
    """
    if shape.form:
        raise Refused("form", f"工作表“{sheet.name}”是一张登记表，不是台账：请改成一行一条、有列标题的表格。")
    if shape.header is None:
        raise Refused("no_header", f"工作表“{sheet.name}”里没有找到列标题，请检查表格是否有一行列标题。")
    if shape.other_headers or _side_by_side(shape, match):
        raise Refused("several_tables", f"工作表“{sheet.name}”里有几张不同的表，请分开放在不同的工作表里再传。")
    summary = _is_summary(sheet, shape, match, ledger)
    if not match.columns and not (summary and _counts(shape)):
        raise Refused("no_header", f"工作表“{sheet.name}”的列标题与“{ledger.title}”对不上，请核对台账类型和列标题。")
    if not shape.data:
        raise Refused("no_data", f"工作表“{sheet.name}”只有列标题，没有数据。")
    if summary:
        raise Refused("summary_table", f"工作表“{sheet.name}”是汇总数，没有逐单位明细，请上传明细台账。")
    if len(shape.data) > limits.DATA_ROWS:
        raise limits.too_many_rows()


def _counts(shape: Shape) -> bool:
    """Say whether the titles themselves speak of counts: 单位数, 完成率, 小计."""
    return sum(bool(path) and COUNT_TITLE.search(header(path[-1])) is not None for path in shape.headers) > 1


def _is_summary(sheet: Sheet, shape: Shape, match: Match, ledger: Ledger) -> bool:
    """Say whether the rows are counts per category: nothing names the row, and most cells are numbers."""
    keys = {field for key in ledger.keys for field in key}
    if not any(column.id in keys for column in match.missing):
        return False
    texts = numbers = 0
    for r in shape.data:
        for c, cell in enumerate(sheet.rows[r]):
            if cell is not None and c != shape.position:
                counted = isinstance(cell, int | float) or (isinstance(cell, str) and is_value(cell))
                numbers, texts = numbers + counted, texts + (not counted)
    return numbers >= texts and numbers > len(shape.data)


def _side_by_side(shape: Shape, match: Match) -> bool:
    """Say whether two tables stand beside each other: a second 序号, or the same titles again after a gap."""
    forms = [header(path[-1]) if path else "" for path in shape.headers]
    if sum(form == "序号" for form in forms) > 1:
        return True
    blocks = _blocks(forms)
    mapped = set(match.columns.values())
    of_ours = [block for block in blocks if mapped.intersection(block)]
    strangers = [block for block in blocks if len(block) > 2 and not mapped.intersection(block)]
    first = {forms[c] for c in blocks[0]} if blocks else set()
    again = [block for block in blocks[1:] if sum(forms[c] in first for c in block) > 1]
    return bool(again) or bool(of_ours and strangers)


def _blocks(forms: list[str]) -> list[list[int]]:
    """Give the runs of neighbouring columns that have titles."""
    blocks: list[list[int]] = []
    for c, form in enumerate(forms):
        if form:
            if c == 0 or not forms[c - 1]:
                blocks.append([])
            blocks[-1].append(c)
    return blocks
