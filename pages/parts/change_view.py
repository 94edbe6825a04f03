"""What a file would change, or a batch has changed: 新增, 变更 (old → new per cell), 未变, 上期有本期无."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from services.batches import Change
from services.ledger import Column, Ledger
from services.ledgers import ledger
from services.workbook.cells import written

KINDS = {"new": "新增", "changed": "变更", "missing": "上期有本期无", "unchanged": "未变"}
LIMIT = 2000
EMPTY = "（空）"
WIDTHS = {"行": 50, "哪一条": 330, "列": 140, "原来": 190, "现在": 190}


def change_view(changes: Sequence[Change], key: str, kinds: Mapping[str, str] = KINDS) -> None:
    """Show the changes of one ledger: how many of each kind, and the rows of the kind that is chosen.

    `kinds` names the kinds to show, in order.
    """
    found = {kind: [change for change in changes if change.kind == kind] for kind in kinds}
    filled = [kind for kind in kinds if found[kind]]
    if not filled:
        return
    first = next((kind for kind in ("changed", *filled) if kind in filled), filled[0])
    kind = st.segmented_control(
        "看哪一类", filled, default=first, key=key, required=True, label_visibility="collapsed",
        format_func=lambda each: f"{kinds[each]} {len(found[each])}",
    )  # fmt: skip
    listed = found[kind or first]
    declared = ledger(listed[0].ledger)
    rows = cells(listed[:LIMIT], declared) if kind == "changed" else records(listed[:LIMIT], declared)
    st.dataframe(
        rows, hide_index=True, alt=f"{declared.title}{kinds[kind or first]}的内容",
        column_config={name: st.column_config.Column(width=width) for name, width in WIDTHS.items()},
    )  # fmt: skip
    if len(listed) > LIMIT:
        st.caption(f"共 {len(listed)} 条，这里列出前 {LIMIT} 条。")


def cells(changes: Sequence[Change], declared: Ledger) -> pd.DataFrame:
    """Give one row per changed cell: line, which record, which column, before and after."""
    rows = [
        (change.line, change.title, column.title, _shown(column, change.before), _shown(column, change.after))
        for change in changes
        for column in _changed(change, declared)
    ]
    return pd.DataFrame(rows, columns=["行", "哪一条", "列", "原来", "现在"])


def records(changes: Sequence[Change], declared: Ledger) -> pd.DataFrame:
    """Give one row per record, with the columns that any of them fills."""
    rows = [change.after or change.before or {} for change in changes]
    columns = [column for column in declared.columns if any(written(column, row) is not None for row in rows)]
    lines = {"行": [change.line for change in changes]} if any(change.after for change in changes) else {}
    return pd.DataFrame({**lines, **{column.title: [_text(column, row) for row in rows] for column in columns}})


def _changed(change: Change, declared: Ledger) -> list[Column]:
    """The columns whose cells differ; the kind of a deadline stands in the deadline's own cell."""
    fields = {"due_on" if name == "due_kind" else name for name in change.fields}
    return [column for column in declared.columns if column.id in fields]


def _shown(column: Column, row: Mapping[str, Any] | None) -> str:
    return _text(column, row or {}) or EMPTY


def _text(column: Column, row: Mapping[str, Any]) -> str:
    value = written(column, row)
    return "" if value is None else str(value)
