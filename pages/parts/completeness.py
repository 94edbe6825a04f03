"""填得全不全: the share of cells filled, by 领域 and ledger, and the units that still lack some."""

import pandas as pd
import streamlit as st

from pages.parts.asked import asked
from pages.parts.chart import block, empty, lists
from pages.parts.data import filled as reported
from pages.parts.menu import link
from pages.parts.picture import picture
from services.figures.svg.completeness import completeness
from services.ledgers import ledgers
from services.ledgers.completeness import Filled
from services.ledgers.units import DOMAINS
from services.quality import incomplete, shares, total
from services.share import percent

ALL = "合计"


def by_domain(filled: list[Filled]) -> None:
    """Show the matrix of ledgers and 领域."""
    view, now = asked()
    known = reported(now.stamp, view.batch)
    drawn = {(name, ALL): share for name, share in shares(filled).items()}
    n, of = drawn[ALL, ALL] = total(drawn.values())
    domains = [domain for domain in DOMAINS if any(each.domain == domain for each in filled)]
    for domain in domains:
        own = shares(each for each in filled if each.domain == domain)
        drawn |= {(name, domain): share for name, share in own.items()} | {(ALL, domain): total(own.values())}
    lines = [(ALL, ALL), *((name, each.title) for name, each in ledgers().items())]
    finding = f"应填的格填了{percent(n, of)}" if n < of else "应填的格都填了"
    with block(finding, f"{n}/{of}格，必填和应填的列每行一格", "K25", key="completeness"):
        unreported = frozenset(name for name in ledgers() if name not in known)
        picture(completeness(lines, [ALL, *domains], drawn, unreported, f"{finding}，按台账和领域分列"), "completeness")
        if n < of and not view.where:
            lists((f"看空着的格（{of - n}）", "K25", "rest"))


def by_unit(filled: list[Filled]) -> None:
    """List the units that lack cells, those that lack most first; a chosen one leads to its page."""
    view, now = asked()
    units = incomplete(filled)
    complete = len({each.unit for each in filled if each.unit}) - len(units)
    finding = f"{len(units)}家单位还有空着的格" if units else "各单位应填的格都填了"
    with block(finding, f"其余{complete}家填全了" if units else f"共{complete}家", key="incomplete"):
        if not units:
            empty("没有空着的格。")
            return
        titles = {name: each.title for name, each in ledgers().items()}
        lines = [
            (unit, each.domain or "", each.of - each.n, f"{each.n}/{each.of}", percent(each.n, each.of),
             "、".join(f"{titles[name]}{blank}" for name, blank in each.blanks))
            for unit, each in units.items()
        ]  # fmt: skip
        columns = ["单位", "领域", "空着的格", "已填/应填", "完整率", "空在哪"]
        chosen = st.dataframe(
            pd.DataFrame(lines, columns=columns), hide_index=True, on_select="rerun", selection_mode="single-row",
            key="incomplete", alt=f"{finding}，空得多的在前",
        )  # fmt: skip
        if picked := chosen.selection.rows:
            unit = lines[picked[0]][0]
            link(f"看{unit}的全部记录", "unit", view.only(), now, unit=unit)
