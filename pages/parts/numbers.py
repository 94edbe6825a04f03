"""数据表: the numbers of a picture as a plain table, for those who read figures or cannot see pictures."""

from collections.abc import Sequence
from html import escape
from typing import NamedTuple

import streamlit as st

from services.share import written

Cell = str | int | float | None


class Table(NamedTuple):
    """The titles of the columns and the rows; a number stands at the right, None is blank."""

    titles: Sequence[str]
    rows: Sequence[Sequence[Cell]]


def numbers(table: Table) -> None:
    """Show a small button that opens the table."""
    with st.popover("数据表", type="tertiary", icon=":material/table_rows:"):
        st.html(markup(table))


def markup(table: Table) -> str:
    """Give the table as HTML."""
    head = "".join(f'<th scope="col">{escape(title)}</th>' for title in table.titles)
    body = "".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in table.rows)
    return f'<div class="numbers"><table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>'


def _cell(value: Cell) -> str:
    if isinstance(value, int | float):
        return f'<td class="number">{written(value)}</td>'
    return f"<td>{escape(value or '')}</td>"
