"""小计 and 合计 rows are no data, but their numbers are held against it (ledgers.md §6)."""

import re
from collections.abc import Iterator
from typing import Any

from services.errors import Problem
from services.ingest.cells import quoted, written
from services.ingest.grid import Sheet, address
from services.ingest.match import Match
from services.ingest.shape import Shape
from services.ingest.words import is_total
from services.ledger import Column, Kind
from services.text import normal

# A number a total cell says, and for each scope the values that would be right, the likeliest first.
Said = tuple[str, list[list[float]]]

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
    by_row = {record.line - 1: record for record in records}
    problems = []
    for r, bucket in enumerate(shape.buckets):
        if bucket == "total":
            groups = [[by_row[i] for i in rows if i in by_row] for rows in _scopes(shape, r)]
            problems += list(_differences(sheet, match, r, shape.position, groups))
    return problems


def _scopes(shape: Shape, r: int) -> list[list[int]]:
    """Give the sets of data rows a total may stand for: its block, and the whole sheet."""
    breaks = [i for i, bucket in enumerate(shape.buckets) if bucket in ("total", "section") and i != r]
    before = max((i for i in breaks if i < r), default=-1)
    after = min((i for i in breaks if i > r), default=len(shape.buckets))
    above = [i for i in shape.data if before < i < r]
    section = max((i for i, bucket in enumerate(shape.buckets[:r]) if bucket == "section"), default=-1)
    return [above or [i for i in shape.data if r < i < after], [i for i in shape.data if section < i < r], shape.data]


def _differences(
    sheet: Sheet, match: Match, r: int, position: int | None, groups: list[list[Any]]
) -> Iterator[Problem]:
    columns = {c: match.ledger.by_id[name] for name, c in match.columns.items()}
    dropped = {c for _, c in match.dropped}
    for c, cell in enumerate(sheet.rows[r]):
        text = normal(written(cell)) if not isinstance(cell, bool) else ""
        if not text or c in dropped:
            continue
        expected: list[Said] = []
        rows = [[float(len(group))] for group in groups]
        if is_total(text):
            beside = BESIDE.fullmatch(text)
            expected = [(beside[1], rows)] if beside else []
        elif c in columns:
            expected = _expected(columns[c], text, groups)
        elif c == position and (counted := COUNT.fullmatch(text)):
            expected = [(counted[1], rows)]
        for said, right in expected:
            if not any(float(said) in values for values in right):
                found = _shown(right[-1][0])
                yield Problem(
                    "total_mismatch", "warning", address(r, c), quoted(cell),
                    f"合计行写的是{said}，按明细计算是{found}", "请核对明细是否齐全，或改正合计", r + 1,
                    columns[c].id if c in columns else None,
                )  # fmt: skip
                break


def _expected(column: Column, text: str, groups: list[list[Any]]) -> list[Said]:
    """Give each number a total cell says."""
    values = [[record.values.get(column.id) for record in group] for group in groups]
    number = COUNT.fullmatch(text.replace(",", "")) or (re.fullmatch(r"(\d+\.\d+)", text))
    if number and column.kind in SUMMED:
        return [(number[1], [[float(sum(each or 0 for each in group))] for group in values])]
    if number:
        return [(number[1], [_counts(group) for group in values])]
    tallies = TALLY.findall(text) if column.kind in (Kind.CHOICE, Kind.TEXT, Kind.BOOL) else []
    said = []
    for word, count in tallies:
        canonical = _canonical(column, word)
        if canonical is not None:
            said.append((count, [[float(sum(each == canonical for each in group))] for group in values]))
    return said


def _counts(group: list[Any]) -> list[float]:
    there = [str(value) for value in group if value is not None]
    ticked = sum(value is True for value in group)
    return [float(len(group)), float(len(there)), float(len(set(there))), float(ticked)]


def _canonical(column: Column, word: str) -> str | None:
    for choice, spellings in column.choices.items():
        if word in (normal(choice), *map(normal, spellings)):
            return choice
    return None


def _shown(value: float) -> str:
    return str(int(value)) if float(value).is_integer() else f"{value:.1f}"
