"""Rows of ledgers as a table a person can read: Chinese column titles, words for yes and no, where each row stands."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

import pandas as pd

from services.ledger import Ledger
from services.ledgers import ledger
from services.share import written

STATE = "当前状态"
CELL = "单元格"
# What an indicator knows of a row besides its columns, where it helps to read the list.
FACTS = {"hours": "本年学时", "state": STATE, "late": "逾期天数", "days": "天数"}
PLACE = {"file": "文件", "sheet": "工作表", "cell": CELL, "batch": "批次"}


def about_persons(declared: Ledger) -> bool:
    """Say whether a ledger is about persons: only then are their names shown."""
    return any(column.person and column.required for column in declared.columns)


def named(declared: Ledger, values: Mapping[str, Any]) -> dict[str, str]:
    """Give a row's filled values by column title; persons' names only where the ledger is about persons."""
    shown = about_persons(declared)
    found = {}
    for column in declared.columns:
        value = values.get(column.id)
        if value not in (None, "", []) and (shown or not column.person):
            found[column.title] = said(value)
    return found


def said(value: Any) -> str:
    """Give one value in words: 是/否, 2023-05-31, 甲、乙, and numbers without a needless ".0"."""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list):
        return "、".join(map(str, value))
    return f"{written(value)}" if isinstance(value, float) else str(value)


def _text(value: object) -> str:
    return "" if value is None else str(value)


def table(rows: Iterable[Mapping[str, Any]]) -> pd.DataFrame:
    """Give rows (ledger, values, file, sheet, cell, batch, perhaps facts) as a frame, one line each, in their order.

    The cell and the facts come first, then the columns in the order of the ledgers' declarations; one that no row
    fills is left out.
    """
    lines = []
    titles: dict[str, None] = {}
    for row in rows:
        declared = ledger(row["ledger"])
        values = named(declared, row["values"])
        titles.update(dict.fromkeys(column.title for column in declared.columns))
        known = row.get("facts", {})
        facts = {title: said(known[name]) for name, title in FACTS.items() if known.get(name) is not None}
        lines.append({**facts, **values, **{PLACE[name]: _text(row.get(name)) for name in PLACE}})
    frame = pd.DataFrame(lines)
    order = [CELL, *FACTS.values(), *titles, *(title for title in PLACE.values() if title != CELL)]
    return frame.reindex(columns=[title for title in order if title in frame]).fillna("")
