"""One cell on its way to a value: how it reads, and what can be wrong with it."""

from datetime import date, datetime
from decimal import Decimal
from math import isfinite
from typing import Any, NamedTuple

from services.ingest.grid import Cell, CellError, Uncached
from services.text import outer

# Longest value quoted in a problem.
QUOTED = 60
# A number keeps 15 digits; from 16 on the last ones are lost.
LOST_DIGITS = 1e15
# What a spreadsheet program shows for a cell at fault; a file of texts (csv) has nothing but this text.
ERRORS = frozenset({
    "#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#GETTING_DATA", "#SPILL!", "#CALC!",
    "#FIELD!", "#BLOCKED!", "#CONNECT!", "#UNKNOWN!", "#BUSY!", "#ERR!",
})  # fmt: skip
# How a formula without a stored result is shown where there is nothing else to show.
NO_RESULT = "（公式没有结果）"


class Reading(NamedTuple):
    """The value of a cell. `mark`: "month", "quarter" or "year" precision; `kind`: what a deadline is besides a day.

    `note`: what to tell when the value is not what was written, as (message, fix).
    """

    value: Any = None
    mark: str | None = None
    kind: str | None = None
    note: tuple[str, str] | None = None


BLANK = Reading()


class Unreadable(Exception):
    """A cell that cannot be read: the contract's code, a plain sentence, and how to write it."""

    def __init__(self, code: str, message: str, fix: str) -> None:
        super().__init__(message)
        self.code, self.message, self.fix = code, message, fix


def written(cell: Cell) -> str:
    """Give a cell as a person reads it: no outer blanks, whole numbers without ".0", days as 2023-03-05."""
    if isinstance(cell, str):
        # A text of printable characters holds none of those that are taken out, and no blanks but spaces.
        return cell.strip() if cell.isprintable() else outer(cell.replace("\r\n", "\n").replace("\r", "\n"))
    if cell is None or isinstance(cell, Uncached):
        return ""
    if isinstance(cell, bool):
        return "是" if cell else "否"
    if isinstance(cell, datetime):
        midnight = (cell.hour, cell.minute, cell.second) == (0, 0, 0)
        return cell.date().isoformat() if midnight else cell.isoformat(" ", "minutes")
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, CellError):
        return cell.text
    if not isfinite(cell):
        return str(cell)
    return str(int(cell)) if cell == int(cell) and abs(cell) < LOST_DIGITS else format(Decimal(repr(cell)), "f")


def quoted(cell: Cell) -> str:
    """Give a cell as it is quoted in a problem."""
    text = written(cell)
    return text if len(text) <= QUOTED else text[: QUOTED - 1] + "…"
