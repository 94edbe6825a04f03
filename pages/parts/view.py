"""What the reader is looking at: 截至, what is known, the slice. It lives in the URL, so a link shows the same."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from pages.parts import own_slice
from services.ledgers import ledger

FILTERS: dict[str, tuple[str, str]] = {
    "domain": ("units", "domain"),
    "reform_type": ("reform", "reform_type"),
    "disposition": ("reform", "disposition"),
    "category": ("findings", "category"),
}
FIRST_YEAR, LAST_YEAR = 2000, 2100
NO_SNAPSHOT = "不对比"
NO_SNAPSHOTS: Mapping[str, tuple[date, int]] = {}


@dataclass(frozen=True)
class View:
    """截至日期, the batch that is known, the slice (dimension → word), and a snapshot's name to compare with.

    `pinned`: the batch was asked for, so that links keep to it; else it is the newest, whatever that will be.
    `chosen`: what it is compared with, or that it is not (None), was asked for; else it is the newest earlier snapshot.
    """

    as_of: date
    batch: int
    where: Mapping[str, str] = field(default_factory=dict)
    against: str | None = None
    pinned: bool = False
    chosen: bool = False

    def params(self, default_day: date, **more: str) -> dict[str, str]:
        """Give the URL's query that leads to this view again, with `more` for the page linked to."""
        foreign = {name: word for name, word in self.where.items() if name in FILTERS and word not in words(name)}
        shared = {name: word for name, word in self.where.items() if name not in foreign} | own_slice.marked(foreign)
        if self.as_of != default_day:
            shared["as_of"] = self.as_of.isoformat()
        if self.pinned:
            shared["known"] = str(self.batch)
        if self.chosen:
            shared["against"] = self.against or NO_SNAPSHOT
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
    params: Mapping[str, str], default_day: date, batch: int, snapshots: Mapping[str, tuple[date, int]] = NO_SNAPSHOTS
) -> tuple[View, list[str]]:
    """Give the view a URL's query asks for, and a sentence for every part of it that makes no sense.

    `snapshots`: the day and the batch of each by name. Unless the URL says otherwise the view is compared with the
    newest one that lies before it, for "since last time" is what is asked first.
    """
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
    pinned, known = False, params.get("known")
    if known:
        pinned = known.isdecimal() and len(known) <= 9 and 1 <= int(known) <= batch
        if not pinned:
            complaints.append(f"没有第“{_short(known)}”批数据，已按最新数据显示。")
    where = {}
    for dimension in FILTERS:
        word = params.get(dimension)
        if word in words(dimension):
            where[dimension] = str(word)
        elif word:
            complaints.append(f"网址里的{title(dimension)}“{_short(word)}”不在可选项中，已按全部显示。")
    shown = int(known) if pinned and known else batch
    asked = params.get("against")
    if asked and asked != NO_SNAPSHOT and asked not in snapshots:
        complaints.append(f"没有名为“{_short(asked)}”的快照，未作对比。")
    against = (asked if asked in snapshots else None) if asked else newest_before(day, shown, snapshots)
    return View(day, shown, where, against, pinned, bool(asked)), complaints


def newest_before(as_of: date, batch: int, snapshots: Mapping[str, tuple[date, int]]) -> str | None:
    """Give the newest snapshot that lies before a moment and knew no more; None where there is none.

    One that is published later knows more, so what an older moment is compared with stays the same.
    """
    earlier = [
        (moment, name)
        for name, moment in snapshots.items()
        if moment[0] <= as_of and moment[1] <= batch and moment != (as_of, batch)
    ]
    return max(earlier)[1] if earlier else None


def _short(text: str) -> str:
    return text if len(text) <= 20 else f"{text[:20]}…"
