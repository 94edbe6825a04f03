"""What was committed: the batch, what it did, and where to look at it."""

from collections import Counter
from collections.abc import Iterable
from html import escape

import streamlit as st

from pages.parts.data import Now
from pages.parts.desk import Receipt
from pages.parts.effect_view import effect_view
from pages.parts.in_sight import in_sight
from pages.parts.menu import link
from pages.parts.view import View
from services.batches import Preview, SheetPreview
from services.ledgers import ledger


def receipt(done: Receipt, view: View, now: Now) -> None:
    """Say what was written, with links to the batch and to the figures."""
    with st.container(border=True, key="receipt"):
        in_sight(f"batch {done.batch}")
        lines = "".join(f"<li>{escape(line)}</li>" for line in said(done.preview))
        st.html(f'<h3 class="finding">✓ 已提交，这是第 {done.batch} 批</h3>{escape(done.preview.file)}<ul>{lines}</ul>')
        if done.effects:
            st.html('<div class="note">这些数字变了：</div>')
            effect_view(done.effects)
        with st.container(horizontal=True, gap="medium"):
            link("看这一批改了什么", "history", view, now, icon=":material/history:", batch=str(done.batch))
            link("看总览", "overview", view, now, icon=":material/monitoring:")


def said(preview: Preview) -> list[str]:
    """Give a line per ledger: what was new, changed, unchanged, kept though missing, left out."""
    found: list[str] = []
    for name in dict.fromkeys(sheet.ledger for sheet in preview.sheets if sheet.ledger):
        own = [sheet for sheet in preview.sheets if sheet.ledger == name]
        count = totals(own)
        words = [f"新增 {count['new']}", f"变更 {count['changed']}", f"未变 {count['unchanged']}"]
        if count["missing"]:
            missing = "去掉" if preview.options.drop_missing else "照样保留"
            words.append(f"上期有本期无 {count['missing']}（{missing}）")
        if count["rejected"]:
            words.append(f"略过有错误的 {count['rejected']} 行")
        found.append(f"{ledger(name).title}：{'，'.join(words)}")
    return found


def totals(sheets: Iterable[SheetPreview]) -> Counter[str]:
    """Give how many rows of the sheets together are new, changed, unchanged, missing, rejected."""
    count: Counter[str] = Counter()
    for sheet in sheets:
        count.update({**sheet.counts, "rejected": sheet.rejected})
    return count
