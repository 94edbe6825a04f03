"""全部台账: every ledger with its one figure, how new it is and who is silent, at one glance."""

import streamlit as st

from pages.parts import data
from pages.parts.card import change
from pages.parts.filters import filters, headline
from pages.parts.measured import against, measure
from pages.parts.menu import go
from pages.parts.picture import picture
from pages.parts.reported import unreported
from pages.parts.silent_units import names, silent_here
from services.figures.html.board import Line, board
from services.ledger import Ledger
from services.ledgers import indicators, ledgers
from services.share import NONE, written

TITLES = ("台账", "指标", "", "数", "占比", "与“{}”相比", "最新日期", "没有记录的单位")
NO_UNITS, ALL_THERE = "", "都有"

view, now = filters("domain")
fresh = data.fresh(now.stamp, view.as_of, view.batch)


def line(ledger: Ledger) -> Line:
    """Give the line of a ledger at the view."""
    known = fresh[ledger.id]
    if not known["rows"]:
        return Line(f"ledger={ledger.id}", ledger.title, "", "未报", "", None, "", NONE, "", empty=True)
    name, said, share, filled, moved = _figure(ledger, known["rows"])
    silent = silent_here(ledger.id) if ledger.awaited else []
    word = f"{len(silent)}家" if silent else ALL_THERE if ledger.awaited else NO_UNITS
    target = f"silent={ledger.id}" if silent else ""
    day = str(known["day"] or NONE)
    return Line(f"ledger={ledger.id}", ledger.title, name, said, share, filled, moved, day, word, target)


def _figure(ledger: Ledger, rows: int) -> tuple[str, str, str, float | None, str]:
    """Give the name of the one figure, n/N, percent, the filled share and the change; of a ledger without: its rows."""
    first = ledger.indicators[0].id if ledger.indicators else ""
    measured = measure(now.stamp, view, first) if first and not unreported(first) else None
    if measured is None:
        return "现有记录", f"{rows}{ledger.unit_word}", "", None, ""
    before, word = against(now, view, first).get(first), indicators()[first].unit_word
    moved = change(measured, before, "", word).removeprefix("较“”")
    if measured.of is None:
        return measured.name, f"{written(measured.n)}{word}", "", None, moved
    filled = measured.n / measured.of if measured.of else 0.0
    return measured.name, f"{written(measured.n)}/{written(measured.of)}{word}", measured.percent or "", filled, moved


@st.dialog("没有记录的单位", width="large")
def _named(ledger: Ledger) -> None:
    silent = silent_here(ledger.id)
    st.html(f'<div class="note">{ledger.title}：{len(silent)}家在管单位到{view.as_of:%Y-%m-%d}还没有记录</div>')
    st.html(names(silent))


lines = [line(each) for each in ledgers().values()]
there = sum(not each.empty for each in lines)
waiting = [each for each in lines if each.names]
known = "都有数据" if there == len(lines) else f"，{there}种有数据"
said = f"{len(lines)}种台账{known}"
if there:
    said += f"；其中{len(waiting)}种还有单位没有记录" if waiting else "，要报的单位都有记录"
headline(f"{said}。")
titles = [title.format(view.against or "") if view.against or "{}" not in title else "" for title in TITLES]
if target := picture(board(lines, titles, said), "board"):
    kind, _, chosen = target.partition("=")
    if kind == "ledger":
        go("ledger", view, now, ledger=chosen)
    _named(ledgers()[chosen])
