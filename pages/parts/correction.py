"""Where the reader guessed wrong: a person says where the header is and what each column holds."""

from collections.abc import Mapping
from functools import partial
from html import escape

import streamlit as st

from pages.parts import data
from pages.parts.desk import Desk
from pages.parts.moment import said as when
from pages.parts.person import acting
from services.batches import SECTION, Correction, Remembered, SheetPreview, corrections
from services.batches.private import PHONES
from services.ledger import Column, Kind
from services.ledgers import ledger, ledgers
from services.text import header

# Boxes side by side; rows a header may have.
ACROSS, TALLEST = 4, 6
WORDS = (Kind.CHOICE, Kind.TEXT, Kind.REF)


def correction(desk: Desk, file: str, sheet: SheetPreview) -> None:
    """Offer to correct how a sheet on the desk is read; say so where an earlier correction is in force."""
    if sheet.layout.remembered:
        _remembered(desk, sheet.layout.remembered)
    opened = st.expander(
        "读得不对？改表头位置和各列的意思", _asks(desk, sheet), key=f"correct {sheet.name} {file}", on_change="rerun"
    )
    if opened.open:
        with opened:
            _form(desk, file, sheet)


def _asks(desk: Desk, sheet: SheetPreview) -> bool:
    """Say whether nothing goes on before this sheet is corrected: no other one of the file could be read."""
    return sheet.ledger is None and desk.preview is not None and desk.preview.refusal is not None


def remember(desk: Desk) -> None:
    """Offer to keep a correction although the file changes nothing; where there is no other, nothing."""
    if desk.remembered:
        st.html('<div class="note">✓ 已记住，下次列标题一样的表照此读取。</div>')
    elif desk.preview is not None and corrections(desk.preview):
        st.button(
            "记住这样读", width="stretch", on_click=desk.remember, args=(data.store(), acting()),
            help="内容没有变化，不用提交；这样读法可以单独记住，下次列标题一样的表照此读取。",
        )  # fmt: skip


def _remembered(desk: Desk, known: Remembered) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key=f"remembered {known.fingerprint}"):
        said = (
            f"◔ 列标题一样的表，{known.made_by}在 {when(known.made_at)} 改正过读法（{known.file}），这张表已照此读取。"
        )
        st.html(f"<div>{escape(said)}</div>", width="content")
        st.button(
            "以后不再照此读取", key=f"forget {known.fingerprint}", type="tertiary", on_click=desk.forget,
            args=(data.store(), known, acting()),
        )  # fmt: skip


def _form(desk: Desk, file: str, sheet: SheetPreview) -> None:
    key = f"{sheet.name} {desk.reads} {file}"
    with st.form(f"correction {key}", border=False):
        st.html('<div class="note">只改这张表怎么读，不改表里的内容。提交后会记住，下次列标题一样的表照此读取。</div>')
        with st.container(horizontal=True, gap="medium"):
            first, last = sheet.header or (1, 1)
            rows = max(len(sheet.buckets), 1)
            st.number_input("表头从第几行", 1, rows, min(first, rows), key=f"first {key}", width=150)
            st.number_input("到第几行", 1, rows, min(last, rows), key=f"last {key}", width=150)
            if len(desk.sheets) > 1:
                titles = {name: each.title for name, each in ledgers().items()}
                kinds = ["", *titles]
                st.selectbox(
                    "这张表是", kinds, kinds.index(sheet.layout.ledger or ""), key=f"kind {key}", width=260,
                    format_func=lambda name: titles.get(name, "按表头自动识别"),
                )  # fmt: skip
        _boxes(sheet, key)
        if lacking := wanting(sheet):
            st.html(f'<div class="note">必填而还没有对上的：{escape("、".join(lacking))}</div>')
        with st.container(horizontal=True, gap="small"):
            st.form_submit_button("照此重新读取", on_click=_correct, args=(file, sheet, key))
            if sheet.layout.correction != Correction():
                st.form_submit_button("恢复自动识别", type="tertiary", on_click=_put, args=(file, sheet, Correction()))


def _boxes(sheet: SheetPreview, key: str) -> None:
    """One box per column, and one for the section rows."""
    places = list(meanings(sheet).items())
    columns = ledger(sheet.layout.ledger).by_id if sheet.layout.ledger else {}
    for start in range(0, len(places), ACROSS):
        for place, (source, field) in zip(st.columns(ACROSS), places[start : start + ACROSS], strict=False):
            with place, st.container(gap="xxsmall"):
                head = "分节" if source == SECTION else source
                st.html(f'<div class="column"><i>{head}</i>{escape(_title(sheet, source))}</div>')
                options = ["", *_possible(sheet, source, columns)]
                st.selectbox(
                    f"{head}列的意思", options, options.index(field), key=f"{source} {key}",
                    label_visibility="collapsed", format_func=partial(_word, sheet, source),
                )  # fmt: skip


def _title(sheet: SheetPreview, source: str) -> str:
    return "；".join(sheet.layout.sections) if source == SECTION else sheet.layout.titles[source]


def _possible(sheet: SheetPreview, source: str, columns: Mapping[str, Column]) -> list[str]:
    """Give the fields a column may hold: a telephone number is nothing else, a section title is words."""
    if source == SECTION:
        return [name for name, column in columns.items() if column.kind in WORDS and not column.person]
    phone = header(sheet.layout.titles[source]) in PHONES
    return [name for name, column in columns.items() if not phone or column.kind is Kind.PHONE]


def _word(sheet: SheetPreview, source: str, name: str) -> str:
    if not name:
        return "不用" if source == SECTION else "不导入"
    title, at = ledger(sheet.layout.ledger or "").by_id[name].title, sheet.columns.get(name)
    return title if at in (None, source) else f"{title}（现在是{at}列）"


def meanings(sheet: SheetPreview) -> dict[str, str]:
    """Give what is read from each column that can be given a meaning, and from the section rows: field, or ""."""
    held = {at: name for name, at in sheet.columns.items()}
    found = {at: held.get(at, "") for at in sheet.layout.titles}
    return {**found, SECTION: sheet.layout.section or ""} if sheet.layout.sections and found else found


def wanting(sheet: SheetPreview) -> list[str]:
    """Give the titles of the required columns that nothing is read into, of the ledger the sheet is read as."""
    columns = ledger(sheet.layout.ledger).columns if sheet.layout.ledger else ()
    found = {*sheet.columns, *sheet.cells, sheet.layout.section}
    return [each.title for each in columns if each.required and each.id not in found]


def corrected(sheet: SheetPreview, head: tuple[int, int], kind: str | None, chosen: Mapping[str, str]) -> Correction:
    """Give the correction in force with what a person changed: header rows, ledger (None: as it is), meanings.

    A meaning given to one column is taken from the other that had it.
    """
    said = sheet.layout.correction
    at = head if head != sheet.header or said.header else None
    if kind is not None and kind != (sheet.layout.ledger or ""):
        return Correction(kind or None, at)
    columns = dict(said.columns)
    for source, before in meanings(sheet).items():
        name = chosen.get(source, before)
        if name != before:
            columns = {other: held for other, held in columns.items() if not name or held != name} | {source: name}
    return Correction(sheet.layout.ledger if columns else said.ledger, at, columns)


def _correct(file: str, sheet: SheetPreview, key: str) -> None:
    state = st.session_state
    first, last = int(state[f"first {key}"]), int(state[f"last {key}"])
    head = (first, min(max(first, last), first + TALLEST - 1))
    chosen = {source: state[f"{source} {key}"] for source in meanings(sheet)}
    said = corrected(sheet, head, state.get(f"kind {key}"), chosen)
    if said != sheet.layout.correction:
        _put(file, sheet, said)


def _put(file: str, sheet: SheetPreview, said: Correction) -> None:
    """Keep what was said of a sheet for this session; the page reads the file again."""
    at = f"corrections {file}"
    st.session_state[at] = {**st.session_state.get(at, {}), sheet.name: said}
