"""The list of batches, of which one is chosen; the choice stands in the URL."""

from collections.abc import Mapping, Sequence

import pandas as pd
import streamlit as st

from pages.parts.moment import said
from services.batches import BatchInfo
from services.ledgers import ledgers

WORDS = {
    "new": "新增", "changed": "变更", "dropped": "去掉", "rejected": "略过",
    "removed": "撤回", "restored": "恢复原样",
}  # fmt: skip
WIDTHS = {"批次": 50, "时间": 140, "经办人": 80, "文件": 350, "做了什么": 350, "理由": 200}


def history_list(batches: Sequence[BatchInfo]) -> BatchInfo:
    """Show the batches, newest first, and give the chosen one (the URL's, else the newest)."""
    wanted = st.query_params.get("batch", "")
    known = {str(batch.id): row for row, batch in enumerate(batches)}
    if wanted and wanted not in known:
        st.html('<div class="note">网址里的批次不存在，已显示最近一批。</div>')
    event = st.dataframe(
        table(batches), hide_index=True, height=330, key=f"batches {len(batches)}", on_select="rerun",
        selection_mode="single-row-required", alt="全部批次，最近的在前",
        selection_default={"selection": {"rows": [known.get(wanted, 0)]}},
        column_config={name: st.column_config.Column(width=width) for name, width in WIDTHS.items()},
    )  # fmt: skip
    rows = event["selection"]["rows"]
    chosen = batches[rows[0] if rows and rows[0] < len(batches) else 0]
    if wanted != str(chosen.id):
        st.query_params["batch"] = str(chosen.id)
    return chosen


def table(batches: Sequence[BatchInfo]) -> pd.DataFrame:
    """Give one row per batch."""
    rows = [
        (batch.id, said(batch.made_at), batch.by, _did(batch), counted(batch.counts), batch.reason or "")
        for batch in batches
    ]
    return pd.DataFrame(rows, columns=["批次", "时间", "经办人", "文件", "做了什么", "理由"])


def counted(counts: Mapping[str, Mapping[str, int]]) -> str:
    """Give what a batch did in words: 单位名册 新增 3、变更 1；…"""
    said_of = []
    for name, each in ledgers().items():
        if name in counts:
            words = "、".join(f"{word} {counts[name][kind]}" for kind, word in WORDS.items() if counts[name].get(kind))
            said_of.append(f"{each.title} {words or '没有变化'}")
    return "；".join(said_of) or "没有变化"


def _did(batch: BatchInfo) -> str:
    name = f"撤销第{batch.undoes}批" if batch.undoes else batch.file or ""
    return f"{name}（已由第{batch.undone_by}批撤销）" if batch.undone_by else name
