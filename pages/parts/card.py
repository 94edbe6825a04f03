"""A figure as a card: n/N, percent, a bullet bar, what to know beside it, its 口径 and its list."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from pages.parts.asked import asked
from pages.parts.figure_codes import figure_code
from pages.parts.meaning import meaning
from pages.parts.menu import link
from pages.parts.picture import picture
from pages.parts.reported import unreported
from pages.parts.view import FILTERS
from services.figures.svg.bullet import bullet
from services.figures.svg.sparkline import sparkline
from services.indicators import Measure
from services.ledgers import indicators
from services.share import points, signed, written


def card(
    indicator: str,
    measured: Measure | None,
    *,
    before: Measure | None = None,
    beside: str = "",
    months: Sequence[tuple[str, float | None]] = (),
    rest: str = "",
    key: str = "",
    plan: int | None = None,
    added: str = "",
) -> None:
    """Show one figure; `before` is the same at the snapshot compared with, `beside` a short further sentence.

    `months` are the points of a small trend; `rest` names the link to those that are not in the numerator yet;
    `plan` is where the plan says n should be; `added` names who came in since the snapshot.
    """
    view, now = asked()
    declared = indicators()[indicator]
    key = f"{key}{indicator}"
    with st.container(border=True, height="stretch", key=f"card_{key}", gap="xsmall"):
        with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
            st.html(f'<div class="card-name">{escape(declared.name)}</div>', width="content")
            meaning(indicator)
        if (why := _unknown(indicator, measured)) or measured is None:
            st.html(f'<div class="figure"><b>—</b></div><div class="note">{escape(why)}</div>')
            return
        figure = number(measured, declared.unit_word)
        if months:
            with st.container(key=f"top_{key}", horizontal=True, vertical_alignment="bottom", gap="medium"):
                st.html(figure, width="content")
                picture(sparkline(months, f"{declared.name}近{len(months)}个月走势"), f"trend_{key}")
        else:
            st.html(figure)
        if measured.of is not None:
            alt = f"{declared.name}{measured.n}/{measured.of}"
            picture(bullet(int(measured.n), measured.of, alt, plan, _stood(before, measured.of)), f"bar_{key}")
        pace = "" if plan is None else by_plan(measured, plan, declared.unit_word)
        moved = "，".join(part for part in (change(measured, before, view.against, declared.unit_word), added) if part)
        words = [escape(each) for each in (beside, pace, moved) if each]
        if words:
            st.html(f'<div class="note">{"；".join(words)}</div>')
        st.space("stretch")
        with st.container(key=f"links_card_{key}", horizontal=True, gap="small"):
            if measured.n:
                count = "" if declared.sums else f"（{written(measured.n)}）"  # the rows of a sum are not as many
                link(f"看名单{count}", "rows", view, now, k=indicator, part="n")
            left = measured.of is not None and measured.of - measured.n
            if rest and left:
                link(f"{rest}（{written(left)}）", "rows", view, now, k=indicator, part="rest")
            change_link(indicator, measured, before)
            st.space("stretch")
            figure_code(indicator)


def _unknown(indicator: str, measured: Measure | None) -> str:
    """Give why there is no figure to show; nothing where there is one."""
    if missing := unreported(indicator):
        return f"还没有上传{missing}"
    if measured is None:
        return "这个指标不能按当前筛选统计"
    return "目前没有计入分母的" if measured.of == 0 else ""


def number(measured: Measure, unit_word: str) -> str:
    """Give n/N and percent as HTML; a count has its unit word instead."""
    if measured.of is None:
        return plain(f"{written(measured.n)}", unit_word)
    share = escape(measured.percent or "")
    return (
        f'<div class="figure"><b>{written(measured.n)}</b><span>/{written(measured.of)} {escape(unit_word)}</span>'
        f"<em>{share}</em></div>"
    )


def plain(count: str, unit_word: str) -> str:
    """Give a number and its unit word as HTML."""
    return f'<div class="figure"><b>{escape(count)}</b><span> {escape(unit_word)}</span></div>'


def change(measured: Measure, before: Measure | None, snapshot: str | None, unit_word: str) -> str:
    """Give the change since the snapshot in words; nothing where there is none to compare with."""
    if before is None:
        return ""
    if (measured.n, measured.of) == (before.n, before.of):
        return f"较“{snapshot}”没有变化"
    if measured.of is None:
        return f"较“{snapshot}”{signed(measured.n - before.n)}{unit_word}"
    moved = points((int(measured.n), measured.of), (int(before.n), before.of))
    if moved is None:
        return ""
    return f"较“{snapshot}”变化不到0.1个百分点" if moved == "0.0" else f"较“{snapshot}”{moved}个百分点"


def change_link(indicator: str, measured: Measure, before: Measure | None) -> None:
    """Show the link to what moved the figure since the snapshot, where that can be told: by a page's filters alone."""
    view, now = asked()
    if before and (measured.n, measured.of) != (before.n, before.of) and set(view.where) <= set(FILTERS):
        link("看变化", "changes", view, now, k=indicator)


def by_plan(measured: Measure, plan: int, unit_word: str) -> str:
    """Give where the plan says n should be, and how n lies to it."""
    ahead = measured.n - plan
    lies = f"已超前{written(ahead)}{unit_word}" if ahead > 0 else f"还差{written(-ahead)}{unit_word}"
    lies = lies if ahead else "正好赶上"
    return f"按计划应完成{plan}{unit_word}，{lies}"


def _stood(before: Measure | None, of: int) -> int | None:
    """Give the earlier share as a part of today's bar."""
    return round(before.n / before.of * of) if before is not None and before.of else None
