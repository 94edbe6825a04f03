"""What the registers of the demonstration say: one module each, discovered, named as its ledger.

A module gives `rows()`, the register as sent on the demonstration's day (values by column id, the same at every
call), and `messy(rows)`, some of them as the office would really send them (the bytes of an .xlsx).
"""

import importlib
import pkgutil
from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import Any, Protocol, cast

from services.ledger import Ledger, Values
from services.ledgers import ledgers


class Register(Protocol):
    """A module of this package."""

    def rows(self) -> list[dict[str, Any]]:
        """Give every row of the register, by column id."""

    def messy(self, rows: Sequence[Values]) -> bytes:
        """Give these rows as an .xlsx laid out as an office does."""


@cache
def registers() -> dict[str, Register]:
    """Give the registers that have a demonstration by the id of their ledger, in official order."""
    told = {found.name: importlib.import_module(f"{__name__}.{found.name}") for found in pkgutil.iter_modules(__path__)}
    return {id: cast(Register, told[id]) for id in ledgers() if id in told}


def settled(ledger: Ledger, day: date, before: date) -> list[dict[str, Any]]:
    """Give the rows of a register that were settled by `day` and not yet by `before`, the day they were last sent.

    Settled is what has no event after the day: it was sent then and never changed again.
    """
    dated = [column.id for column in ledger.columns if column.past or column.id == ledger.since]

    def last(row: Values) -> date:
        return max((each for name in dated if isinstance(each := row.get(name), date)), default=date(1900, 1, 1))

    return [row for row in registers()[ledger.id].rows() if before < last(row) <= day]
