"""New rows that nearly repeat another row of the same unit: under another number, or in another round."""

from collections import defaultdict
from dataclasses import dataclass

from services.batches.check import Findings, Place
from services.batches.known import Known, Row, titled
from services.batches.repeats import repeats
from services.batches.wanted import Wanted
from services.errors import Problem
from services.ledger import Ledger
from services.text import normal

SHOWN = 40


@dataclass(slots=True)
class _Text:
    text: str
    row: Row | Wanted
    place: Place | None = None
    number: int = -1


def near_duplicates(ledger: Ledger, rows: list[tuple[Wanted, Place, Findings]], known: Known) -> None:
    """Warn of new rows whose text is nearly that of a row on record, or of an earlier new row of the file."""
    name = ledger.near
    if name is None:
        return
    new: dict[str, list[_Text]] = defaultdict(list)
    for number, (row, place, _) in enumerate(rows):
        if row.old is None and row.values.get(name) and row.values.get("unit"):
            new[row.values["unit"]].append(_Text(normal(row.values[name]), row, place, number))
    others: dict[int, _Text] = {}
    for unit, own in new.items():
        on_record = [_Text(normal(row[name] or ""), row) for row in known.find(ledger.id, "unit", unit)]
        texts = [*on_record, *own]
        for here, there in repeats([each.text for each in texts], len(on_record)):
            others[texts[here].number] = texts[there]
    for number in sorted(others):
        row, place, found = rows[number]
        found.add(_problem(ledger, name, row, place, others[number], known))


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
