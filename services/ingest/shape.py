"""How a sheet is laid out: where its header is, which bucket each row falls into, what its titles say."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from services.ingest.collector import paused
from services.ingest.facts import read_facts
from services.ingest.form import merged_share
from services.ingest.grid import Sheet
from services.ingest.header import find_header
from services.ingest.levels import paths
from services.ingest.rows import BUCKETS, Buckets
from services.ingest.view import View
from services.ingest.words import POSITION
from services.ledger import Ledger, SheetFacts
from services.text import header as header_form
from services.text import outer


@dataclass(frozen=True)
class Shape:
    """A sheet understood. `header` is its first and last header row in Excel numbers, None where there is none.

    `buckets` has one word per used row; `headers` one path per column, from the top level down, () without a title;
    `data` the 0-based data rows; `sections` the section title in force for a data row; `position` the 序号 column;
    `where` the addresses of the texts in `facts`; `other_headers` rows that head a different table;
    `untitled` are columns with data and no title. `form` says that the sheet is a form to fill in rather than a table.
    """

    header: tuple[int, int] | None
    buckets: list[str]
    headers: list[tuple[str, ...]] = field(default_factory=list)
    data: list[int] = field(default_factory=list)
    sections: dict[int, str] = field(default_factory=dict)
    facts: SheetFacts = field(default_factory=SheetFacts)
    where: dict[str, str] = field(default_factory=dict)
    position: int | None = None
    other_headers: tuple[int, ...] = ()
    untitled: frozenset[int] = frozenset()
    form: bool = False

    def counts(self) -> dict[str, int]:
        """Give the number of rows in each of the eight buckets; together the used rows."""
        found = Counter(self.buckets)
        return {bucket: found[bucket] for bucket in BUCKETS}


def shape(sheet: Sheet, ledgers: Sequence[Ledger] | None = None, header: tuple[int, int] | None = None) -> Shape:
    """Give how a sheet is laid out. `ledgers`: their headers make the guess surer.

    `header`: its first and last row (Excel numbers) where a person says so, instead of a guess; rows the sheet does
    not have are no header.
    """
    with paused():
        return _shape(sheet, ledgers or (), header)


def _shape(sheet: Sheet, ledgers: Sequence[Ledger], header: tuple[int, int] | None) -> Shape:
    view = View(sheet)
    known = {header_form(text) for ledger in ledgers for column in ledger.columns for text in column.headers}
    found = find_header(view, known) if header is None else _within(view, *header)
    width = len(sheet.rows[0]) if sheet.rows else 0
    headers = paths(view, *found, width) if found else list[tuple[str, ...]]([()] * width)
    position = next((c for c, path in enumerate(headers) if path and header_form(path[-1]).lower() in POSITION), None)
    buckets = Buckets(view, found, position, sum(bool(path) for path in headers))
    data = [r for r, bucket in enumerate(buckets.found) if bucket == "data"]
    facts, where = read_facts(view, [r for r in range(found[0] if found else 0) if view.anchors[r]])
    return Shape(
        header=(found[0] + 1, found[1] + 1) if found else None,
        buckets=buckets.found,
        headers=headers,
        data=data,
        sections=_sections(view, buckets.found),
        facts=facts,
        where=where,
        position=position,
        other_headers=tuple(buckets.other_headers),
        untitled=frozenset(view.used(data) - {c for c, path in enumerate(headers) if path}),
        form=found is None and merged_share(view) > 0.4,
    )


def _within(view: View, first: int, last: int) -> tuple[int, int] | None:
    return (first - 1, last - 1) if 1 <= first <= last <= len(view) else None


def _sections(view: View, buckets: list[str]) -> dict[int, str]:
    sections = {}
    current = None
    for r, bucket in enumerate(buckets):
        if bucket == "section":
            current = outer(view.text(r, view.anchors[r][0]))
        elif bucket == "data" and current:
            sections[r] = current
    return sections
