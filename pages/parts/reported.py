"""0 and 未报 are different things: whether the ledger behind a figure holds anything at all."""

from collections.abc import Mapping
from functools import cache

from pages.parts.asked import asked
from pages.parts.data import filled
from services.indicators import Measure
from services.ledger import Ledger
from services.ledgers import ledger, ledgers

ALSO = dict.fromkeys(("K08", "K09", "K10", "K11", "K12"), "attendance")  # counted in posts, decided by attendance


@cache
def _owners() -> dict[str, Ledger]:
    return {indicator.id: owner for owner in ledgers().values() for indicator in owner.indicators}


def unreported(indicator: str) -> str | None:
    """Give the title of the ledger an indicator still lacks, None where nothing is missing."""
    view, now = asked()
    on_record = filled(now.stamp, view.batch)
    needed = [_owners()[indicator]] if indicator in _owners() else []
    needed += [ledger(ALSO[indicator])] if indicator in ALSO else []
    return next((each.title for each in needed if each.id not in on_record), None)


def reported(measures: Mapping[str, Measure | None]) -> dict[str, Measure | None]:
    """Give the figures with None for those whose ledger holds nothing."""
    return {indicator: None if unreported(indicator) else measured for indicator, measured in measures.items()}
