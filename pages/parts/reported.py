"""0 and 未报 are different things: whether the ledger behind a figure holds anything at all."""

from collections.abc import Mapping

from pages.parts.asked import asked
from pages.parts.data import filled
from services.indicators import Measure
from services.ledgers import needs


def unreported(indicator: str) -> str | None:
    """Give the title of the ledger an indicator still lacks, None where nothing is missing."""
    view, now = asked()
    on_record = filled(now.stamp, view.batch)
    return next((each.title for each in needs(indicator) if each.id not in on_record), None)


def reported(measures: Mapping[str, Measure | None]) -> dict[str, Measure | None]:
    """Give the figures with None for those whose ledger holds nothing."""
    return {indicator: None if unreported(indicator) else measured for indicator, measured in measures.items()}
