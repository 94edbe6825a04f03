"""The kinds of column a ledger may declare; each gives a SQLModel field that carries its Column."""

from typing import Any

import sqlalchemy as sa
from sqlmodel import Field

from services.ledger import Column, Kind

TYPES: dict[Kind, Any] = {
    Kind.TEXT: sa.Text,
    Kind.LIST: sa.JSON(none_as_null=True),
    Kind.CHOICE: sa.Text,
    Kind.BOOL: sa.Boolean,
    Kind.ATTENDED: sa.Integer,
    Kind.INT: sa.Integer,
    Kind.HOURS: sa.Float,
    Kind.NUMBER: sa.Float,
    Kind.YEAR: sa.Integer,
    Kind.DATE: sa.Date,
    Kind.DUE: sa.Date,
    Kind.PHONE: sa.Text,
    Kind.REF: sa.Text,
}


def _column(kind: Kind, title: str, aliases: tuple[str, ...], options: dict[str, Any], index: bool = False) -> Any:
    info = {"column": Column(title=title, kind=kind, aliases=aliases, **options)}
    return Field(default=None, sa_column=sa.Column(TYPES[kind], nullable=True, index=index, info=info))


def text(title: str, *aliases: str, **options: Any) -> Any:
    """Words, kept as written without outer blanks."""
    return _column(Kind.TEXT, title, aliases, options)


def many(title: str, *aliases: str, **options: Any) -> Any:
    """Several words in one cell, split by 、，,；;/ and line breaks."""
    return _column(Kind.LIST, title, aliases, options)


def choice(title: str, *aliases: str, choices: dict[str, tuple[str, ...]], **options: Any) -> Any:
    """One of the listed words, in any of its accepted spellings."""
    return _column(Kind.CHOICE, title, aliases, {"choices": choices, **options})


def yes(title: str, *aliases: str, **options: Any) -> Any:
    """是/否, also √ × 有 无 1 0 Y N."""
    return _column(Kind.BOOL, title, aliases, options)


def attended(title: str, *aliases: str, **options: Any) -> Any:
    """应到/实到 of one person: 1/1 and 是 give 1, 1/0 and 否 give 0."""
    return _column(Kind.ATTENDED, title, aliases, {"default": 1, **options})


def count(title: str, *aliases: str, **options: Any) -> Any:
    """A whole number ≥ 0, with or without its unit word (120人)."""
    return _column(Kind.INT, title, aliases, {"minimum": 0, **options})


def hours(title: str, *aliases: str, **options: Any) -> Any:
    """学时; 天 are turned into 学时 by the setting 脱产一天折合学时."""
    return _column(Kind.HOURS, title, aliases, {"minimum": 0, **options})


def number(title: str, *aliases: str, **options: Any) -> Any:
    """A decimal number."""
    return _column(Kind.NUMBER, title, aliases, options)


def year(title: str, *aliases: str, **options: Any) -> Any:
    """A calendar year (2023, 2023年)."""
    return _column(Kind.YEAR, title, aliases, options, index=True)


def day(title: str, *aliases: str, **options: Any) -> Any:
    """A date; month, quarter and year precision are kept in the row's marks."""
    return _column(Kind.DATE, title, aliases, options)


def due(title: str, *aliases: str, **options: Any) -> Any:
    """A deadline: a date, or 长期坚持 / 立行立改 / 分阶段, which goes to the field `due_kind`."""
    return _column(Kind.DUE, title, aliases, {"ends": True, **options})


def phone(title: str, *aliases: str, **options: Any) -> Any:
    """A telephone number, masked before anything else sees it (139****0000)."""
    return _column(Kind.PHONE, title, aliases, options)


UNIT_HEADERS = ("单位名称", "单位", "单位全称", "部门", "填报单位", "名称")


def unit(title: str = "单位名称", *aliases: str, **options: Any) -> Any:
    """The unit a row is about, stored by its official name. The aliases of 单位名称 hold in every ledger."""
    accepted = tuple(dict.fromkeys(h for h in (*aliases, *UNIT_HEADERS) if h != title))
    return _column(Kind.REF, title, accepted, {"required": True, "ref": "units", **options}, index=True)


def ref(ledger: str, title: str, *aliases: str, **options: Any) -> Any:
    """The name of a row of another ledger, which must be on record."""
    return _column(Kind.REF, title, aliases, {"ref": ledger, **options}, index=True)
