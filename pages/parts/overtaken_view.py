"""What others committed while a file was on the desk, and which of the file's rows they changed."""

from collections.abc import Iterable
from html import escape

import pandas as pd
import streamlit as st

from pages.parts.change_view import EMPTY
from pages.parts.moment import said
from services.batches import Change, Overtaking
from services.ledgers import ledger
from services.workbook.cells import written

KINDS = {"new": "新增了这一条", "missing": "去掉了这一条"}


def overtaken_view(found: Iterable[Overtaking]) -> None:
    """Say who wrote what in the meantime, and list the rows of this file that were touched."""
    listed = list(found)
    html = "".join(f"<div>{line}</div>" for line in lines(listed))
    st.html(f'<div class="outcome soon"><b>◔ 预览之后又有人提交了</b>{html}</div>')
    rows = table(listed)
    if len(rows):
        with st.expander(f"这个文件里被别人动过的 {sum(len(each.shared) for each in listed)} 条", expanded=True):
            st.dataframe(rows, hide_index=True, alt="这个文件里被别人动过的记录")


def lines(found: list[Overtaking]) -> list[str]:
    """Give a line of HTML per batch: who, when, which file, what it touched of this file; and what to do."""
    said_of = [escape(_batch(each)) for each in found] or ["数据已被清空"]
    return [*said_of, "下面是按最新数据重新核对的预览，请看过再提交。"]


def _batch(each: Overtaking) -> str:
    batch = each.batch
    did = f"撤销了第{batch.undoes}批" if batch.undoes else f"提交了“{batch.file}”"
    touched = "、".join(f"{ledger(name).title} {count} 条" for name, count in each.touched.items()) or "没有改动内容"
    shared = f"其中 {len(each.shared)} 条也在这个文件里" if each.shared else "没有动到这个文件里的记录"
    return f"{batch.by}在 {said(batch.made_at)} {did}（第{batch.id}批）：{touched}，{shared}。"


def table(found: Iterable[Overtaking]) -> pd.DataFrame:
    """Give one row per record of this file that a batch touched: batch, ledger, which record, what was done."""
    rows = [
        (f"第{each.batch.id}批 {each.batch.by}", ledger(change.ledger).title, change.title, done(change))
        for each in found
        for change in each.shared
    ]
    return pd.DataFrame(rows, columns=["谁", "台账", "哪一条", "做了什么"])


def done(change: Change) -> str:
    """Give what a batch did to a record: 新增了这一条, or 整改状态：整改中 → 已销号."""
    if change.kind != "changed":
        return KINDS[change.kind]
    columns = [each for each in ledger(change.ledger).columns if each.id in change.fields]
    before, after = change.before or {}, change.after or {}
    cells = ((each.title, written(each, before), written(each, after)) for each in columns)
    return "；".join(
        f"{title}：{EMPTY if old is None else old} → {EMPTY if new is None else new}" for title, old, new in cells
    )
