"""A spreadsheet as cells at their Excel addresses, whatever kind of file it came from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime


@dataclass(frozen=True)
class CellError:
    """A cell that shows an error, such as "#REF!"."""

    text: str


@dataclass(frozen=True)
class Uncached:
    """A formula whose result was never stored in the file."""


Cell = None | str | int | float | bool | date | datetime | CellError | Uncached
Merge = tuple[int, int, int, int]


@dataclass(frozen=True)
class Sheet:
    """One sheet: `rows` are padded to one width; row 0 is Excel's row 1, column 0 its column A.

    `merges` are (first row, first column, last row, last column), 0-based and inclusive. `formats` are the number
    formats of those numeric cells where the format says what a number such as 2023.1 means ("0.00").
    `typed` is False where the file holds only text (csv, HTML), so that a number and a text cannot be told apart.
    """

    name: str
    visible: bool
    rows: list[list[Cell]]
    merges: tuple[Merge, ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    formats: Mapping[tuple[int, int], str] = field(default_factory=dict)
    date1904: bool = False
    typed: bool = True


@dataclass(frozen=True)
class Workbook:
    """All sheets of a file, hidden ones included, in order."""

    sheets: tuple[Sheet, ...]

    @property
    def date1904(self) -> bool:
        """Whether day 0 is 1904-01-01."""
        return any(sheet.date1904 for sheet in self.sheets)


def letter(column: int) -> str:
    """Give the letters of a 0-based column: 0 → "A", 26 → "AA"."""
    text = ""
    while column >= 0:
        column, rest = divmod(column, 26)
        text = chr(65 + rest) + text
        column -= 1
    return text


def address(row: int, column: int) -> str:
    """Give the Excel address of a 0-based row and column: (5, 6) → "G6"."""
    return f"{letter(column)}{row + 1}"


def column_number(letters: str) -> int:
    """Give the 0-based column of its letters: "A" → 0, "AA" → 26."""
    number = 0
    for each in letters:
        number = number * 26 + ord(each) - 64
    return number - 1


def place(at: str) -> tuple[int, int]:
    """Give the 0-based row and column of an Excel address: "G6" → (5, 6)."""
    letters = at.rstrip("0123456789")
    return int(at[len(letters) :]) - 1, column_number(letters)
