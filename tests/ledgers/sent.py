"""What a ledger says of one row, and of a file of rows."""

from datetime import date
from typing import Any

from services.batches import Options, Preview, commit, preview
from services.indicators.targets import DEFAULTS
from services.ledger import Facts, Values
from services.ledgers import ledger
from services.store import Store
from tests.sheets import xlsx


def broken(name: str, known: dict[str, list[Values]] | None = None, **values: Any) -> list[tuple[str, str, str]]:
    """Give (level, code, field) of every rule the row breaks; `known`: the rows on record, by ledger."""

    def find(other: str, field: str, text: str) -> list[Values]:
        return [row for row in (known or {}).get(other, []) if row[field] == text]

    facts = Facts(date(2023, 12, 31), DEFAULTS, find, lambda name, field, text, day: None)
    found = ((rule, rule.broken(values, facts)) for rule in ledger(name).rules)
    return [(rule.level, rule.code, field) for rule, field in found if field]


def see(store: Store, name: str, *rows: Any) -> Preview:
    """Give what a file of these rows, the header first, would do."""
    return preview(store, f"{name}.xlsx", xlsx(*rows), Options(name), date(2023, 12, 31))


def put(store: Store, name: str, *rows: Any) -> None:
    """Commit a file of these rows."""
    commit(store, see(store, name, *rows), "业务员甲")
