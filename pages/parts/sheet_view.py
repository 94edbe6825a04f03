"""One sheet as it was understood: which ledger, where the header stands, what every row and column is."""

from html import escape

import streamlit as st

from services.batches import SheetPreview
from services.ledgers import ledger

BUCKETS = {
    "title": "标题", "header": "表头", "data": "数据", "section": "分节",
    "total": "合计", "note": "说明", "blank": "空行", "other": "其他",
}  # fmt: skip


def sheet_view(sheet: SheetPreview) -> None:
    """Show how a sheet was read."""
    st.html(f'<div class="read">{"".join(f"<div>{line}</div>" for line in lines(sheet))}</div>')


def lines(sheet: SheetPreview) -> list[str]:
    """Give what was understood as lines of HTML; words of the file are escaped."""
    declared = ledger(sheet.ledger or "")
    said = [f"识别为 <b>{escape(declared.title)}</b>{_header(sheet)}", escape(rows_said(sheet)), _columns(sheet)]
    found = {*sheet.columns, *sheet.cells, sheet.layout.section}
    absent = [each.title for name, each in declared.by_id.items() if name not in found]
    if absent:
        said.append(_list("表里没有的列", absent, "已有记录里的这些内容不受影响"))
    if sheet.unknown_columns:
        said.append(_list("没有用到的列", sheet.unknown_columns, "不属于这种台账，没有导入"))
    if sheet.dropped_columns:
        said.append(_list("不读取的列", sheet.dropped_columns, "按规定不入库，这些列的内容没有读取"))
    return said


def rows_said(sheet: SheetPreview) -> str:
    """Give the buckets in words, adding up: 共 13 行：标题 3、表头 1、数据 3 …"""
    parts = "、".join(f"{word} {sheet.rows[name]}" for name, word in BUCKETS.items() if sheet.rows.get(name))
    return f"共 {sum(sheet.rows.values())} 行：{parts}"


def skipped(sheets: list[SheetPreview]) -> None:
    """List the sheets that were not taken, and why."""
    if not sheets:
        return
    items = "".join(
        f"<li>{escape(each.name)}{'' if each.visible else '（隐藏）'}：{escape(each.skipped or '没有读取')}</li>"
        for each in sheets
    )
    st.html(f'<div class="note">没有导入的工作表<ul>{items}</ul></div>')


def _header(sheet: SheetPreview) -> str:
    if sheet.header is None:
        return ""
    first, last = sheet.header
    return f" · 表头在第 {first} 行" if first == last else f" · 表头在第 {first}—{last} 行"


def _columns(sheet: SheetPreview) -> str:
    titles = {name: each.title for name, each in ledger(sheet.ledger or "").by_id.items()}
    placed = sorted({**sheet.columns, **sheet.cells}.items(), key=lambda item: _place(item[1]))
    chips = "".join(f"<span><i>{escape(at)}</i>{escape(titles.get(name, name))}</span>" for name, at in placed)
    if sheet.layout.section:
        chips += f"<span><i>分节</i>{escape(titles[sheet.layout.section])}</span>"
    return f'<span class="chips">{chips}</span>'


def _place(at: str) -> tuple[bool, int, str]:
    """Cells above the table ("A2") before columns, and B before AA."""
    return at.isalpha(), len(at), at


def _list(title: str, names: tuple[str, ...] | list[str], word: str) -> str:
    return f'<span class="note">{title}：{escape("、".join(names))}（{word}）</span>'
