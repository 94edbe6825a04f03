"""Everything wrong with the rows of one sheet, all at once: references, rules, duplicates, days yet to come."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Protocol

from services.batches.known import Known
from services.batches.wanted import Wanted
from services.errors import Problem
from services.ingest.convert import Record
from services.ledger import Column, Ledger, Rule


class Place(Protocol):
    """Where the fields of a sheet's records stand, and what is written there."""

    @property
    def sheet_name(self) -> str:
        """The name of the sheet."""

    def cell(self, record: Record, name: str) -> str | None:
        """Give the address of a field's cell, or of the row's first mapped cell where the field has none."""

    def shown(self, record: Record, name: str) -> str:
        """Give what is written in the field's cell."""


@dataclass
class Findings:
    """The problems of one sheet; at most one error per cell. `bad_lines`: the rows that cannot be taken."""

    problems: list[Problem] = field(default_factory=list)
    bad_lines: set[int] = field(default_factory=set)
    _faulty: set[tuple[str | None, int | None]] = field(default_factory=set)

    def add(self, problem: Problem) -> None:
        """Take a problem, unless its cell already has an error and this would be a second one."""
        if problem.level == "error":
            at = (problem.cell, problem.line)
            if at in self._faulty:
                return
            self._faulty.add(at)
            if problem.line is not None:
                self.bad_lines.add(problem.line)
        self.problems.append(problem)


@dataclass(frozen=True)
class _Meant:
    """What a written name stands for: the values it gives, and where there is none, the fault."""

    values: dict[str, Any]
    code: str = ""
    message: str = ""
    fix: str = ""
    suggestions: tuple[str, ...] = ()


def resolve(ledger: Ledger, records: Sequence[Record], known: Known, place: Place) -> Iterator[Problem]:
    """Put official names in place of written ones; an unknown name is a problem, never a guess."""
    for column in ledger.references:
        name = column.id
        # A name is looked up once, however often it is written.
        written = dict.fromkeys([record.values.get(name) for record in records])
        meant = {each: _meant(ledger, column, each, known) for each in written if each}
        if all(found.values == {name: each} for each, found in meant.items()):
            continue
        for record in records:
            found = meant.get(record.values.get(name))
            if found is None:
                continue
            if found.code:
                yield Problem(
                    found.code, "error", place.cell(record, name), record.values[name], found.message, found.fix,
                    record.line, name, found.suggestions,
                )  # fmt: skip
            record.values.update(found.values)


def _meant(ledger: Ledger, column: Column, written: str, known: Known) -> _Meant:
    if column.ref == "units":
        official = known.names().official(written)
        if official is not None:
            return _Meant({column.id: official})
        near = known.names().suggest(written)
        fix = f"请核对，是不是：{'、'.join(near)}？" if near else "请先在单位名册中登记这个单位"
        return _Meant({column.id: None}, "unit_unknown", "单位名册里没有这个名称", fix, near)
    rows = known.find(column.ref or "", "name", written)
    if len(rows) == 1:
        hidden = f"{column.id}_key"
        key = {hidden: rows[0]["key"]} if hidden in ledger.versions.columns else {}
        return _Meant({column.id: str(rows[0]["name"]), **key})
    code = "choice_ambiguous" if rows else "ref_unknown"
    message = f"有{len(rows)}个同名的“{column.title}”" if rows else f"没有登记过这个{column.title}"
    fix = "请在名称中写明年度或期数" if rows else "请核对名称，或先上传对应的台账"
    return _Meant({column.id: None}, code, message, fix)


def future(ledger: Ledger, records: Sequence[Record], today: date, place: Place) -> Iterator[Problem]:
    """A day that has not come yet cannot have happened (ledgers.md §3.2)."""
    for column in ledger.columns:
        name = column.id
        late = [r for r in records if (day := r.values.get(name)) is not None and day > today] if column.past else []
        for record in late:
            value = record.values[name]
            if column.ends and record.marks.get(name) and value.replace(day=1) <= today:
                continue  # 本月 as a month is its last day, which may lie ahead
            yield Problem(
                "date_future", "error", place.cell(record, name), place.shown(record, name),
                f"{column.title}{value.isoformat()}晚于上传当天", "请核对年月日", record.line, name,
            )  # fmt: skip


class _Shown(dict[str, Any]):
    def __missing__(self, name: str) -> str:
        return "（空）"


def _filled(template: str, values: Mapping[str, Any], **more: Any) -> str:
    filled = {name: value for name, value in values.items() if value is not None}
    return template.format_map(_Shown({**filled, **more}))


def rules(ledger: Ledger, rows: list[Wanted], place: Place, found: Findings) -> None:
    """Hold every row against the ledger's rules: an error in the file's own row or in what it would become counts."""
    checks: list[tuple[Rule, list[tuple[Wanted, str]]]] = [(rule, []) for rule in ledger.rules]
    for row in rows:
        values, facts, said = row.values, row.facts, row.said
        for rule, at_fault in checks:
            name = rule.broken(values, facts)
            if said and not name and rule.level == "error":
                name = rule.broken(said, facts)
            if name:
                at_fault.append((row, name))
    for rule, at_fault in checks:
        for row, name in at_fault[:1] if rule.counted else at_fault:
            found.add(_problem(rule, row, name, place, len(at_fault)))


def _problem(rule: Rule, row: Wanted, name: str, place: Place, count: int) -> Problem:
    return Problem(
        rule.code, rule.level, place.cell(row.record, name), place.shown(row.record, name),
        _filled(rule.message, row.values, count=count), rule.fix, row.record.line, name,
    )  # fmt: skip


def duplicates(ledger: Ledger, rows: list[tuple[Wanted, Place, Findings]]) -> None:
    """The same key twice in one file: the later row is at fault."""
    first: dict[Any, Wanted] = {}
    for row, place, found in rows:
        identity = row.old["id"] if row.old else row.key
        earlier = first.setdefault(identity, row)
        if earlier is not row:
            keys = [name.removesuffix("_key") for key in ledger.keys for name in key]
            fields = [name for name in dict.fromkeys(keys) if row.record.values.get(name) is not None]
            if not fields:
                continue  # nothing of the key could be read, and that was said at its cells
            name = next((each for each in fields if place.shown(row.record, each)), fields[0])
            titles = "、".join(ledger.by_id[each].title for each in fields[:3])
            found.add(
                Problem(
                    "duplicate_row",
                    "error",
                    place.cell(row.record, name),
                    place.shown(row.record, name),
                    f"与第{earlier.record.line}行是同一条（{titles}相同）",
                    "请删去重复的行，或改正编号",
                    row.record.line,
                    name,
                )
            )
