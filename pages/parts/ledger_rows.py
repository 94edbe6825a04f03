"""全部记录: every row of a ledger as it stands; a chosen one shows its cells in the original sheet."""

import streamlit as st

from pages.parts.asked import asked
from pages.parts.data import Rows, rows
from pages.parts.listing import table
from pages.parts.source import source, unit_link
from pages.parts.withheld import withheld
from services.ledger import Ledger


def ledger_rows(ledger: Ledger) -> None:
    """Show the rows once they are asked for, at once where there is nothing else to see."""
    opened = st.expander(f"全部记录：{ledger.title}", not ledger.charts, key=f"all_{ledger.id}", on_change="rerun")
    if not opened.open:
        return
    with opened:
        if not withheld(ledger.id):
            _listed(ledger)


def _listed(ledger: Ledger) -> None:
    view, _ = asked()
    found = _rows(ledger)
    st.html(f'<div class="note">共{len(found)}行，按第{view.batch}批数据 · 点任一行，看它在原表里的位置</div>')
    placed = [{**row, "cell": f"第{row['line']}行"} for row in found]
    chosen = st.dataframe(
        table(placed).rename(columns={"单元格": "行"}), hide_index=True, on_select="rerun",
        selection_mode="single-row", key=f"rows_{ledger.id}", alt=f"{ledger.title}，共{len(found)}行",
    )  # fmt: skip
    picked = chosen.selection.rows
    if picked and picked[0] < len(found):
        source(found[picked[0]])
        unit_link(found[picked[0]])


def _rows(ledger: Ledger) -> Rows:
    """Give the rows within the 领域 of the view; what is about no unit is in none."""
    view, now = asked()
    found = rows(now.stamp, view.batch, ledger.id)
    named = "name" if ledger.id == "units" else "unit"
    if "domain" not in view.where or named not in ledger.by_id:
        return found
    own = rows(now.stamp, view.batch, "units", (("domain", view.where["domain"]),))
    units = {row["values"]["name"] for row in own}
    return [row for row in found if row["values"][named] in units]
