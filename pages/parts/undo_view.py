"""Taking a batch back: the question before, and what came of it."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from pages.parts import data
from pages.parts.person import acting, person
from services.batches import BatchInfo, Change, Conflict, batch_changes, history, undo
from services.ledgers import ledger


@st.dialog("撤销这一批")
def ask(batch: BatchInfo, changes: Sequence[Change]) -> None:
    """Ask once more, saying what would be undone."""
    st.text(f"第{batch.id}批{f'：{batch.file}' if batch.file else ''}")
    st.html("".join(f"<div>{line}</div>" for line in would(changes)))
    st.html('<div class="note">撤销本身也记为一批，随时可以再撤销回来。'
            "如果其中的内容后来又被别的批次改过，就不会撤销，也不会动任何内容。</div>")  # fmt: skip
    person()
    with st.container(horizontal=True, horizontal_alignment="right"):
        if st.button("取消"):
            st.rerun()
        if st.button("撤销", type="primary", on_click=take_back, args=(batch.id,)):
            st.rerun()


def would(changes: Sequence[Change]) -> list[str]:
    """Give what an undo would do, in words."""
    count = {kind: sum(change.kind == kind for change in changes) for kind in ("new", "changed", "missing")}
    said = {
        "new": f"去掉它新增的 {count['new']} 条",
        "changed": f"把它改过的 {count['changed']} 条恢复成原来的内容",
        "missing": f"把它去掉的 {count['missing']} 条放回来",
    }
    return [sentence for kind, sentence in said.items() if count[kind]]


def take_back(number: int) -> None:
    """Undo a batch in one call and keep what came of it; a batch that is undone already stays as it is."""
    store = data.store()
    if any(batch.id == number and batch.undone_by is None for batch in history(store)):
        done = undo(store, number, acting())
        st.session_state["undone"] = (store.version(), done)


def outcome(batch: BatchInfo, batches: Sequence[BatchInfo]) -> None:
    """Say what came of the undo just asked for: done, or what stands in the way."""
    version, done = st.session_state.get("undone", (None, None))
    if done is None or done.undoes != batch.id or version != batches[0].id:
        return
    if done.outcome == "undone":
        st.html(f'<div class="outcome done">✓ 已撤销，记为第 {done.batch} 批。</div>')
        return
    st.html(
        f'<div class="outcome late"><b>▲ 没有撤销，什么也没有改动</b>'
        f"<div>下面 {len(done.conflicts)} 条后来又被别的批次改过或引用。要撤销这一批，请先撤销那些批次。</div></div>"
    )
    st.dataframe(table(done.conflicts, batches), hide_index=True, alt="挡住撤销的内容")


def table(conflicts: Sequence[Conflict], batches: Sequence[BatchInfo]) -> pd.DataFrame:
    """Give one row per conflict: ledger, which record, and the batch that stands in the way."""
    names = {number: _titles(number) for number in {conflict.changed_by_batch for conflict in conflicts}}
    files = {batch.id: batch.file or "" for batch in batches}
    rows = [
        (
            ledger(each.ledger).title,
            names[each.changed_by_batch].get((each.ledger, each.key), each.key.partition("|")[2].replace("|", " · ")),
            f"第{each.changed_by_batch}批 {files.get(each.changed_by_batch) or ''}",
        )
        for each in conflicts
    ]
    return pd.DataFrame(rows, columns=["台账", "哪一条", "后来的批次"])


def _titles(number: int) -> dict[tuple[str, str], str]:
    return {(change.ledger, change.key): change.title for change in batch_changes(data.store(), number)}
