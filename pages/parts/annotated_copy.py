"""The uploaded file back to the analyst, with every fault marked where it is."""

from functools import partial
from pathlib import PurePath

import streamlit as st

from services.batches import Preview
from services.ingest.read import read
from services.workbook.annotated import annotated

SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def annotated_copy(preview: Preview, content: bytes) -> None:
    """Offer the annotated copy of a file with problems; it is made when it is asked for."""
    if not any(sheet.problems for sheet in preview.sheets):
        return
    stem = PurePath(preview.file).stem
    st.download_button(
        "下载标出错误的表", partial(made, preview, content), f"{stem}（标出错误）.xlsx", SHEET,
        key=f"annotated {preview.sha256}", icon=":material/download:", on_click="ignore",
        help="内容和位置与原表一样，有错的格子标红并附说明，最右边多一列“错误说明”可以筛选。改好后直接传这份就行。",
    )  # fmt: skip


def made(preview: Preview, content: bytes) -> bytes:
    """Give the annotated copy of the file that `preview` was made of."""
    return annotated(read(preview.file, content, preview.options.encoding), preview)
