"""Where a row was read: each of its values with its cell, and the original sheet with the chosen cell in its midst."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from pages.parts import data
from pages.parts.asked import asked
from pages.parts.heading import LOOK
from pages.parts.listing import about_persons, said
from pages.parts.menu import link
from pages.parts.moment import said as when
from pages.parts.sheet_grid import amid
from pages.parts.withheld import withheld
from services.batches.excerpt import Excerpt
from services.ingest.grid import column_number, place
from services.ledger import Ledger
from services.ledgers import ledger

MARK = "◀ 计数依据"
NO_CELL = "由其他内容得出，表里没有它的单元格"
PERSON = "（人名）"
WIDTHS = {"单元格": 60, "栏目": 85, "内容": 190, "说明": 90}  # pixels
Fields = Mapping[str, Any]


@dataclass(frozen=True)
class Value:
    """One value of a row: its column's title, what it says, the sheet (its number) and the cell it was read from."""

    title: str
    text: str
    source: int
    cell: str | None
    note: str = ""


def source(row: Fields, decided: Fields | None = None) -> None:
    """Show a row's values (a SourcedRow's fields) and the original sheet of the one that is picked.

    `decided` names `file` and `cell` that decided the count; it is in the picture until another one is picked.
    """
    if withheld(row["ledger"]):
        return
    _, now = asked()
    ids = {row["source"], *(source for source, _ in row["kept"].values())}
    origins = data.origins(now.stamp, tuple(sorted(ids)))
    found = values(row, origins, decided)
    st.html(LOOK)
    with st.container(border=True, key="source"):
        st.html(f'<h3 class="finding">这一行的出处</h3><div class="note">{_what(row)}</div>')
        left, right = st.columns([2, 3])
        with left:
            chosen = st.dataframe(
                frame(found), hide_index=True, on_select="rerun", selection_mode="single-row",
                key=f"cells_{row['ledger']}_{row['id']}", alt="这一行的各个单元格", height="content",
                column_config={title: st.column_config.Column(width=width) for title, width in WIDTHS.items()},
            )  # fmt: skip
        picked = chosen.selection.rows
        value = found[picked[0]] if picked and picked[0] < len(found) else _first(found)
        with right:
            _picture(value, origins[value.source], row, now.stamp)


def unit_link(row: Fields) -> None:
    """Show the link to everything on record of the unit a row is about."""
    view, now = asked()
    if unit := row["values"].get("name" if row["ledger"] == "units" else "unit"):
        link(f"看{unit}的全部记录", "unit", view.only(), now, unit=unit)


def values(row: Fields, origins: Mapping[int, Fields], decided: Fields | None = None) -> list[Value]:
    """Give the row's values in the order of the sheet, those without a cell at the end."""
    declared = ledger(row["ledger"])
    found = []
    for column in declared.columns:
        if column.person and not about_persons(declared):
            continue
        number, line = row["kept"].get(column.id, (row["source"], row["line"]))
        at, content = origins[number]["columns"].get(column.id), row["values"].get(column.id)
        if content is None and column.id == "due_on":
            content = row["values"].get("due_kind")
        if at is None and content is None:
            continue
        cell = None if at is None else at if at[-1].isdigit() else f"{at}{line}"
        notes = [MARK] if decided and (decided["file"], decided["cell"]) == (origins[number]["file"], cell) else []
        notes += [f"沿用第{origins[number]['batch']}批的文件"] if number != row["source"] else []
        notes += [NO_CELL] if cell is None else []
        found.append(Value(column.title, "" if content is None else said(content), number, cell, "，".join(notes)))
    return sorted(found, key=lambda value: (value.cell is None, value.source != row["source"], _order(value.cell)))


def frame(found: Sequence[Value]) -> pd.DataFrame:
    """Give the values as a table."""
    lines = [(value.cell or "", value.title, value.text, value.note) for value in found]
    return pd.DataFrame(lines, columns=["单元格", "栏目", "内容", "说明"])


def _order(cell: str | None) -> tuple[int, int]:
    return place(cell)[::-1] if cell else (0, 0)


def _first(found: Sequence[Value]) -> Value:
    """Give the value that decided the count, else the first with a cell."""
    return next((value for value in found if value.note.startswith(MARK)), found[0])


def _what(row: Fields) -> str:
    where = f"{ledger(row['ledger']).title} · {row['file']} · 第{row['line']}行"
    return f"{escape(where)} · 点任一栏目，看它在原表里的位置"


def _picture(value: Value, origin: Fields, row: Fields, stamp: str) -> None:
    """Show the facts of the file and the cell in the original sheet, or the sentence that says why it is not shown."""
    st.html(f'<div class="facts origin">{_facts(value, origin)}</div>')
    if value.cell is None:
        st.html(f'<div class="empty">“{escape(value.title)}”{NO_CELL}。</div>')
        return
    block = place(value.cell)[0] // data.BLOCK
    read = data.original(stamp, origin["sha256"], origin["sheet"], row["ledger"], block)
    drawn = "" if isinstance(read, str) else amid(_without_persons(Excerpt(**read), origin), value.cell, _named(origin))
    if drawn:
        st.html(drawn)
    else:
        reason = read if isinstance(read, str) else "原表里没有这一行，看不到原表。"
        st.html(f'<div class="empty">{escape(reason)}</div>')


def _facts(value: Value, origin: Fields) -> str:
    digest = origin["sha256"]
    lines = {
        "文件": escape(origin["file"]),
        "工作表": escape(origin["sheet"]),
        value.cell or value.title: escape(value.text) or "（空白）",
        "上传": escape(f"第{origin['batch']}批 · {origin['made_by']} · {when(origin['made_at'])}"),
        "文件摘要": f'<abbr title="SHA-256：{digest}">{digest[:12]}</abbr>',
    }
    return "".join(f"<span><i>{title}</i>{text}</span>" for title, text in lines.items())


def _without_persons(excerpt: Excerpt, origin: Fields) -> Excerpt:
    """Give the picture without the names of persons where the ledger is not about persons."""
    declared = ledger(origin["ledger"])
    columns = _persons(declared, origin["columns"])
    rows = {
        r: tuple(PERSON if text and c in columns and excerpt.buckets.get(r) == "data" else text
                 for c, text in enumerate(texts))
        for r, texts in excerpt.rows.items()
    }  # fmt: skip
    return replace(excerpt, rows=rows)


def _named(origin: Fields) -> tuple[int, ...]:
    """Give the columns by which a reader knows a row: the first, and the unit's."""
    at = origin["columns"].get("unit") or origin["columns"].get("name") or ""
    return (0, column_number(at)) if at.isalpha() else (0,)


def _persons(declared: Ledger, columns: Mapping[str, str]) -> set[int]:
    if about_persons(declared):
        return set()
    letters = (columns.get(column.id, "") for column in declared.columns if column.person)
    return {column_number(at) for at in letters if at.isalpha()}
