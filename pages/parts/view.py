"""What the reader is looking at: 截至, what is known, the slice. It lives in the URL, so a link shows the same."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from services.ledgers import ledger

FILTERS: dict[str, tuple[str, str]] = {
    "domain": ("units", "domain"),
    "reform_type": ("reform", "reform_type"),
    "disposition": ("reform", "disposition"),
    "category": ("findings", "category"),
}
FIRST_YEAR, LAST_YEAR = 2000, 2100


@dataclass(frozen=True)
class View:
    """截至日期, the batch that is known, the slice (dimension → word), and a snapshot's name to compare with."""

    as_of: date
    batch: int
    where: Mapping[str, str] = field(default_factory=dict)
    against: str | None = None

    def params(self, default_day: date, **more: str) -> dict[str, str]:
        """Give the URL's query that leads to this view again, with `more` for the page linked to."""
        shared = dict(self.where)
        if self.as_of != default_day:
            shared["as_of"] = self.as_of.isoformat()
        if self.against:
            shared["against"] = self.against
        return {**shared, **more}

    def only(self, *dimensions: str) -> "View":
        """Give the same view sliced by these dimensions alone."""
        return replace(self, where={name: word for name, word in self.where.items() if name in dimensions})

    def sliced(self, **where: str) -> "View":
        """Give the same view sliced further."""
        return replace(self, where={**self.where, **where})


def title(dimension: str) -> str:
    """Give the Chinese name of a filter."""
    name, column = FILTERS[dimension]
    return ledger(name).by_id[column].title


def words(dimension: str) -> list[str]:
    """Give the words a filter can be set to, in official order."""
    name, column = FILTERS[dimension]
    return list(ledger(name).by_id[column].choices)


def read(
    params: Mapping[str, str], default_day: date, batch: int, snapshots: frozenset[str] = frozenset()
) -> tuple[View, list[str]]:
    """Give the view a URL's query asks for, and a sentence for every part of it that makes no sense."""
    complaints: list[str] = []
    day, written = default_day, params.get("as_of")
    if written:
        try:
            day = date.fromisoformat(written)
            if not FIRST_YEAR <= day.year <= LAST_YEAR:
                raise ValueError
        except ValueError:
            day = default_day
            complaints.append(f"网址里的截至日期“{_short(written)}”不能用，已按{default_day.isoformat()}显示。")
    where = {}
    for dimension in FILTERS:
        word = params.get(dimension)
        if word in words(dimension):
            where[dimension] = str(word)
        elif word:
            complaints.append(f"网址里的{title(dimension)}“{_short(word)}”不在可选项中，已按全部显示。")
    against = params.get("against")
    if against and against not in snapshots:
        complaints.append(f"没有名为“{_short(against)}”的快照，未作对比。")
        against = None
    return View(day, batch, where, against or None), complaints


def _short(text: str) -> str:
    return text if len(text) <= 20 else f"{text[:20]}…"
