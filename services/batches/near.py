"""New rows that nearly repeat another row of the same unit: under another number, or in another round."""

from collections import defaultdict

from services.batches.check import Findings, Place
from services.batches.known import Known, Row, titled
from services.batches.repeats import repeats
from services.batches.wanted import Wanted
from services.errors import Problem
from services.ledger import Ledger
from services.text import normals

SHOWN = 40


# A row of the file with the sheet it stands in, or one on record.
Other = tuple[Wanted, Place] | Row


def near_duplicates(ledger: Ledger, rows: list[tuple[Wanted, Place, Findings]], known: Known) -> None:
    """Warn of new rows whose text is nearly that of a row on record, or of an earlier new row of the file."""
    name = ledger.near
    if name is None:
        return
    new: dict[str, dict[int, str]] = defaultdict(dict)
    for number, (row, _, _) in enumerate(rows):
        if row.old is None and (text := row.values.get(name)) and (unit := row.values.get("unit")):
            new[unit][number] = text
    others: dict[int, Other] = {}
    uncompared: list[int] = []
    for unit, own in new.items():
        on_record = known.find(ledger.id, "unit", unit)
        numbers, before = list(own), len(on_record)
        texts = normals([*(row[name] or "" for row in on_record), *own.values()])
        for here, there in repeats(texts, before):
            number = numbers[here - before]
            if there is None:
                uncompared.append(number)
            else:
                others[number] = on_record[there] if there < before else rows[numbers[there - before]][:2]
    for number in uncompared:
        row, place, found = rows[number]
        found.add(_uncompared(ledger, name, row, place))
    for number in sorted(others):
        row, place, found = rows[number]
        found.add(_problem(ledger, name, row, place, others[number], known))


def _problem(ledger: Ledger, name: str, row: Wanted, place: Place, other: Other, known: Known) -> Problem:
    title = ledger.by_id[name].title
    return Problem(
        "near_duplicate", "warning", place.cell(row.record, name), place.shown(row.record, name),
        f"与同一单位的另一条{title}几乎相同", f"请核对是不是同一条：{_where(ledger, name, place, other, known)}",
        row.record.line, name,
    )  # fmt: skip


def _uncompared(ledger: Ledger, name: str, row: Wanted, place: Place) -> Problem:
    title = ledger.by_id[name].title
    return Problem(
        "near_duplicate", "warning", place.cell(row.record, name), "",
        f"这个单位的{title}又长又多，没有全部相互比较，可能还有几乎相同的", "请分成几个文件上传，或自行核对",
        row.record.line, name,
    )  # fmt: skip


def _where(ledger: Ledger, name: str, place: Place, other: Other, known: Known) -> str:
    """Name the other row, and the cell it stands in."""
    if isinstance(other, tuple):
        row, there = other
        sheet = "" if there is place else f"工作表“{there.sheet_name}”"
        values, at = row.values, f"本文件{sheet}{there.cell(row.record, name) or ''}"
    else:
        values, at = other, known.whereabouts(other, name)
    title = titled(ledger, values)
    return f"{title[:SHOWN]}{'…' if len(title) > SHOWN else ''}（{at}）"
