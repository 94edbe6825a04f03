"""The nouns: a Ledger is declared once, and everything else is drawn from the declaration."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Any, Literal

from services.errors import Level

Values = Mapping[str, Any]


class Kind(StrEnum):
    """What a column holds, and so how its cells are read."""

    TEXT = "文字"
    LIST = "多项"
    CHOICE = "选项"
    BOOL = "是/否"
    ATTENDED = "应到/实到"
    INT = "整数"
    HOURS = "学时"
    NUMBER = "数值"
    YEAR = "年度"
    DATE = "日期"
    DUE = "时限"
    PHONE = "电话"
    REF = "引用"


@dataclass(frozen=True)
class Source:
    """Where a rule or definition comes from. A and B are regulations; L is a local setting of this product."""

    text: str
    mark: Literal["A", "B", "L"] = "L"


LOCAL = Source("本系统约定，可由工委调整")


@dataclass(frozen=True)
class Column:
    """One column of a ledger: its Chinese title, the headers accepted for it and how its cells are read.

    `choices` maps each canonical word to the spellings accepted for it; `ambiguous` maps a word that could be
    several choices to the question that has to be asked. `open_choice` keeps an unlisted word as written.
    `ends`: a month or a year means its last day (a deadline, a completion), else the first.
    `past`: a day after the upload day is an error. `ref`: the ledger whose key the cell names.
    `expected`: counted by K25 although the cell may be blank. `person`: holds a person's name.
    """

    title: str
    kind: Kind
    id: str = ""
    aliases: tuple[str, ...] = ()
    required: bool = False
    default: Any = None
    expected: bool = False
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    ambiguous: Mapping[str, str] = field(default_factory=dict)
    open_choice: bool = False
    minimum: int | None = None
    ends: bool = False
    past: bool = False
    ref: str | None = None
    person: bool = False

    @property
    def headers(self) -> tuple[str, ...]:
        """Every header text that means this column."""
        return (self.title, *self.aliases)


@dataclass(frozen=True)
class SheetFacts:
    """What a sheet says outside its table: title lines, and the fill-in line as label → text."""

    titles: tuple[str, ...] = ()
    filled_in: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Facts:
    """What a rule may ask besides its own row.

    `find(ledger, field, text)` gives the current rows of a ledger whose `field` reads as `text`,
    `earliest(ledger, field, text, day)` the first `day` among them.
    `old` is the row on record, None for a new one; `reason` what the analyst gave for the whole file;
    `marks` says which of the row's fields have month, quarter or year precision, or were derived.
    """

    today: date
    targets: Mapping[str, str]
    find: Callable[[str, str, str], Sequence[Values]]
    earliest: Callable[[str, str, str, str], date | None]
    sheet: SheetFacts = SheetFacts()
    old: Values | None = None
    marks: Mapping[str, str] = field(default_factory=dict)
    reason: str | None = None

    def about(self, old: Values | None, marks: Mapping[str, str]) -> Facts:
        """Give the same facts for one row."""
        if old is None and not marks:
            return self
        return Facts(self.today, self.targets, self.find, self.earliest, self.sheet, old, marks, self.reason)


@dataclass(frozen=True)
class Rule:
    """A check over a whole row. `broken` gives the id of the field whose cell is at fault, or None.

    `message` and `fix` are formatted with the row's values ("{closed_on}"); `text` stands on the 口径 page.
    `counted`: one problem for all rows at fault together, their number as "{count}".
    """

    code: str
    level: Level
    text: str
    broken: Callable[[Values, Facts], str | None]
    message: str
    fix: str
    source: Source = LOCAL
    counted: bool = False


@dataclass(frozen=True)
class Chart:
    """One drawing on a ledger's page: an indicator over a dimension.

    `question`: what it answers, said under the finding, and alone where there is nothing to find ("各领域达标率").
    `by`: a text column of the indicator's select. `kind`: "shares" n of N per group, against `across` where it is
    given; "counts" how many per group; "states" a bar of all groups in their official order, one such bar for each
    word of `across` where it is given; "matrix" how many of each group of `by` are in each of `across`; "months" how
    many in each month, written as 2023-05. How many means N of a share, n of a count.
    """

    question: str
    indicator: str
    by: str
    kind: Literal["shares", "counts", "states", "matrix", "months"]
    across: str | None = None


@dataclass(frozen=True)
class Raised:
    """A 督查问题 that a row may be raised to: what it says, its 问题类别, and the field whose cell gave rise to it."""

    text: str
    field: str
    category: str = "其他"


def nothing(values: Values, facts: Facts) -> dict[str, Any]:
    """Derive nothing: for ledgers whose blanks stay blank."""
    return {}


@dataclass(frozen=True)
class Ledger:
    """One kind of spreadsheet as the office keeps it.

    `keys`: the natural keys in order of preference; the first whose fields are all filled decides.
    `work`: the piece of work its figures belong to, in a word; their short codes begin with it.
    `scope`: the field that says which part of the ledger a file speaks of, when looking for missing rows.
    `since`: the field that says from which day a row is part of the ledger.
    `near`: the field whose text, nearly the same in two rows of one unit, makes a person look.
    `derive(values, facts)`: values for blank fields that follow from others. `carry(old, new)`: values that
    stay with the row whatever a later file says. `requires_one_of`: groups of which one column must be there.
    `sections`: the column of choices that section rows (一、好政策) stand for where it is not there itself.
    `indicators`: the first is the ledger's one figure. `charts`: what its page draws. `awaited`: every 在管 unit is
    asked for it, so that those without a row are named. `raises(values, targets)`: the finding a row may be raised to
    under the settings in force, None where it is no case for one.
    """

    id: str
    title: str
    table: Any
    keys: tuple[tuple[str, ...], ...]
    unit_word: str
    order: int
    purpose: str = ""
    work: str = ""
    scope: str | None = None
    since: str | None = None
    near: str | None = None
    derive: Callable[[Values, Facts], dict[str, Any]] = nothing
    carry: Callable[[Values | None, Values], dict[str, Any]] | None = None
    titled: Callable[[SheetFacts], dict[str, str]] | None = None
    requires_one_of: tuple[tuple[str, ...], ...] = ()
    sections: str | None = None
    rules: tuple[Rule, ...] = ()
    indicators: tuple[Any, ...] = ()
    charts: tuple[Chart, ...] = ()
    awaited: bool = False
    raises: Callable[[Values, Mapping[str, str]], Raised | None] | None = None

    @property
    def versions(self) -> Any:
        """The table of this ledger's row versions, as SQL knows it."""
        return self.table.__table__

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """The declared columns, in the order of the declaration."""
        return tuple(
            replace(column.info["column"], id=column.name)
            for column in self.versions.columns
            if "column" in column.info
        )

    @cached_property
    def by_id(self) -> Mapping[str, Column]:
        """The declared columns by id."""
        return {column.id: column for column in self.columns}

    @cached_property
    def references(self) -> tuple[Column, ...]:
        """The columns that name a row of another ledger."""
        return tuple(column for column in self.columns if column.kind is Kind.REF)

    @cached_property
    def defaults(self) -> Mapping[str, Any]:
        """What a blank cell means, by the id of its column."""
        return {column.id: column.default for column in self.columns if column.default is not None}

    @property
    def required(self) -> Iterable[Column]:
        """The columns that must be there."""
        return (column for column in self.columns if column.required)
