"""The kinds of spreadsheet that can be uploaded: what each is for, how recent it is, and its template."""

from collections.abc import Iterable
from html import escape

import streamlit as st

from pages.parts.download import download
from pages.parts.moment import local
from pages.parts.person import allowed
from services.batches import BatchInfo
from services.ledger import Ledger
from services.ledgers import ledgers

FORMS = {"导出 .xlsx": "xlsx", "导出 .csv": "csv"}


def newest(batches: Iterable[BatchInfo]) -> dict[str, BatchInfo]:
    """Give the newest batch that touched each ledger; `batches` come newest first."""
    found: dict[str, BatchInfo] = {}
    for batch in batches:
        for name in batch.counts:
            found.setdefault(name, batch)
    return found


def ledger_list(batches: Iterable[BatchInfo]) -> None:
    """Show the ledgers in the order in which they refer to each other."""
    latest = newest(batches)
    st.html('<h3 class="finding">可以上传的台账</h3><div class="note">'
            "直接传手头正在用的表就行，不用改样式。先传单位名册，其他台账里的单位要在名册中查得到。</div>")  # fmt: skip
    with st.container(key="ledgers", gap=None):
        for name, ledger in ledgers().items():
            with st.container(key=f"ledger_{name}", horizontal=True, vertical_alignment="center", gap="medium"):
                batch = latest.get(name)
                when = f"{local(batch.made_at):%Y-%m-%d} · 第{batch.id}批" if batch else "还没有数据"
                st.html(
                    f'<div class="kind"><b>{escape(ledger.title)}</b><span>{escape(ledger.purpose)}</span>'
                    f"<span>{when}</span></div>"
                )
                with st.container(horizontal=True, horizontal_alignment="right", gap="medium", width=340):
                    files(ledger, batch is not None)


def files(ledger: Ledger, filled: bool) -> None:
    """Offer the ledger as it stands now where it holds anything, and the empty spreadsheet."""
    for word, suffix in FORMS.items() if filled and allowed("ledger.export") else ():
        download(
            word, f"/export/ledger/{ledger.id}.{suffix}", f"export_{suffix}_{ledger.id}",
            hint="现有全部记录，再传回来不会有任何变化。",
        )  # fmt: skip
    download("空白模板", f"/export/template/{ledger.id}.xlsx", f"template_{ledger.id}", icon=":material/download:")
