"""A preview on the page: what came of it, what is wrong, what would change, how it was read — beside it the button."""

from html import escape

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from pages.parts import data
from pages.parts.annotated_copy import annotated_copy
from pages.parts.change_view import change_view
from pages.parts.correction import correction, remember
from pages.parts.data import Now
from pages.parts.desk import Desk
from pages.parts.effect_view import effect_view
from pages.parts.encoding_choice import encoding_choice
from pages.parts.in_sight import in_sight
from pages.parts.outcome import outcome
from pages.parts.overtaken_view import overtaken_view
from pages.parts.person import person
from pages.parts.plain import plain
from pages.parts.problem_list import problem_list
from pages.parts.receipt import totals
from pages.parts.sheet_grid import layout
from pages.parts.sheet_view import sheet_view, skipped
from pages.parts.unknown_names import unknown_names
from pages.parts.upload_options import how, kind_and_sheet, more
from pages.parts.view import View
from services.batches import Options, Preview, SheetPreview


def preview_view(desk: Desk, file: str, content: bytes, view: View, now: Now) -> None:
    """Show the preview on the desk with its choices; the button commits this very preview.

    `file` names the upload, `content` is what was uploaded.
    """
    preview = desk.preview
    if preview is None:
        return
    if preview.refusal:
        _came_of_it(desk, preview, file, content)
        _refused(desk, preview, file)
        return
    read, side = st.columns([3, 1], gap="large")
    with side, st.container(border=True, key="submit"):
        how(file, preview)
        by = person()
        button = st.empty()
        if desk.weighed != view.as_of:  # holds the place while the figures are computed, so that nothing moves
            button.button("提交", key="not yet", type="primary", width="stretch", disabled=True)
        kind_and_sheet(file, desk.sheets)
        more(file, preview)
    with read:
        with st.container(key="came_of_it"):
            _came_of_it(desk, preview, file, content)
        unknown_names(desk, view, now)
        moved = _sheets(desk, preview, file)
    _moved(desk, preview, view, moved)
    with button.container(gap="small"):
        _submit(desk, preview, by)


def _came_of_it(desk: Desk, preview: Preview, file: str, content: bytes) -> None:
    if desk.overtaken is not None:
        in_sight(f"overtaken {preview.base}")
        overtaken_view(desk.overtaken)
    if preview.options.corrections:
        in_sight(f"corrected {preview.options.corrections}")
    outcome(preview, len(desk.unknown))
    encoding_choice(file, preview, content)
    annotated_copy(preview, content)


def _refused(desk: Desk, preview: Preview, file: str) -> None:
    unread = [sheet for sheet in preview.sheets if sheet.buckets]
    if unread or preview.options != Options():
        with st.container(width=420):
            kind_and_sheet(file, desk.sheets)
    for sheet in unread:
        _unread(desk, sheet, file)


def _moved(desk: Desk, preview: Preview, view: View, place: DeltaGenerator) -> None:
    """Say which figures a commit would move; that takes a while, so the rest of the page is there before."""
    if preview.outcome != "ready":
        return
    with place:
        st.html(f'<h3 class="finding">提交后哪些数字会变</h3><div class="note">截至{view.as_of:%Y-%m-%d}</div>')
        if desk.weighed != view.as_of:
            with st.spinner("第 2 步，共 2 步：正在算哪些数字会变…"):
                desk.weigh(data.store(), view.as_of)
        if desk.fault is None:
            effect_view(desk.effects)


def _sheets(desk: Desk, preview: Preview, file: str) -> DeltaGenerator:
    """Show sheet by sheet what would change and how it was read; give the place for the figures that move."""
    read = [sheet for sheet in preview.sheets if sheet.ledger]
    left = [sheet for sheet in preview.sheets if not sheet.ledger]
    if len(read) == 1:
        moved = _sheet(desk, read[0], file, f"{file} 0")
    else:
        moved = st.container()
        names = [plain(sheet.name) + (f"（{sheet.errors} 处错误）" if sheet.errors else "") for sheet in read]
        first = next((name for name, sheet in zip(names, read, strict=True) if sheet.errors), names[0])
        for index, tab in enumerate(st.tabs(names, default=first)):
            with tab:
                _sheet(desk, read[index], file, f"{file} {index}")
    skipped([sheet for sheet in left if not sheet.buckets])
    for sheet in left:
        if sheet.buckets:
            _unread(desk, sheet, file)
    return moved


def _unread(desk: Desk, sheet: SheetPreview, file: str) -> None:
    """Show a sheet in which no ledger was found, and let a person say how it is to be read."""
    known = desk.preview is not None and desk.preview.refusal and desk.preview.refusal.message == sheet.skipped
    reason = "" if known else f'<div class="note">{escape(sheet.skipped or "")}</div>'
    st.html(f'<h3 class="finding">工作表“{escape(sheet.name)}”没有导入</h3>{reason}{layout(sheet.excerpt)}')
    correction(desk, file, sheet)


def _sheet(desk: Desk, sheet: SheetPreview, file: str, key: str) -> DeltaGenerator:
    """Show a sheet: what would change first, or what is wrong where it cannot be taken; how it was read comes last.

    Give the place after what is to be looked at.
    """
    if sheet.errors:
        _problems(sheet, key)
        _reading(desk, sheet, file)
        _changes(sheet, key)
        return st.container()
    _changes(sheet, key)
    place = st.container()
    _problems(sheet, key)
    _reading(desk, sheet, file)
    return place


def _changes(sheet: SheetPreview, key: str) -> None:
    if sheet.changes:
        st.html('<h3 class="finding">与已有记录相比</h3>')
        change_view(sheet.changes, f"changes {key}")


def _reading(desk: Desk, sheet: SheetPreview, file: str) -> None:
    st.html(f'<h3 class="finding">工作表“{escape(sheet.name)}”读成了什么</h3>')
    sheet_view(sheet)
    if drawn := layout(sheet.excerpt):
        st.html(drawn)
    correction(desk, file, sheet)


def _problems(sheet: SheetPreview, key: str) -> None:
    counted = {"错误": sheet.errors, "提醒": len(sheet.problems) - sheet.errors}
    if sheet.problems:
        said = "，".join(f"{word} {count} 处" for word, count in counted.items() if count)
        st.html(f'<h3 class="finding">{said}</h3>')
        problem_list(sheet.problems, f"problems {key}", sheet.excerpt)


def _submit(desk: Desk, preview: Preview, by: str) -> None:
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
    if ready and desk.overtaken is not None:
        st.html('<div class="note">◔ 预览之后又有人提交了，这已是按最新数据核对的，请看过再提交。</div>')
    if preview.outcome == "unchanged":
        remember(desk)
