"""New rows that nearly repeat another row of the same unit: under another number, or in another round."""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from services.batches.check import Findings, Place
from services.batches.known import Known, Row, titled
from services.batches.wanted import Wanted
from services.errors import Problem
from services.ledger import Ledger
from services.text import normal

LIKENESS = 90  # of 100, by rapidfuzz
# A unit has some dozen rows; the bound keeps a file of one unit's 20 000 rows from being compared each with each.
COMPARED, SHOWN = 300, 40


@dataclass(frozen=True)
class _Text:
    text: str
    row: Row | Wanted
    place: Place | None = None


@dataclass
class _Unit:
    """The texts of one unit seen so far; equal ones are found among all, nearly equal ones among the newest."""

    equal: dict[str, _Text] = field(default_factory=dict)
    newest: deque[_Text] = field(default_factory=lambda: deque(maxlen=COMPARED))

    def add(self, text: _Text) -> None:
        if text.text and text.text not in self.equal:
            self.equal[text.text] = text
            self.newest.append(text)

    def near(self, text: str) -> _Text | None:
        if text in self.equal:
            return self.equal[text]
        found = (each for each in reversed(self.newest) if fuzz.ratio(text, each.text, score_cutoff=LIKENESS))
        return next(found, None)


def near_duplicates(ledger: Ledger, rows: list[tuple[Wanted, Place, Findings]], known: Known) -> None:
    """Warn of new rows whose text is nearly that of a row on record, or of an earlier new row of the file."""
    name = ledger.near
    if name is None:
        return
    units: dict[str, _Unit] = {}
    for row, place, found in rows:
        if row.old is not None or not row.values.get(name) or not row.values.get("unit"):
            continue
        unit, form = row.values["unit"], normal(row.values[name])
        if unit not in units:
            units[unit] = _Unit()
            for text in _on_record(ledger, name, unit, known):
                units[unit].add(text)
        other = units[unit].near(form)
        if other is not None:
            found.add(_problem(ledger, name, row, place, other, known))
        units[unit].add(_Text(form, row, place))


def _on_record(ledger: Ledger, name: str, unit: str, known: Known) -> Iterator[_Text]:
    for row in known.find(ledger.id, "unit", unit):
        yield _Text(normal(row[name] or ""), row)


def _problem(ledger: Ledger, name: str, row: Wanted, place: Place, other: _Text, known: Known) -> Problem:
    title = ledger.by_id[name].title
    return Problem(
        "near_duplicate", "warning", place.cell(row.record, name), place.shown(row.record, name),
        f"与同一单位的另一条{title}几乎相同", f"请核对是不是同一条：{_where(ledger, name, place, other, known)}",
        row.record.line, name,
    )  # fmt: skip


def _where(ledger: Ledger, name: str, place: Place, other: _Text, known: Known) -> str:
    """Name the other row, and the cell it stands in."""
    if isinstance(other.row, Wanted):
        assert other.place is not None
        sheet = "" if other.place is place else f"工作表“{other.place.sheet_name}”"
        values, at = other.row.values, f"本文件{sheet}{other.place.cell(other.row.record, name) or ''}"
    else:
        values, at = other.row, known.whereabouts(other.row, name)
    title = titled(ledger, values)
    return f"{title[:SHOWN]}{'…' if len(title) > SHOWN else ''}（{at}）"
