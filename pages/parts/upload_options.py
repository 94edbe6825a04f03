"""The choices of the upload page: boxes whose answers, kept per file in the session, make up `Options`."""

from collections.abc import Iterable, Mapping
from typing import Any

import streamlit as st

from pages.parts.receipt import totals
from services.batches import Options, Preview
from services.ledger import Column
from services.ledgers import ledger, ledgers

RECOGNISE, ALL = "按表头自动识别", "全部可见的工作表"


def chosen(state: Mapping[Any, Any], file: str) -> Options:
    """Give the options as the boxes for `file` stand (before they are drawn for the first time: none)."""

    def of(name: str) -> Any:
        return state.get(f"{name} {file}")

    given = {name: (of(f"given.{name}") or "").strip() for name in of("given") or ()}
    kind, sheet = of("ledger"), of("sheet")
    return Options(
        ledger=None if kind in (None, RECOGNISE) else kind,
        sheet=None if sheet in (None, ALL) else sheet,
        given={name: text for name, text in given.items() if text},
        only_valid=bool(of("only_valid")),
        clear_empty=frozenset(of("clear_empty") or ()),
        drop_missing=bool(of("drop_missing")),
        reason=(of("reason") or "").strip() or None,
        encoding=of("encoding"),
        corrections=of("corrections") or {},
    )


def kind_and_sheet(file: str, sheets: tuple[str, ...]) -> None:
    """Ask which ledger the file is and which of its sheets counts."""
    titles = {name: each.title for name, each in ledgers().items()}
    st.selectbox(
        "这是哪种台账", [RECOGNISE, *titles], key=f"ledger {file}", persist_state="session",
        format_func=lambda name: titles.get(name, name),
    )  # fmt: skip
    if len(sheets) > 1:
        st.selectbox("导入哪张工作表", [ALL, *sheets], key=f"sheet {file}", persist_state="session")


def how(file: str, preview: Preview) -> None:
    """Ask how the file is to be taken: what to do about faulty rows and missing rows; and why."""
    rows = totals(preview.sheets)
    taken = rows["new"] + rows["changed"] + rows["unchanged"]
    if rows["rejected"] and taken:
        label = f"只导入正确的 {taken} 行，略过有错误的 {rows['rejected']} 行"
        st.checkbox(label, key=f"only_valid {file}")
    if rows["missing"] and not rows["rejected"]:  # a row that was not read may be the one that is missed
        st.checkbox(
            f"去掉本期没有的 {rows['missing']} 条", key=f"drop_missing {file}",
            help="不勾选时，上期有而本期没有的记录照样保留。",
        )  # fmt: skip
    st.text_input(
        "理由", key=f"reason {file}", placeholder="选填；推后整改时限时必填", max_chars=200, persist_state="session"
    )


def more(file: str, preview: Preview) -> None:
    """Ask for what is seldom needed: one value for a whole column, columns whose empty cells clear what is there."""
    columns = _columns(preview)
    if columns:
        with st.expander("更多选项"):
            _given(file, preview, columns)
            _clear_empty(file, preview, columns)


def _columns(preview: Preview) -> dict[str, Column]:
    """The columns of the file's ledger; none where it holds several kinds."""
    kinds = {sheet.ledger for sheet in preview.sheets if sheet.ledger}
    return dict(ledger(kinds.pop()).by_id) if len(kinds) == 1 else {}


def _given(file: str, preview: Preview, columns: Mapping[str, Column]) -> None:
    wanting = [p.field for sheet in preview.sheets for p in sheet.problems if p.code == "required_missing"]
    default = [name for name in dict.fromkeys(wanting) if name in columns]
    picked: Iterable[str] = st.multiselect(
        "整张表统一填一个值的列", list(columns), default, key=f"given {file}", placeholder="请选择列",
        format_func=lambda name: columns[name].title, help="只用在表里没有这一列，或单元格空白的地方。",
    )  # fmt: skip
    for name in picked:
        st.text_input(columns[name].title, key=f"given.{name} {file}", placeholder="照单元格里的写法填")


def _clear_empty(file: str, preview: Preview, columns: Mapping[str, Column]) -> None:
    mapped = {name for sheet in preview.sheets for name in sheet.columns}
    options = [name for name, column in columns.items() if name in mapped and not column.required]
    st.multiselect(
        "空即清空的列", options, key=f"clear_empty {file}", placeholder="请选择列",
        format_func=lambda name: columns[name].title,
        help="平时空白单元格不改动已有内容；选中的列，空白就把已有内容清掉。",
    )  # fmt: skip
