"""One version of one row of a ledger. Versions are closed, never overwritten."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy import Index
from sqlalchemy.orm import declared_attr, registry
from sqlmodel import Field, SQLModel


class Table(SQLModel, registry=registry()):
    """The base of every table here; a registry of our own survives Streamlit's reloads."""


class Row(Table):
    """What every row version carries besides its ledger's columns.

    Current: `batch_out IS NULL`. Known at batch B: `batch_in <= B AND (batch_out IS NULL OR batch_out > B)`.
    `source_id` and `line` say where the row was read. `kept` names the fields whose value an older file gave, or a
    section title (一、机关) above the row, as {field: [source, line]}; `marks` the fields that are not a plain cell:
    {field: "month" | "quarter" | "year" | "derived"}. `position` is the office's own 序号.
    """

    id: int | None = Field(default=None, primary_key=True)
    key: str = Field(sa_type=sa.Text)
    batch_in: int = Field(foreign_key="batch.id", index=True)
    batch_out: int | None = Field(default=None, foreign_key="batch.id")
    source_id: int = Field(foreign_key="source.id")
    line: int
    position: float | None = None
    kept: dict[str, Any] = Field(default_factory=dict, sa_type=sa.JSON)
    marks: dict[str, str] = Field(default_factory=dict, sa_type=sa.JSON)

    @declared_attr.directive
    def __table_args__(cls) -> tuple[Index, Index]:  # noqa: N805
        """Let the database itself refuse a second current version of a key, and find what a batch ended."""
        name, current, ended = cls.__tablename__, sa.text("batch_out IS NULL"), sa.text("batch_out IS NOT NULL")
        return (
            Index(f"{name}_current", "key", unique=True, sqlite_where=current, postgresql_where=current),
            Index(f"ix_{name}_batch_out", "batch_out", sqlite_where=ended, postgresql_where=ended),
        )
