"""One batch: where it came from, what it changed, and the button that takes it back."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from pages.parts import data
from pages.parts.change_view import change_view
from pages.parts.moment import said
from pages.parts.undo_view import ask, outcome
from services.batches import BatchInfo, batch_changes
from services.ledgers import ledgers

KINDS = {"new": "新增", "changed": "变更", "missing": "去掉"}
# An undo brings nothing new: what it adds was there before.
KINDS_OF_UNDO = {"new": "恢复", "changed": "改回", "missing": "去掉"}


def batch_view(batch: BatchInfo, batches: Sequence[BatchInfo]) -> None:
    """Show a batch and its changes, ledger by ledger."""
    changes = batch_changes(data.store(), batch.id)
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.html(f'<h3 class="finding">第 {batch.id} 批</h3><div class="note">{"<br>".join(facts(batch))}</div>')
        can_undo = batch.undone_by is None and changes
        if can_undo and st.button("撤销这一批", icon=":material/undo:", key=f"undo {batch.id}"):
            ask(batch, changes)
    outcome(batch, batches)
    if not changes:
        st.html('<div class="empty">这一批没有改变任何内容。</div>')
    kinds = KINDS_OF_UNDO if batch.undoes else KINDS
    for name, ledger in ledgers().items():
        own = [change for change in changes if change.ledger == name]
        if own:
            st.html(f'<h3 class="finding">{escape(ledger.title)}</h3>')
            change_view(own, f"changes {batch.id} {name}", kinds)


def facts(batch: BatchInfo) -> list[str]:
    """Give who, when, which file and why, as lines of HTML; words of the file are escaped."""
    what = f"撤销第{batch.undoes}批" if batch.undoes else "上传"
    lines = [f"{escape(batch.by)} · {said(batch.made_at)} · {what}"]
    if batch.file:
        lines.append(f"文件：{escape(batch.file)}" + (f"（指纹 {batch.sha256[:12]}）" if batch.sha256 else ""))
    if batch.reason:
        lines.append(f"理由：{escape(batch.reason)}")
    if batch.undone_by:
        lines.append(f"已由第{batch.undone_by}批撤销")
    return lines
