"""The section a row stands under (一、机关) as the value of a column: only where a person says so."""

from collections.abc import Mapping

from services.errors import Problem
from services.ingest.cells import Unreadable, quoted
from services.ingest.columns import Contents, Found, attempt
from services.ingest.correction import section_word
from services.ingest.grid import Sheet, address
from services.ingest.kinds import reader
from services.ingest.match import Match
from services.ingest.shape import Shape


def fill_from_sections(
    found: Found, sheet: Sheet, shape: Shape, match: Match, targets: Mapping[str, str]
) -> dict[int, str]:
    """Fill the blank readings of `match.section`; give, by index of the data row, the cell of its section.

    A section that cannot be read is a problem of every row under it, as is a row of a required column under none.
    """
    if match.section is None:
        return {}
    column = match.ledger.by_id[match.section]
    read = reader(column, sheet, targets)
    own = found.columns.setdefault(column.id, Contents([None] * len(shape.data)))
    filled: dict[int, str] = {}
    for i in own.blanks():
        r = shape.data[i]
        title = shape.sections.get(r)
        if title is None:
            if column.required and column.default is None and column.id not in match.columns:
                first = address(r, min(match.columns.values(), default=0))
                message, fix = f"这一行不在任何分节之下，没有{column.title}", f"请填写{column.title}"
                found.problems.append(Problem("required_missing", "error", first, "", message, fix, r + 1, column.id))
            continue
        at = _section(sheet, shape, r)
        result = attempt(read, section_word(title), "")
        if isinstance(result, Unreadable):
            own.faulty.add(i)
            found.problems.append(
                Problem(result.code, "error", at, quoted(title), result.message, result.fix, r + 1, column.id)
            )
        else:
            own.fill(i, result)
            filled[i] = at
    return filled


def _section(sheet: Sheet, shape: Shape, r: int) -> str:
    """Give the address of the section title in force at a data row."""
    row = next(above for above in range(r, -1, -1) if shape.buckets[above] == "section")
    return address(row, next(c for c, cell in enumerate(sheet.rows[row]) if cell is not None))
