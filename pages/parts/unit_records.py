"""Everything on record from a unit, ledger by ledger, with file, sheet and row; a chosen row shows its cells."""

import streamlit as st

from pages.parts.asked import asked
from pages.parts.data import Rows, items, rows
from pages.parts.listing import table
from pages.parts.source import source
from pages.parts.withheld import withheld
from services.ledgers import ledgers


def unit_records(unit: str) -> None:
    """Show one table per ledger that has rows about the unit."""
    view, now = asked()
    for name, declared in ledgers().items():
        field = "name" if name == "units" else "unit"
        if field not in declared.by_id:
            continue
        found = rows(now.stamp, view.batch, name, ((field, unit),))
        if name == "findings":
            state = _states(unit)
            found = [{**row, "facts": {"state": state.get(row["id"], "不计入")}} for row in found]
            found.sort(key=lambda row: row["facts"]["state"] == "已销号")
        if found and (name == "units" or declared.by_id[field].ref == "units"):
            _records(declared.title, declared.unit_word, name, found)


def _states(unit: str) -> dict[int, str]:
    """Give the state at 截至 of each of the unit's findings, by row."""
    view, now = asked()
    found = items(now.stamp, view.as_of, view.batch, "K16", (("unit", unit),))
    return {thing["row"]: thing["state"] for thing in found}


def _records(title: str, unit_word: str, name: str, found: Rows) -> None:
    with st.expander(f"{title}（{len(found)}{unit_word}）"):
        if withheld(name):
            return
        placed = [{**row, "cell": f"第{row['line']}行"} for row in found]
        chosen = st.dataframe(
            table(placed).rename(columns={"单元格": "行"}), hide_index=True, on_select="rerun",
            selection_mode="single-row", key=f"records_{name}", alt=f"{title}中这个单位的记录",
        )  # fmt: skip
        if picked := chosen.selection.rows:
            source(found[picked[0]])
