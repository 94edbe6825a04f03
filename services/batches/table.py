"""One sheet as a table of a ledger: what was read of it, what is wrong with it and what it asks for."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from services.batches.check import Findings
from services.batches.plan import Layout
from services.batches.wanted import Wanted
from services.errors import Problem
from services.ingest.cells import quoted
from services.ingest.convert import Converted, Record
from services.ingest.grid import Sheet, letter
from services.ingest.match import Match
from services.ingest.shape import Shape
from services.ledger import Ledger


@dataclass
class Table:
    """One sheet that is read as a ledger, on its way through the stages."""

    sheet: Sheet
    shape: Shape
    ledger: Ledger
    match: Match
    converted: Converted
    layout: Layout
    found: Findings = field(default_factory=Findings)
    rows: list[Wanted] = field(default_factory=list)

    @property
    def sheet_name(self) -> str:
        """The name of the sheet."""
        return self.sheet.name

    def cell(self, record: Record, name: str) -> str | None:
        """Give the address of a field's cell, or of the row's first mapped cell where the field has none."""
        if name in record.cells:
            return record.cells[name]
        column = self.match.columns.get(name)
        if column is None and self.match.columns:
            column = min(self.match.columns.values())
        return None if column is None else f"{letter(column)}{record.line}"

    def shown(self, record: Record, name: str) -> str:
        """Give what is written in the field's cell."""
        column = self.match.columns.get(name)
        return "" if column is None else quoted(self.sheet.rows[record.line - 1][column])

    def absent(self) -> Iterator[Problem]:
        """Give a problem for each required column that is not there."""
        for column in self.match.missing:
            first = f"A{self.shape.header[0]}" if self.shape.header else None
            aliases = "、".join(column.headers[1:4])
            yield Problem(
                "required_missing", "error", first, "", f"缺少必需的列“{column.title}”",
                f"请加上这一列（也可以叫：{aliases}）" if aliases else "请加上这一列", None, column.id,
            )  # fmt: skip

    def sound(self) -> list[Wanted]:
        """Give the rows without an error so far."""
        bad = self.found.bad_lines
        return [row for row in self.rows if row.record.line not in bad] if bad else self.rows

    def taken(self) -> list[Wanted]:
        """Give the rows that would be written: none where an error is the whole sheet's."""
        whole = any(problem.level == "error" and problem.line is None for problem in self.found.problems)
        return [] if whole else self.sound()

    def sections(self) -> dict[int, str]:
        """Give, by row, the cell of the section title that gave the field without a column."""
        name = self.match.section
        if name is None or name in self.match.columns:
            return {}
        return {record.line: record.cells[name] for record in self.converted.records if name in record.cells}
