"""小计 and 合计 rows are no data, but their numbers are held against it (ledgers.md §6)."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import Any

from services.errors import Problem
from services.ingest.cells import quoted, written
from services.ingest.grid import Sheet, address
from services.ingest.match import Match
from services.ingest.shape import Shape
from services.ingest.words import is_total
from services.ledger import Column, Kind
from services.text import normal

# A number a total cell says, and the values that would be right, the likeliest first.
Said = tuple[str, list[float]]

# Most totals fit their block. Rows the others are held against in all: no table is to ask for ever more of them.
HELD = 10_000_000
SUMMED = (Kind.INT, Kind.NUMBER, Kind.HOURS, Kind.ATTENDED)
COUNT = re.compile(r"共?(\d+)(?:\.0)?[\u4e00-\u9fff]{0,3}")
BESIDE = re.compile(r"(?:小计|合计|总计|共计|累计|总合计|合计数|总计数):?共?(\d+)[\u4e00-\u9fff]{0,3}")
TALLY = re.compile(r"([\u4e00-\u9fff]{2,8}?):?(\d+)[项个家人名次条户]?")


def check_totals(sheet: Sheet, shape: Shape, match: Match, records: list[Any]) -> list[Problem]:
    """Give one warning per cell of a total row that differs from the data, stating both numbers.

    A total is right when it fits the rows of its block (back to the section or total before it, or, above them, down
    to the next) or all rows of the sheet. Numbers are held against sums, 3项 against the number of rows or of
    different entries, 已销号1 against how often the word stands in the column.
    """
    scopes = _Scopes(shape.buckets, records)
    problems: list[Problem] = []
    for r in [r for r, bucket in enumerate(shape.buckets) if bucket == "total"]:
        if scopes.held > HELD:
            message, fix = f"合计行太多，从第{r + 1}行起没有再与明细核对", "请减少合计行，或分成几个文件上传"
            return [*problems, Problem("total_mismatch", "warning", address(r, 0), "", message, fix, r + 1)]
        problems += _differences(sheet, match, r, shape.position, scopes)
    return problems


class _Scopes:
    """The records that a total may stand for; `held` counts those beyond its block that were asked for."""

    def __init__(self, buckets: list[str], records: list[Any]) -> None:
        self._records, self._rows = records, [record.line - 1 for record in records]
        self._sections = [-1, *(r for r, bucket in enumerate(buckets) if bucket == "section")]
        self._breaks = [-1, *(r for r, bucket in enumerate(buckets) if bucket in ("section", "total")), len(buckets)]
        self.held = 0

    def of(self, r: int) -> Iterator[list[Any]]:
        """Give the block of the total in row `r`, then its section so far, then all."""
        at = bisect_left(self._breaks, r)
        yield self._between(self._breaks[at - 1], r) or self._between(r, self._breaks[at + 1])
        section = self._sections[bisect_left(self._sections, r) - 1]
        for wider in (self._between(section, r), self._records):
            self.held += len(wider)
            yield wider

    def _between(self, above: int, below: int) -> list[Any]:
        return self._records[bisect_left(self._rows, above) : bisect_left(self._rows, below)]


def _differences(sheet: Sheet, match: Match, r: int, position: int | None, scopes: _Scopes) -> Iterator[Problem]:
    columns = {c: match.ledger.by_id[name] for name, c in match.columns.items()}
    dropped = {c for _, c in match.dropped}
    for c, cell in enumerate(sheet.rows[r]):
        text = normal(written(cell)) if not isinstance(cell, bool) else ""
        if not text or c in dropped:
            continue
        wrong = _wrong(text, columns.get(c), c == position, scopes.of(r))
        if wrong:
            said, right = wrong
            yield Problem(
                "total_mismatch", "warning", address(r, c), quoted(cell),
                f"合计行写的是{said}，按明细计算是{_shown(right[0])}", "请核对明细是否齐全，或改正合计", r + 1,
                columns[c].id if c in columns else None,
            )  # fmt: skip


def _wrong(text: str, column: Column | None, is_position: bool, groups: Iterable[list[Any]]) -> Said | None:
    """Give the first number that is right for none of the groups, with what would be for the last of them."""
    said: list[Said] = []
    fits: set[int] = set()
    for group in groups:
        said = _said(text, column, is_position, group)
        fits |= {i for i, (number, right) in enumerate(said) if float(number) in right}
        if len(fits) == len(said):
            return None
    return next(each for i, each in enumerate(said) if i not in fits)


def _said(text: str, column: Column | None, is_position: bool, group: list[Any]) -> list[Said]:
    """Give each number a total cell says."""
    if is_total(text) or column is None:
        number = BESIDE.fullmatch(text) if is_total(text) else COUNT.fullmatch(text) if is_position else None
        return [(number[1], [float(len(group))])] if number else []
    values = [record.values.get(column.id) for record in group]
    number = COUNT.fullmatch(text.replace(",", "")) or (re.fullmatch(r"(\d+\.\d+)", text))
    if number and column.kind in SUMMED:
        # 3项 is the number of rows in whatever column it stands.
        worded = not text[-1].isdigit()
        return [(number[1], [float(sum(each or 0 for each in values)), *[float(len(group))] * worded])]
    if number:
        return [(number[1], _counts(values))]
    tallies = TALLY.findall(text) if column.kind in (Kind.CHOICE, Kind.TEXT, Kind.BOOL) else []
    said = []
    for word, count in tallies:
        canonical = _canonical(column, word)
        if canonical is not None:
            said.append((count, [float(sum(each == canonical for each in values))]))
    return said


def _counts(values: list[Any]) -> list[float]:
    there = [str(value) for value in values if value is not None]
    ticked = sum(value is True for value in values)
    return [float(len(values)), float(len(there)), float(len(set(there))), float(ticked)]


def _canonical(column: Column, word: str) -> str | None:
    for choice, spellings in column.choices.items():
        if word in (normal(choice), *map(normal, spellings)):
            return choice
    return None


def _shown(value: float) -> str:
    return str(int(value)) if float(value).is_integer() else f"{value:.1f}"
