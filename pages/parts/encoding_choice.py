"""For a file of texts whose encoding is unclear: how it would read in each one, and the analyst's choice."""

from html import escape

import streamlit as st

from services.batches import Preview
from services.ingest.encoding import CHOICES, candidates, certain

# Refusals behind which a wrong guess of the encoding may stand.
UNCLEAR = ("encoding", "no_header", "unknown_ledger")


def encoding_choice(file: str, preview: Preview, content: bytes) -> None:
    """Ask in which encoding the file is, where that is in doubt or was chosen before."""
    doubtful = preview.refusal is not None and preview.refusal.code in UNCLEAR and not certain(content)
    if not doubtful and preview.options.encoding is None:
        return
    shown = candidates(content)
    if not shown:
        return
    wanted = preview.refusal is not None and preview.refusal.code == "encoding"
    chosen = preview.options.encoding
    label = f"正按“{CHOICES[chosen][0]}”读取。读得不通？另选编码" if chosen else "文字显示成乱码？请选择编码"
    with st.expander(label, expanded=wanted):
        st.radio(
            "哪一种读得通", list(shown), index=None, key=f"encoding {file}", horizontal=True,
            persist_state="session", format_func=lambda choice: CHOICES[choice][0],
        )  # fmt: skip
        st.html(
            '<div class="encodings">' + "".join(_lines(choice, lines) for choice, lines in shown.items()) + "</div>"
        )


def _lines(choice: str, lines: list[str]) -> str:
    words = "<br>".join(escape(line) for line in lines)
    return f"<div><b>{CHOICES[choice][0]}</b><p>{words}</p></div>"
