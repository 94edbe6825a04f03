"""A preview on the page: how the file was understood, what is wrong, what would change, and the button."""

from html import escape

import streamlit as st

from pages.parts import data
from pages.parts.annotated_copy import annotated_copy
from pages.parts.change_view import change_view
from pages.parts.correction import correction
from pages.parts.data import Now
from pages.parts.desk import Desk
from pages.parts.effect_view import effect_view
from pages.parts.encoding_choice import encoding_choice
from pages.parts.overtaken_view import overtaken_view
from pages.parts.person import person
from pages.parts.problem_list import problem_list
from pages.parts.receipt import said as counted
from pages.parts.receipt import totals
from pages.parts.sheet_grid import layout
from pages.parts.sheet_view import sheet_view, skipped
from pages.parts.unknown_names import unknown_names
from pages.parts.upload_options import how, kind_and_sheet
from pages.parts.view import View
from services.batches import Options, Preview, SheetPreview

OUTCOMES = {
    "ready": ("done", "✓ 可以提交"),
    "blocked": ("late", "▲ 有错误，还不能提交"),
    "refused": ("late", "▲ 这个文件没有读取"),
    "unchanged": ("same", "＝ 与已有记录一致，不需要提交"),
}


def preview_view(desk: Desk, file: str, content: bytes, view: View, now: Now) -> None:
    """Show the preview on the desk with its choices; the button commits this very preview.

    `file` names the upload, `content` is what was uploaded.
    """
    preview = desk.preview
    if preview is None:
        return
    if desk.overtaken is not None:
        overtaken_view(desk.overtaken)
    if preview.refusal:
        _outcome(preview)
        encoding_choice(file, preview, content)
        unread = [sheet for sheet in preview.sheets if sheet.buckets]
        if unread or preview.options != Options():
            kind_and_sheet(file, desk.sheets)
        for sheet in unread:
            _unread(desk, sheet, file)
        return
    read, side = st.columns([3, 1], gap="large")
    with read:
        _outcome(preview)
        encoding_choice(file, preview, content)
        annotated_copy(preview, content)
        kind_and_sheet(file, desk.sheets)
        unknown_names(desk, view, now)
        _sheets(desk, preview, file)
        if preview.outcome == "ready":
            st.html(f'<h3 class="finding">提交后哪些数字会变</h3><div class="note">截至{view.as_of:%Y-%m-%d}</div>')
            if desk.weighed != view.as_of:
                with st.spinner("第 2 步，共 2 步：正在算哪些数字会变…"):
                    desk.weigh(data.store(), view.as_of)
            if desk.fault is None:
                effect_view(desk.effects)
    with side, st.container(border=True, key="submit"):
        how(file, preview)
        _submit(desk, preview)


def _outcome(preview: Preview) -> None:
    kind, word = OUTCOMES[preview.outcome]
    lines = [preview.refusal.message] if preview.refusal else counted(preview)
    errors = sum(sheet.errors for sheet in preview.sheets)
    if preview.outcome == "blocked":
        lines.insert(0, f"共 {errors} 处错误，没有写入任何内容。改正后重传，或者只导入正确的行。")
    text = "".join(f"<div>{escape(line)}</div>" for line in lines)
    st.html(f'<div class="outcome {kind}"><b>{word}</b><div>{escape(preview.file)}</div>{text}</div>')


def _sheets(desk: Desk, preview: Preview, file: str) -> None:
    read = [sheet for sheet in preview.sheets if sheet.ledger]
    left = [sheet for sheet in preview.sheets if not sheet.ledger]
    if len(read) == 1:
        _sheet(desk, read[0], file, f"{file} 0")
    elif read:
        # A tab's label is read as Markdown, so it bears a number; the sheet's own name stands inside.
        errors = [f"（{sheet.errors} 处错误）" if sheet.errors else "" for sheet in read]
        tabs = st.tabs([f"第{number}张{word}" for number, word in enumerate(errors, 1)])
        for index, tab in enumerate(tabs):
            with tab:
                _sheet(desk, read[index], file, f"{file} {index}")
    if left:
        skipped(left)
    for sheet in left:
        if sheet.buckets:
            _unread(desk, sheet, file)


def _unread(desk: Desk, sheet: SheetPreview, file: str) -> None:
    """Show a sheet in which no ledger was found, and let a person say how it is to be read."""
    st.html(f'<h3 class="finding">工作表“{escape(sheet.name)}”</h3>{layout(sheet.excerpt)}')
    correction(desk, file, sheet)


def _sheet(desk: Desk, sheet: SheetPreview, file: str, key: str) -> None:
    st.html(f'<h3 class="finding">工作表“{escape(sheet.name)}”</h3>')
    sheet_view(sheet)
    if drawn := layout(sheet.excerpt):
        st.html(drawn)
    correction(desk, file, sheet)
    if sheet.problems:
        warnings = len(sheet.problems) - sheet.errors
        st.html(f'<h3 class="finding">错误 {sheet.errors} 处，提醒 {warnings} 处</h3>')
        problem_list(sheet.problems, f"problems {key}", sheet.excerpt)
    if sheet.changes:
        st.html('<h3 class="finding">与已有记录相比</h3>')
        change_view(sheet.changes, f"changes {key}")


def _submit(desk: Desk, preview: Preview) -> None:
    by = person()
    count = totals(preview.sheets)
    rows = count["new"] + count["changed"] + (count["missing"] if preview.options.drop_missing else 0)
    ready = preview.outcome == "ready" and desk.fault is None
    label = f"提交（写入 {rows} 条）" if ready else "提交"
    # The key names the preview that was seen: a click on an earlier one's button is no click on this one.
    if st.button(label, key=f"submit {desk.reads}", type="primary", width="stretch", disabled=not ready):
        desk.submit(data.store(), by)
        st.rerun()
    if desk.fault:
        st.html(f'<div class="outcome late">▲ {escape(desk.fault)}</div>')
