"""The published snapshots, newest first, each with its figures then and the ways to open it and compare with it."""

from collections.abc import Sequence
from dataclasses import replace
from html import escape

import streamlit as st

from pages.parts.data import Now
from pages.parts.measured import measures
from pages.parts.menu import link
from pages.parts.moment import said
from pages.parts.view import View
from services.ledgers import indicators
from services.share import written
from services.snapshots import Snapshot

FIGURES = ("K01", "K05", "K08", "K17")


def snapshot_list(found: Sequence[Snapshot], view: View, now: Now) -> None:
    """Show them."""
    st.html('<h3 class="finding">已发布的快照</h3>')
    if not found:
        st.html('<div class="empty">还没有快照。每次例会前、每月底发布一个，会上说的数以后都查得到。</div>')
    for place, each in enumerate(found):
        at = replace(view, as_of=each.as_of, batch=each.batch, pinned=True, where={}, against=None, chosen=False)
        with st.container(key=f"taken_{place}"):
            words, figures, links = st.columns([4, 8, 3], vertical_alignment="center")
            words.html(_words(each))
            figures.html(f'<div class="facts">{_figures(now, at)}</div>')
            with links, st.container(key=f"links_taken_{place}", horizontal=True, gap="small"):
                link("打开看板", "overview", at, now)
                link(
                    "与它对比",
                    "changes",
                    replace(view, where={}, against=each.name, chosen=True, pinned=False, batch=now.batch),
                    now,
                )


def _words(snapshot: Snapshot) -> str:
    note = f" · {escape(snapshot.note)}" if snapshot.note else ""
    return (
        f'<div><b>{escape(snapshot.name)}</b> <span class="note">{snapshot.kind}</span></div>'
        f'<div class="note">截至{snapshot.as_of:%Y-%m-%d} · 按第{snapshot.batch}批所知</div>'
        f'<div class="note">{escape(snapshot.made_by)} · {said(snapshot.made_at)}发布{note}</div>'
    )


def _figures(now: Now, at: View) -> str:
    known = indicators()
    parts = []
    for id, measured in measures(now.stamp, at, *FIGURES).items():
        if measured is not None:
            of = "" if measured.of is None else f"/{written(measured.of)}"
            parts.append(f"<span><i>{escape(known[id].name)}</i>{written(measured.n)}{of}</span>")
    return "".join(parts)
