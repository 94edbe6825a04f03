"""What may enter the wall: these fields and no others. No person's name is among them, and no free text at all.

The only texts are the names of units, as the register has them; a choice enters only as one of its declared words.
"""

from collections.abc import Mapping
from typing import Any

from services.dossier import ELECTION
from services.ledgers import ledger

ROWS: Mapping[str, tuple[str, ...]] = {
    "units": ("name", "short_name", "domain"),
    "reform": ("unit", "disposition", "planned_on", "completed_on", "status_text"),
    "elections": ("unit", "type", *ELECTION),
    "weak_orgs": ("unit", "due_on", "closed_on"),
}
THINGS = ("row", "counted", "done", "unit", "domain", "state", "late", "fed_back_on", "due_on", "closed_on", "first_on")


def row(name: str, values: Mapping[str, Any]) -> dict[str, Any]:
    """Give of a ledger's row what may enter; a word that is none of a column's choices stays outside."""
    columns = ledger(name).by_id
    found = {field: values[field] for field in ROWS[name]}
    return {
        field: None if columns[field].choices and value not in columns[field].choices else value
        for field, value in found.items()
    }


def thing(values: Mapping[str, Any]) -> dict[str, Any]:
    """Give of a counted thing what may enter."""
    return {field: values[field] for field in THINGS if field in values}
