"""Records of units as the dossier is given them."""

from dataclasses import fields
from datetime import date
from typing import Any

from services.dossier import Record
from services.ledgers import ledger

T = date(2023, 10, 31)
UNIT = {"name": "市水务局", "short_name": "市水务", "is_new": False, "is_reform": True}


def values(name: str, /, **given: Any) -> dict[str, Any]:
    """Give the values of a row of a ledger, blank where nothing is given."""
    table = ledger(name).versions
    return {**{column.name: None for column in table.columns}, **given}


def finding(no: str, state: str, due: date | None, **given: Any) -> dict[str, Any]:
    """Give a finding fed back on 1 March 2023."""
    return {**values("findings", no=no, text=f"问题{no}", fed_back_on=date(2023, 3, 1), due_on=due, **given),
            "state": state}  # fmt: skip


def record(**given: Any) -> Record:
    """Give the record of a unit at T, 临期 from 15 days on."""
    assert set(given) <= {field.name for field in fields(Record)}
    return Record(**{"unit": UNIT, "as_of": T, "soon": 15, **given})
