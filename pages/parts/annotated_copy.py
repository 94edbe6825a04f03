"""The uploaded file back to the analyst, with every fault marked where it is."""

from functools import partial
from pathlib import PurePath

from pages.parts.download import download_made
from services.access.export import XLSX, File
from services.batches import Preview
from services.ingest.read import read
from services.workbook.annotated import annotated


def annotated_copy(preview: Preview, content: bytes) -> None:
    """Offer the annotated copy of a file with problems; it is made when it is asked for."""
    if not any(sheet.problems for sheet in preview.sheets):
        return
    faulty = any(sheet.errors for sheet in preview.sheets)
    stem, word = PurePath(preview.file).stem, "错误" if faulty else "提醒"
    name = f"{stem}（标出{word}）.xlsx"
    download_made(
        f"下载标出{word}的表", partial(made, preview, content, name), "ledger.export", name,
        key=f"annotated {preview.sha256}", icon=":material/download:", look="primary" if faulty else "secondary",
        hint="内容和位置与原表一样，有错误的格子标红，有提醒的标黄，都附说明；最右边多一列“错误说明”可以筛选。"
        "改好后直接传这份就行。",
    )  # fmt: skip


def made(preview: Preview, content: bytes, name: str) -> File:
    """Give the annotated copy, so named, of the file that `preview` was made of."""
    return File(name, XLSX, annotated(read(preview.file, content, preview.options.encoding), preview))
