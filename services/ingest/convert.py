"""From the cells of a matched sheet to typed records, with a problem for every cell that cannot be read."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from services.errors import Problem
from services.ingest.cells import Unreadable, quoted
from services.ingest.collector import paused
from services.ingest.columns import Contents, Found, attempt, read_column
from services.ingest.grid import Sheet, address
from services.ingest.kinds import reader
from services.ingest.match import Match
from services.ingest.merges import covered_cells
from services.ingest.records import Record, typed_records
from services.ingest.sections import fill_from_sections
from services.ingest.shape import Shape
from services.ledger import Ledger


@dataclass(frozen=True)
class Converted:
    """The records of a sheet in order, and everything wrong with its cells, in order of row and column."""

    records: list[Record]
    problems: list[Problem]


def convert(
    sheet: Sheet, shape: Shape, match: Match, ledger: Ledger, targets: Mapping[str, str], given: Mapping[str, str] = {}
) -> Converted:
    """Give the typed records of a sheet.

    `targets`: the settings in force (item → text). `given`: field → text for the whole sheet; it stands, and then what
    the title says, where the column is absent or the cell blank.
    """
    found = Found()
    with paused():
        covered = covered_cells(sheet, shape.data)
        for name, column in match.columns.items():
            read_column(found, sheet, shape, ledger.by_id[name], column, covered, targets)
        under = fill_from_sections(found, sheet, shape, match, targets)
        cells = _for_the_sheet(found, sheet, shape, ledger, targets, given)
        found.problems += _blank_but_required(found, shape, ledger, match)
        records = typed_records(found, sheet, shape, ledger, cells)
        for i, at in under.items():
            records[i].cells[match.section or ""] = at
    found.problems.sort(key=lambda problem: (problem.line or 0, match.columns.get(problem.field or "", 0)))
    return Converted(records, [*found.problems, *_hidden(sheet, shape)])


def _for_the_sheet(
    found: Found, sheet: Sheet, shape: Shape, ledger: Ledger, targets: Mapping[str, str], given: Mapping[str, str]
) -> dict[str, tuple[str, set[int]]]:
    """Fill blank readings with what is given or titled; give, by field, the title's cell and the indices it filled."""
    titled = ledger.titled(shape.facts) if ledger.titled else {}
    cells = {}
    for name, text in {**titled, **given}.items():
        if name not in ledger.by_id:
            continue
        own = found.columns.setdefault(name, Contents([None] * len(shape.data)))
        filled = own.blanks()
        if not filled:
            continue
        at = None if name in given else next((at for said, at in shape.where.items() if text in said), None)
        result = attempt(reader(ledger.by_id[name], sheet, targets), text, "")
        if isinstance(result, Unreadable):
            problem = Problem(result.code, "error", at, quoted(text), result.message, result.fix, None, name)
            found.problems.append(problem)
            continue
        for i in filled:
            own.fill(i, result)
        if at:
            cells[name] = (at, set(filled))
    return cells


def _blank_but_required(found: Found, shape: Shape, ledger: Ledger, match: Match) -> Iterator[Problem]:
    """Every row fills its required columns; of a group, one is enough. Absent columns are the match's affair."""
    groups = [(column.id,) for column in ledger.required if column.default is None]
    for group in (*groups, *ledger.requires_one_of):
        there = [name for name in group if name in match.columns]
        if not there:
            continue
        column, c = ledger.by_id[there[0]], match.columns[there[0]]
        for i in sorted(set[int].intersection(*(set(found.columns[name].blanks()) for name in there))):
            r = shape.data[i]
            yield Problem(
                "required_missing", "error", address(r, c), "",
                f"没有填写{column.title}", f"请填写{column.title}", r + 1, column.id,
            )  # fmt: skip


def _hidden(sheet: Sheet, shape: Shape) -> list[Problem]:
    lines = [r + 1 for r in shape.data if r in sheet.hidden_rows]
    if not lines:
        return []
    shown = "、".join(str(line) for line in lines[:10]) + ("等" if len(lines) > 10 else "")
    message = f"第{shown}行是隐藏的行，也已读入，共{len(lines)}行"
    return [Problem("hidden_rows", "warning", None, str(len(lines)), message, "如不应计入，请在原表中删去这些行")]
